"""The `process` object: the running program, its events and the classes that everything else is made of."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any, NoReturn

from nodecore.errors import NodeError
from nodecore.loop import get_loop

from .events import MISSING, EventEmitter
from .memory import memory_usage
from .mixin import mixin
from .promise import Promise

__all__ = ["process"]


class Process(EventEmitter):
    """This program. A listener for an event named after a signal installs a handler for that signal."""

    EventEmitter = EventEmitter
    Promise = Promise
    mixin = staticmethod(mixin)

    event_arity = {"exit": 1, "uncaughtException": 1, "newListener": 2}

    def __init__(self) -> None:
        self.ARGV = [os.path.abspath(sys.executable), os.path.abspath(sys.argv[0]), *sys.argv[1:]]
        self.ENV = dict(os.environ)
        self.platform = {"linux": "linux2"}.get(sys.platform, sys.platform)
        self._signals: dict[str, Any] = {}
        loop = get_loop()
        loop.exit_listeners.append(self._at_exit)
        loop.uncaught_listeners.append(self._uncaught)

    @property
    def pid(self) -> int:
        """The PID of the process."""
        return os.getpid()

    def addListener(self, event: str, listener: Any = MISSING) -> Any:
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
        os.kill(pid, _signal_number(signal))

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


def _signal_number(name: str | int) -> int:
    if isinstance(name, int):
        return name
    try:
        return signal.Signals[name]
    except KeyError:
        raise NodeError(f"Unknown signal: {name}") from None


process = Process()
