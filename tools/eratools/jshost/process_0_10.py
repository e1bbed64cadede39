"""The `process` object of 0.10."""

from __future__ import annotations

import os
import platform
import resource
import signal
import sys
import time
from typing import Any, NoReturn

from nodecore.loop import get_loop

from eras.node_0_10.errors import NodeError, system_error
from eras.node_0_10.events import EventEmitter

VERSION = "v0.10.15"
_STARTED = time.monotonic()
_ARCHITECTURES = {"x86_64": "x64", "amd64": "x64", "i686": "ia32", "aarch64": "arm64", "arm64": "arm64"}


class StandardStream(EventEmitter):
    """`process.stdout` and `process.stderr`: written at once."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self.writable = True
        self._isStdio = True
        if os.isatty(fd):
            self.isTTY = True
            self.columns, self.rows = os.get_terminal_size(fd)

    def write(self, chunk: Any, encoding: Any = None, callback: Any = None) -> bool:
        """Write a string or buffer."""
        if callable(encoding):
            encoding, callback = None, encoding
        data = chunk if isinstance(chunk, bytes) else str(chunk).encode("utf-8", "replace")
        stream = sys.stdout if self.fd == 1 else sys.stderr
        try:
            raw = getattr(stream, "buffer", None)
            if raw is None:
                stream.write(data.decode("utf-8", "replace"))
            else:
                stream.flush()
                raw.write(data)
            stream.flush()
        except OSError as error:
            get_loop().next_tick(self.emit, "error", system_error(error, "write"))
            return False
        if callback is not None:
            get_loop().next_tick(callback)
        return True

    def end(self, chunk: Any = None, encoding: Any = None, callback: Any = None) -> None:
        """Write a last piece; the stream itself stays open as long as the process."""
        if chunk is not None and not callable(chunk):
            self.write(chunk, encoding, callback)


class Process(EventEmitter):
    """This program. A listener for an event named after a signal installs a handler for that signal."""

    js_live = ("env",)

    def __init__(self) -> None:
        self.title = "node"
        self.version = VERSION
        self.versions = {"node": VERSION[1:], "v8": "3.14.5.9"}
        self.arch = _ARCHITECTURES.get(platform.machine().lower(), platform.machine())
        self.platform = sys.platform
        self.execPath = os.path.abspath(sys.executable)
        self.execArgv: list[str] = []
        self.argv = ["node", os.path.abspath(sys.argv[0]), *sys.argv[1:]]
        self.env = Environment(os.environ)
        self.pid = os.getpid()
        self.features = {"debug": False, "uv": True, "ipv6": True, "tls": True}
        self.config: dict[str, Any] = {"target_defaults": {}, "variables": {}}
        self.stdout = StandardStream(1)
        self.stderr = StandardStream(2)
        self._exiting = False
        self._signals: dict[str, Any] = {}
        loop = get_loop()
        loop.exit_listeners.append(self._at_exit)
        loop.uncaught_listeners.append(self._uncaught)

    @property
    def stdin(self) -> Any:
        """Standard input, a stream that is opened when it is first asked for."""
        from .stdin_0_10 import standard_input

        return standard_input()

    # -- events -------------------------------------------------------------------------------------

    def addListener(self, event: Any, *listener: Any) -> Any:
        """Add a listener; one for a signal takes over what the signal does."""
        result = super().addListener(event, *listener)
        if event in signal.Signals.__members__ and event not in self._signals:
            watcher = self._signals[event] = get_loop().signal(signal.Signals[event])
            get_loop().watch(watcher, self.emit, event)
        return result

    on = addListener

    def removeListener(self, event: str, listener: Any) -> Any:
        """Remove a listener; when the last one for a signal goes, so does the handler."""
        result = super().removeListener(event, listener)
        if event in self._signals and not self.listeners(event):
            self._signals.pop(event).stop()
        return result

    def _at_exit(self) -> None:
        self.tell_exit(0)

    def tell_exit(self, code: int) -> None:
        """Emit `exit`, once."""
        if not self._exiting:
            self._exiting = True
            self.emit("exit", code)

    def _uncaught(self, error: BaseException) -> bool:
        return bool(self.listeners("uncaughtException")) and self.emit("uncaughtException", error)

    # -- this process -------------------------------------------------------------------------------

    def exit(self, code: Any = 0) -> NoReturn:
        """Emit `exit` and end the process."""
        self.tell_exit(code or 0)
        raise SystemExit(code or 0)

    reallyExit = exit

    def abort(self) -> NoReturn:
        """End at once, with a core file where there are such."""
        os.abort()

    def nextTick(self, callback: Any) -> None:
        """Call `callback` once the present callback has ended."""
        if not callable(callback):
            raise TypeError("callback is not a function")
        get_loop().next_tick(callback)

    def cwd(self) -> str:
        """The current working directory."""
        return os.getcwd()

    def chdir(self, directory: str) -> None:
        """Change the current working directory."""
        try:
            os.chdir(directory)
        except OSError as error:
            raise system_error(error, "chdir") from None

    def umask(self, mask: Any = None) -> int:
        """Set the file mode creation mask if given; returns the old one."""
        if mask is None:
            old = os.umask(0)
            os.umask(old)
            return old
        return os.umask(int(mask, 8) if isinstance(mask, str) else mask)

    def kill(self, pid: int, signal_name: Any = "SIGTERM") -> None:
        """Send a signal, by its name or number, to a process."""
        if isinstance(signal_name, str):
            if signal_name not in signal.Signals.__members__:
                raise NodeError(f"Unknown signal: {signal_name}")
            number = int(signal.Signals[signal_name])
        else:
            number = int(signal_name)
        try:
            os.kill(pid, number)
        except OSError as error:
            raise system_error(error, "kill") from None

    def getuid(self) -> int:
        """The numeric user identity."""
        return os.getuid()

    def getgid(self) -> int:
        """The numeric group identity."""
        return os.getgid()

    def setuid(self, user: int) -> None:
        """Set the numeric user identity."""
        os.setuid(user)

    def setgid(self, group: int) -> None:
        """Set the numeric group identity."""
        os.setgid(group)

    def uptime(self) -> int:
        """Seconds that this program has run."""
        return int(time.monotonic() - _STARTED)

    def hrtime(self, before: Any = None) -> list[int]:
        """[seconds, nanoseconds] of a clock that only runs forward, or since `before`."""
        now = time.perf_counter_ns()
        if before:
            now -= int(before[0]) * 1_000_000_000 + int(before[1])
        return [now // 1_000_000_000, now % 1_000_000_000]

    def memoryUsage(self) -> dict[str, int]:
        """How many bytes this process uses."""
        rss = _resident()
        return {"rss": rss, "heapTotal": rss, "heapUsed": rss}


class Environment(dict):
    """The environment; what is set here is set for child processes."""

    def __setitem__(self, name: str, value: Any) -> None:
        text = value if isinstance(value, str) else str(value)
        super().__setitem__(name, text)
        os.environ[name] = text

    def pop(self, name: str, *default: Any) -> Any:
        """Unset a variable."""
        os.environ.pop(name, None)
        return super().pop(name, *default)


def _resident() -> int:
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
