"""What the JavaScript side of a runtime asks of Python: files, modules, the process's own facts."""

from __future__ import annotations

import gc
import importlib
import json
import linecache
import os
import time
from collections.abc import Callable
from dataclasses import asdict
from types import ModuleType
from typing import TYPE_CHECKING, Any

from nodecore import encodings
from nodecore.descriptors import reserve
from nodecore.emitter import ListenerList
from nodecore.loop import get_loop

from eratools.node_flags import has

from .engine import script
from .interrupts import ends_early
from .report import show_place
from .rewrite import rewrite

if TYPE_CHECKING:
    from .runtime import Runtime


class Host:
    """Shown to the bootstrap scripts in lib/, never to programs."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        reserve.keep()  # modules are loaded when they are needed, be it to tell that nothing is left
        self._package = importlib.import_module(runtime.package)
        self.version = self._package.VERSION
        # A name that Python reserves ends in an underscore there.
        self._names = {name.rstrip("_"): name for name in self._package.MODULES}
        self.modules = list(self._names)

    def fileAt(self, path: str) -> str | None:
        """Where what is at `path` really is, if that is there and no folder."""
        there = os.path.isfile(path) or (os.path.exists(path) and not os.path.isdir(path))
        return os.path.realpath(path) if there else None

    def textAt(self, path: str) -> str | None:
        """The text of a file, if there is one that can be read."""
        try:
            with open(path, encoding="utf-8", errors="replace", newline="") as file:
                return file.read()
        except OSError:
            return None

    def loader(self) -> Any:
        """What finds and loads modules in an era that has a loader of its own."""
        return self._runtime.loader

    def read(self, path: str) -> str:
        """The text of a file, without a byte order mark."""
        with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
            return file.read()

    def rewrite(self, source: str) -> list[str]:
        """A program's source as it is to be run, and what was inserted as JSON."""
        text, inserted = rewrite(source)
        return [text, json.dumps(inserted)]

    def library(self, name: str) -> str | None:
        """The source of one of the host's own JavaScript modules."""
        try:
            return reserve.call(script, f"lib/{self._runtime.folder}/{name}.js")
        except FileNotFoundError:
            return None

    def leaveRealm(self, name: str) -> None:
        """Make a realm, and leave its global object in a global of that name."""
        self._runtime.bridge.engine.library.leave_realm(name)

    def endsEarly(self, terminal: int, run: Callable[[], Any]) -> bool:
        """Call `run`; whether Ctrl-C in the terminal ended it."""
        return ends_early(self._runtime.bridge.engine, terminal, run)

    def languageSources(self) -> list[str]:
        """What gives a realm the language of those years."""
        return [script(f"js/{name}.js") for name in ("builtins", "own", "language")]

    def pythonModule(self, name: str) -> ModuleType | None:
        """A module of the era that is Python."""
        if name not in self._names:
            return None
        return reserve.call(importlib.import_module, f"{self._runtime.package}.{self._names[name]}")

    def membersOf(self, name: str) -> dict[str, Any] | None:
        """What a module lists, as js/shapes.js arranges it, where that is known."""
        members = self._runtime.shapes.of_module(name)
        return asdict(members) if members is not None else None

    def part(self, module: str, name: str) -> Any:
        """Something of one of the era's Python modules."""
        return getattr(reserve.call(importlib.import_module, f"{self._runtime.package}.{module}"), name)

    def era(self, name: str) -> Any:
        """Something that the era's package itself has."""
        return getattr(self._package, name)

    def nextTick(self, callback: Any) -> None:
        """Call `callback` after the present callback."""
        get_loop().next_tick(callback)

    def directory(self, path: str) -> str:
        """The folder of a file."""
        return os.path.dirname(path)

    def absolute(self, path: str) -> str:
        """`path` from the root."""
        return os.path.abspath(path)

    def encode(self, text: str, encoding: str | None = None) -> bytes:
        """The bytes of a text."""
        return encodings.encode(text, encoding)

    def decode(self, data: bytes, encoding: str | None = None) -> str:
        """The text that bytes spell."""
        return encodings.decode(data, encoding)

    def isEncoding(self, name: Any) -> bool:
        """Whether there is an encoding of that name."""
        return encodings.is_encoding(name)

    def hostChildren(self, stringify: Callable[[Any], str], execution: Callable[[], Any]) -> None:
        """Tell child processes how JavaScript makes JSON of a message, and how programs are run."""
        self.part("child_process.hosting", "use")(stringify, self._runtime.bridge.parse, execution)

    def zoneName(self, milliseconds: float) -> str:
        """What the local time zone is called at a moment."""
        try:
            return time.localtime(milliseconds / 1000).tm_zone
        except (OverflowError, OSError, ValueError):
            return time.tzname[0]

    def envKeys(self) -> list[str]:
        """The names of the environment's variables."""
        return list(os.environ)

    def envGet(self, name: str) -> str | None:
        """A variable of the environment."""
        return os.environ.get(_c_string(name))

    def envSet(self, name: str, value: str) -> None:
        """Set a variable, for child processes as well. Where the system has no such name, nothing happens."""
        name = _c_string(name)
        if name and "=" not in name:
            os.environ[name] = _c_string(value)
        _heed_zone(name)

    def envDelete(self, name: str) -> None:
        """Unset a variable."""
        name = _c_string(name)
        os.environ.pop(name, None)
        _heed_zone(name)

    def collect(self) -> None:
        """Collect garbage, which `--expose-gc` lets a program ask for."""
        gc.collect()
        self._runtime.bridge.engine.collect()

    def showPlace(self, place: str, line: int, column: int, source: str) -> None:
        """Print where a file is no JavaScript; only the first is told, whether it is caught or not."""
        show_place(place, line, column, source)

    def onLeak(self, warn: Any) -> None:
        """Let `warn(message, count)` tell of too many listeners, in the place of the era's own function."""
        vars(importlib.import_module(f"{self._package.__name__}.events"))["warn_of_leak"] = warn

    def tellMarks(self, mark: Callable[[Any, dict[str, Any]], Any]) -> None:
        """Let `mark(error, marks)` put on an error what its domain knows of it."""
        importlib.import_module(f"{self._package.__name__}.domain").mark = mark  # type: ignore[attr-defined]

    def onDeprecated(self, tell: Callable[[str], Any]) -> None:
        """Let `tell(message)` show what a program is told of deprecated members."""
        importlib.import_module(f"{self._package.__name__}.deprecation").tell = tell  # type: ignore[attr-defined]

    def eventNames(self, handle: int) -> list[str]:
        """The events that an emitter has or had listeners of."""
        return list(self._listeners(handle))

    def listenersOf(self, handle: int, name: str) -> Any:
        """An event's one listener, or the live list of several."""
        found = self._listeners(handle).get(name)
        return (found if len(found) > 1 else found[0]) if found else None

    def setListeners(self, handle: int, name: str, listeners: list[Any]) -> None:
        """Put listeners in the place of an event's, without a word to anybody."""
        self._listeners(handle)[name] = ListenerList(listeners)

    def dropListeners(self, handle: int, name: str | None = None) -> None:
        """Forget an event, or all of them, without a word to anybody."""
        if name is None:
            self._runtime.bridge.table.touch(handle)._events = None
        else:
            self._listeners(handle).pop(name, None)

    def _listeners(self, handle: int) -> dict[Any, ListenerList]:
        """An emitter's table; an empty one when a program has kept no more than that of an emitter."""
        if handle not in self._runtime.bridge.table.entries:
            return {}
        emitter = self._runtime.bridge.table.touch(handle)
        if emitter._events is None:
            emitter._events = {}
        return emitter._events

    def isTerminal(self, fd: int) -> bool:
        """Whether a descriptor is a terminal."""
        return fd >= 0 and os.isatty(fd)

    def terminals(self) -> ModuleType:
        """The streams that terminals are."""
        return importlib.import_module(f"{__package__}.tty_0_10")

    def command(self) -> dict[str, Any]:
        """What is to be run: a file, a text or a prompt."""
        line = self._runtime.line
        return {"source": line.source, "prints": line.prints, "interactive": line.interactive}

    def hasFlag(self, name: str) -> bool:
        """Whether `node` itself was given a flag."""
        return has(self._runtime.line.flags, name)

    def remember(self, name: str, text: str) -> None:
        """Keep a text that is no file's, for reports that show a line of it."""
        linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)

    def onDeepTick(self, process: Any, warn: Callable[[], Any]) -> None:
        """Call `warn` when a tick is added deeper than `process.maxTickDepth` allows."""
        process._warn_of_ticks = warn

    def process(self) -> Any:
        """The object behind the global `process`, where the era's package has none."""
        return self._runtime.make_process()


def _c_string(text: str) -> str:
    """What of a text the system sees."""
    return text.split("\0")[0]


def _heed_zone(name: str) -> None:
    """Local time is that of the variable `TZ`, also where the program itself sets it."""
    if name == "TZ":
        time.tzset()
