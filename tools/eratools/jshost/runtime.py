"""Runs a JavaScript program of an era, as `node FILE` did: arguments, exit codes, uncaught errors, idle."""

from __future__ import annotations

import ctypes
import os
import re
import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

import gevent
from greenlet import getcurrent
from nodecore.loop import get_loop

from eratools.node_flags import CommandLine

from .bridge import Bridge
from .engine import script
from .host import Host
from .objects import JSError, JSThrown
from .report import report, stack_of
from .shapes import Shapes

RECURSION_LIMIT = 60_000
_MEMORY_FLAG = re.compile(r"--max[-_]old[-_]space[-_]size=(\d+)")
_EXHAUSTED = ("out of memory", "string too long")
_EXHAUSTED_CODE = 5
"""What V8 exited with then."""


@dataclass(frozen=True)
class Kind:
    """How programs of one era are run."""

    package: str
    own_loader: bool
    """Whether the era's package loads modules itself, those in Python among them."""
    uncaught_code: int
    shows_source: bool
    """Whether the report of an uncaught error begins with the line of source."""
    shapes: str | None = None
    """The module here that tells how the generation's objects looked, where that is known."""


KINDS = {
    "0.1": Kind("eras.node_0_1", True, 1, False),
    "0.10": Kind("eras.node_0_10", False, 8, True, "shapes_0_10"),
}


class NeedsFile(Exception):
    """A generation whose `node` ran files only was given none."""


class Runtime:
    """An engine, an era's facade and the globals that its programs expect."""

    def __init__(
        self, era: str, kind: Kind | None = None, loader: Any = None, line: CommandLine | None = None
    ) -> None:
        if kind is None:
            if era not in KINDS:
                raise LookupError(
                    f"JavaScript programs of {era} cannot be run yet; those of {', '.join(KINDS)} can"
                )
            kind = KINDS[era]
        self.kind = kind
        self.line = line or CommandLine(file=sys.argv[0], args=sys.argv[1:])
        self.package = kind.package
        self.folder = "node_" + era.replace(".", "_")
        self._loader = loader
        self.shapes = Shapes(self.package, self._shape_tables())
        self.bridge = Bridge(shapes=self.shapes)
        self.bridge.on_exit = self._leave
        for flag in self.line.flags:
            if limit := _MEMORY_FLAG.fullmatch(flag):
                self.bridge.engine.limit_memory(int(limit.group(1)))
        self._tell_exit: Callable[[int], None] | None = None
        self._start = self._boot()
        if kind.own_loader:
            self.loader.speak(self.require)

    def _shape_tables(self) -> ModuleType | None:
        return import_module(f"{__package__}.{self.kind.shapes}") if self.kind.shapes is not None else None

    def _boot(self) -> Any:
        bridge = self.bridge
        engine = bridge.engine
        name = f"lib/{self.folder}/globals.js"
        boot = engine.call(bridge.core["evaluateOwn"], f"jshost/{name}", script(name), True, 0)
        host = bridge.write(Host(self))
        return bridge.finish(engine.call(bridge.core["call"], boot, None, bridge.core["core"], host))

    @property
    def loader(self) -> Any:
        """What loads the modules of an era that lets Python and JavaScript require each other's."""
        if self._loader is None:
            self._loader = import_module(f"{self.package}.modules").Loader()
        return self._loader

    def require(self, filename: str, parent: Any, id: str) -> Any:
        """What a JavaScript file exports to a module in Python."""
        return self.bridge.call_core("requireForPython", filename, parent, id)

    def make_process(self) -> Any:
        """The `process` of an era whose package has none."""
        from .process_0_10 import Process, tell_exit
        from .signals_0_10 import exit_at_signals

        exit_at_signals()
        process = Process(self.line)
        self._tell_exit = partial(tell_exit, process)
        return process

    def main(self) -> None:
        """Begin the program; runs inside the loop."""
        file = self.line.file
        self._start(os.path.abspath(file) if file is not None else None)

    def run(self) -> int:
        """Run the program until nothing keeps it alive; returns its exit code."""
        # Every level of a recursion through both languages takes some of Python's frames.
        sys.setrecursionlimit(max(sys.getrecursionlimit(), RECURSION_LIMIT))
        loop = get_loop()
        # What the program sets up begins with a round of its own: timers, I/O, immediates.
        loop.call_on_close(self.main)
        try:
            loop.run()
        except SystemExit as leaving:
            return exit_code(leaving.code)
        except KeyboardInterrupt:
            return 130
        except BaseException as error:
            return self._fail(error)
        finally:
            flush()
        return 0

    def _fail(self, error: BaseException) -> int:
        """Say `exit`, report the error that nobody caught, and tell its exit code."""
        exhausted = self._is_exhausted(error)
        thrown = [] if exhausted else self.bridge.place_of_throw(error)
        stack = "" if exhausted else stack_of(error, self.bridge)
        if self._tell_exit is not None and "exit_code" not in vars(error):
            try:
                self._tell_exit(1)
            except SystemExit as leaving:
                return exit_code(leaving.code)
            except Exception:
                pass  # what is told is what went wrong first
        flush()
        if exhausted:
            sys.stderr.write("FATAL ERROR: JS Allocation failed - process out of memory\n")
            return _EXHAUSTED_CODE
        report(error, self.kind.shows_source, stack, self.bridge.place_of(error), thrown)
        return vars(error).get("exit_code", self.kind.uncaught_code)

    def _is_exhausted(self, error: BaseException) -> bool:
        if isinstance(error, JSError) and error.name == "InternalError":
            return error.message in _EXHAUSTED
        # Where there is no room even for an error, the engine throws null.
        nothing = isinstance(error, JSThrown) and error.value is None
        nothing = nothing or (isinstance(error, JSError) and error.message.strip() == "null")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        return nothing and peak > self.bridge.engine.memory_limit * 0.9

    def _leave(self, leaving: SystemExit) -> None:
        """End the program from within JavaScript, which must not go on: its greenlet is parked for good."""
        me = getcurrent()
        hub = gevent.get_hub()
        if me is hub.parent:
            flush()
            os._exit(exit_code(leaving.code))
        # Nobody may ever resume or kill this greenlet: the engine would run on.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(me))
        get_loop().stop(leaving)
        while True:
            hub.switch()


def exit_code(code: object) -> int:
    """The exit code that `process.exit(code)` means."""
    if code is None:
        return 0
    try:
        return int(float(code)) & 0xFF  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return 0


def flush() -> None:
    """Write out what is buffered, quietly when nobody reads."""
    get_loop().catch_up()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            pass


def run_file(era: Any, path: str, argv: list[str]) -> int:
    """Run the JavaScript program at `path` in `era`, a generation or its name; returns its exit code."""
    return run_line(getattr(era, "name", era), CommandLine(file=path, args=argv))


def run_line(era: str, line: CommandLine) -> int:
    """Run the JavaScript program of a command line in the era of that name; returns its exit code."""
    if line.file is None and era in KINDS and KINDS[era].own_loader:
        raise NeedsFile(f"`node` of {era} ran a FILE, and none is given")
    sys.argv = [line.file or "", *line.args]
    return Runtime(era, line=line).run()
