"""The `process` object: the running program, its events and the classes that everything else is made of."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any, NoReturn

from nodecore import processes
from nodecore.loop import get_loop
from nodecore.memory import memory_usage
from nodecore.omitted import OMITTED

from .child_process import ChildProcess
from .evaluation import evaluate
from .events import EventEmitter
from .mixin import mixin
from .modules.module import Module
from .output import flush_out
from .promise import Promise
from .signals import signal_number
from .stdio import Stdio
from .watch import FileWatches

__all__ = ["process"]

OPEN_FLAGS = (
    *("O_RDONLY", "O_WRONLY", "O_RDWR", "O_CREAT", "O_EXCL", "O_TRUNC", "O_APPEND"),
    *("O_SYNC", "O_NOCTTY", "O_DIRECTORY", "O_NOFOLLOW"),
)
"""What a file is opened with; `process` has them as numbers."""


class Process(EventEmitter):
    """This program. A listener for an event named after a signal installs a handler for that signal."""

    EventEmitter = EventEmitter
    Promise = Promise
    ChildProcess = ChildProcess
    Module = Module
    mixin = staticmethod(mixin)

    event_arity = {"exit": 1, "uncaughtException": 1, "newListener": 2}
    js_live = ("ENV",)

    def __init__(self) -> None:
        self.ARGV = [os.path.abspath(sys.executable), os.path.abspath(sys.argv[0]), *sys.argv[1:]]
        self.ENV = dict(os.environ)
        self.platform = {"linux": "linux2"}.get(sys.platform, sys.platform)
        self.stdio = Stdio()
        self._watches = FileWatches()
        self._signals: dict[str, Any] = {}
        loop = get_loop()
        loop.exit_listeners.append(self._at_exit)
        loop.uncaught_listeners.append(self._uncaught)

    @property
    def pid(self) -> int:
        """The PID of the process."""
        return os.getpid()

    def addListener(self, event: str, listener: Any = OMITTED) -> Any:
        """Add a listener; one for a signal takes over what the signal does."""
        result = super().addListener(event, listener)
        if callable(listener) and event in signal.Signals.__members__ and event not in self._signals:
            watcher = self._signals[event] = get_loop().signal(signal.Signals[event])
            get_loop().watch(watcher, self._signalled, event)
        return result

    def removeListener(self, event: str, listener: Any) -> Process:
        """Remove a listener; when the last one for a signal goes, so does the handler."""
        super().removeListener(event, listener)
        if event in self._signals and not self.listeners(event):
            self._signals.pop(event).stop()
        return self

    def exit(self, code: int = 0) -> NoReturn:
        """Emit `exit` and end the process, by raising SystemExit."""
        code = int(code or 0)
        self.emit("exit", code)
        flush_out()
        raise SystemExit(code)

    def cwd(self) -> str:
        """The current working directory."""
        return os.getcwd()

    def chdir(self, directory: str) -> None:
        """Change the current working directory."""
        os.chdir(directory)

    def umask(self, mask: int) -> int:
        """Set the file mode creation mask; returns the old one."""
        return os.umask(mask)

    def kill(self, pid: int, signal: str = "SIGTERM") -> None:
        """Send a signal, by its name, to a process."""
        processes.kill(pid, signal_number(signal))

    def watchFile(self, filename: str, options: Any = None, listener: Any = None) -> None:
        """Call `listener` with the current and the previous `Stats` each time the file changes.

        Of the options, `persistent` (True) tells whether the program stays alive for it, and `interval`
        is how often to look, in milliseconds; 0 leaves that to the system.
        """
        if listener is None and callable(options):
            options, listener = None, options
        self._watches.add(filename, options or {}, listener)

    def unwatchFile(self, filename: str) -> None:
        """Stop watching a file; its listeners are forgotten."""
        self._watches.remove(filename)

    def createChildProcess(self, command: str, args: Any = None, env: Any = None) -> ChildProcess:
        """Start `command` with `args`, in the environment `env` or else in that of this process."""
        child = ChildProcess()
        child._spawn(command, args or (), self.ENV if env is None else env)
        return child

    def compile(self, source: str, scriptOrigin: str | None = None) -> Any:
        """Run `source` with the globals of the caller, as the file `scriptOrigin`; returns its last value."""
        return evaluate(source, scriptOrigin or "<compile>", sys._getframe(1).f_globals)

    def memoryUsage(self) -> dict[str, int]:
        """How many bytes this process uses: `rss`, `vsize`, `heapTotal` and `heapUsed`."""
        return memory_usage()

    def _signalled(self, event: str) -> None:
        if not self.emit(event):
            # Its listeners were taken out of the live array, so the signal is nobody's any more.
            self._signals.pop(event).stop()
            self.kill(self.pid, event)

    def _at_exit(self) -> None:
        self.emit("exit", 0)

    def _uncaught(self, error: BaseException) -> bool:
        return self.emit("uncaughtException", error)


for _flag in OPEN_FLAGS:
    setattr(Process, _flag, getattr(os, _flag))

process = Process()
