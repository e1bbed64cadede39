"""Runs a program of a generation, as `node FILE` did: arguments, exit code, output, the loop until idle."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import io
import os
import signal
import sys
import traceback
import types
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import nodecore.loop

import eras
from eratools import node_flags
from eratools.complaint import Complaint
from eratools.generations import GENERATIONS, Generation

JS_EXTRA = "pip install 'node-eras[js]'"


class CannotRun(Complaint):
    """Why a program cannot even be started; the message says what to do about it."""


def run_command(era: Generation, words: Sequence[str]) -> int:
    """Do what `node` of an era did with these words; returns its exit code."""
    try:
        line = node_flags.parse(words)
    except node_flags.BadUsage as refused:
        print(refused, file=sys.stderr)
        print(node_flags.USAGE if refused.teaches else "", end="")
        return refused.code
    if line.question is not None:
        print(_answer(line.question, era), end="")
        return 0
    if line.complaint:
        print(line.complaint, file=sys.stderr)
    return run_line(era, line)


def _answer(question: str, era: Generation) -> str:
    if question == "version":
        return f"{era.version}\n"
    return node_flags.v8_options() if question == "v8" else node_flags.USAGE


def run_file(era: Generation, path: str, args: list[str]) -> int:
    """Run the `.js` or `.py` program at `path`; returns its exit code."""
    return run_line(era, node_flags.CommandLine(file=path, args=args))


def run_line(era: Generation, line: node_flags.CommandLine) -> int:
    """Run the program of a command line; returns its exit code."""
    if not era.built:
        raise CannotRun(f"the {era.name} generation is not built yet; `eras list` shows those that are")
    _fill_standard_descriptors()
    _die_of_interrupts()
    _keep_pauses_short()
    if line.file is not None and line.file.endswith(".py"):
        return run_python(line.file, line.args, era)
    if not has_javascript():
        raise CannotRun(f"running JavaScript needs the extra `js`: {JS_EXTRA}")
    from eratools import jshost

    try:
        return jshost.run_line(era.name, line)
    except jshost.NeedsFile as error:
        raise CannotRun(str(error)) from None


def _fill_standard_descriptors() -> None:
    """Let 0, 1 and 2 lead nowhere where they are closed: a connection would get the number and the output."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(descriptor, True)
    os.close(descriptor)


def _keep_pauses_short() -> None:
    """Let the collector look at little at a time: all of 10,000 connections is a pause that others notice.

    Nothing waits for it but cycles, and no exchange that is over is one. What is loaded by now stays anyway.
    It looks at everything the more seldom, the more there is: the cycles of a small program need not pile up.
    """

    def pace(phase: str, info: dict[str, int]) -> None:
        if phase == "stop" and info["generation"] == 2:
            stayed = len(gc.get_objects(generation=2))
            gc.set_threshold(10_000, 2, min(max(3, stayed // 5_000), 50))

    gc.freeze()
    gc.set_threshold(10_000, 2, 3)
    gc.callbacks.append(pace)


def _die_of_interrupts() -> None:
    """Let Ctrl-C end the program at once and in silence, unless it listens to SIGINT itself."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def has_javascript() -> bool:
    """Whether the JavaScript engine is installed."""
    return importlib.util.find_spec("quickjs") is not None


def _loader(era: Generation) -> Any:
    """What lets programs of an era require modules of Python as well as of JavaScript, if it has that."""
    if importlib.util.find_spec(f"{era.import_name}.modules") is None:
        return None
    loader = importlib.import_module(f"{era.import_name}.modules").Loader()
    loader.speak(lambda *asked: _javascript(era, loader)(*asked))
    return loader


def _javascript(era: Generation, loader: Any) -> Callable[..., Any]:
    """Start JavaScript beside a Python program, which asks for the first module of that language."""
    if not has_javascript():
        raise CannotRun(f"requiring JavaScript needs the extra `js`: {JS_EXTRA}")
    from eratools import jshost

    return jshost.Runtime(era.name, loader=loader).require


def run_python(path: str, args: list[str], era: Generation) -> int:
    """Run a Python program as `__main__`, then the loop until nothing is left to do.

    Where the era has modules of its own, the program is one of them.
    """
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
    loader = _loader(era)
    module = loader.begin(os.path.abspath(path), main.__dict__) if loader else None
    try:
        _run_main(compile(source, path, "exec"), main, module)
    except SystemExit as leaving:
        return _exit_code(leaving.code)
    except BaseException as error:
        _report(error)
        return 1
    return 0


def _run_main(code: types.CodeType, main: types.ModuleType, module: Any) -> None:
    loop = nodecore.loop.get_loop()
    try:
        exec(code, main.__dict__)
        if module is not None:
            module.loaded = True
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
    """Print the traceback without the frames that only started the program or loaded its modules."""
    sys.stdout.flush()
    report = traceback.TracebackException.from_exception(error)
    report.stack = traceback.StackSummary.from_list(
        [frame for frame in report.stack if not frame.filename.startswith(_machinery())]
    )
    text = "".join(report.format())
    # What JavaScript threw goes on with the calls there.
    _, below, calls = str(getattr(error, "stack", "")).partition("\n    at ")
    print(text.rstrip("\n") + below + calls, file=sys.stderr)


def _machinery() -> tuple[str, ...]:
    """Files and folders whose calls nobody wants to see: the tools, the loop, what loads modules."""
    packages = (Path(eras.__file__).parent / era.package / "modules" for era in GENERATIONS)
    folders = (Path(__file__).parent, *packages)
    return (nodecore.loop.__file__, *(f"{folder}{os.sep}" for folder in folders))
