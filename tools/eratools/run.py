"""Runs a program of a generation, as `node FILE` did: arguments, exit code, output, the loop until idle."""

from __future__ import annotations

import importlib.util
import io
import os
import signal
import sys
import traceback
import types
from pathlib import Path
from types import TracebackType

import nodecore.loop

from eratools.generations import Generation

JS_EXTRA = "pip install 'node-eras[js]'"


class CannotRun(Exception):
    """Why a program cannot even be started; the message says what to do about it."""


def run_file(era: Generation, path: str, args: list[str]) -> int:
    """Run the `.js` or `.py` program at `path`; returns its exit code."""
    if not era.built:
        raise CannotRun(f"the {era.name} generation is not built yet; `eras list` shows those that are")
    _die_of_interrupts()
    if path.endswith(".py"):
        return run_python(path, args)
    if not has_javascript():
        raise CannotRun(f"running JavaScript needs the extra `js`: {JS_EXTRA}")
    from eratools import jshost

    return jshost.run_file(era.name, path, args)


def _die_of_interrupts() -> None:
    """Let Ctrl-C end the program at once and in silence, unless it listens to SIGINT itself."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def has_javascript() -> bool:
    """Whether the JavaScript engine is installed."""
    return importlib.util.find_spec("quickjs") is not None


def run_python(path: str, args: list[str]) -> int:
    """Run a Python program as `__main__`, then the loop until nothing is left to do."""
    try:
        source = Path(path).read_bytes()
    except OSError as error:
        raise CannotRun(f"cannot open {path!r}: {error.strerror}") from error
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=path, __builtins__=__builtins__)
    sys.modules["__main__"] = main
    sys.argv = [path, *args]
    sys.path[0] = os.path.dirname(os.path.abspath(path))
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Into a pipe, too: what a server prints is read while it serves.
        sys.stdout.reconfigure(line_buffering=True)
    try:
        _run_main(compile(source, path, "exec"), main)
    except SystemExit as leaving:
        return _exit_code(leaving.code)
    except BaseException as error:
        _report(error)
        return 1
    return 0


def _run_main(code: types.CodeType, main: types.ModuleType) -> None:
    loop = nodecore.loop.get_loop()
    try:
        exec(code, main.__dict__)
    except Exception as error:
        if not any(listener(error) for listener in list(loop.uncaught_listeners)):
            raise
    loop.run()


def _exit_code(code: object) -> int:
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def _report(error: BaseException) -> None:
    """Print the traceback without the frames that only started the program."""
    sys.stdout.flush()
    traceback.print_exception(type(error), error, _below_here(error.__traceback__))


def _below_here(frames: TracebackType | None) -> TracebackType | None:
    starters = (__file__, nodecore.loop.__file__)
    below = frames
    while below is not None and below.tb_frame.f_code.co_filename in starters:
        below = below.tb_next
    return below
