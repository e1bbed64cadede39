"""The `process` object of 0.10."""

from __future__ import annotations

import os
import platform
import re
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

from nodecore import processes
from nodecore.loop import get_loop
from nodecore.memory import memory_usage
from nodecore.values import int32_of, is_number, not_callable, text_of

from eras.node_0_10.errors import NodeError, NodeTypeError, system_error
from eras.node_0_10.events import EventEmitter
from eras.node_0_10.fs.failures import Failure, told_at_once
from eras.node_0_10.signals import NUMBERS, signal_number
from eratools.node_flags import CommandLine

from .launcher import launcher
from .parent_0_10 import channel_to_parent
from .process_title import show_title
from .stdout_0_10 import standard_output
from .users_0_10 import Users

VERSION = "v0.10.15"
_VERSIONS = {
    "http_parser": "1.0",
    "node": VERSION[1:],
    "v8": "3.14.5.9",
    "ares": "1.9.0-DEV",
    "uv": "0.10.13",
    "zlib": "1.2.3",
    "modules": "11",
    "openssl": "1.0.1e",
}
_STARTED = time.monotonic()
_ARCHITECTURES = {"x86_64": "x64", "amd64": "x64", "i686": "ia32", "aarch64": "arm64", "arm64": "arm64"}


class Process(EventEmitter, Users):
    """This program. A listener for an event named after a signal installs a handler for that signal."""

    js_visible = ("_exiting",)

    def __init__(self, line: CommandLine) -> None:
        self._title = "node"
        self.version = VERSION
        self.versions = dict(_VERSIONS)
        self.arch = _ARCHITECTURES.get(platform.machine().lower(), platform.machine())
        self.platform = sys.platform
        self.execPath = launcher("0.10")
        self.execArgv = list(line.flags)
        program = [os.path.abspath(line.file)] if line.file is not None else []
        self.argv = [self.execPath, *program, *line.args]
        self.pid = os.getpid()
        self.debugPort = 5858
        self.features = {
            "debug": False,
            "uv": True,
            "ipv6": True,
            "tls_npn": True,
            "tls_sni": True,
            "tls": True,
        }
        self.config: dict[str, Any] = {"target_defaults": {}, "variables": {}}
        self.stdout, self.stderr = standard_output(1), standard_output(2)
        self._exiting = False
        self._signals: dict[str, Any] = {}
        self._channel = channel_to_parent(self)
        self.maxTickDepth = 1000
        self._warn_of_ticks: Callable[[], Any] = lambda: None
        loop = get_loop()
        # Nothing that the listeners started comes to pass.
        loop.exit_listeners += [self._at_exit, partial(loop.stop, SystemExit(0))]
        loop.uncaught_listeners.append(self._uncaught)

    @property
    def title(self) -> str:
        """What lists of processes are to call this one."""
        return self._title

    @title.setter
    def title(self, title: Any) -> None:
        self._title = text_of(title)
        show_title(self._title)

    @property
    def stdin(self) -> Any:
        """Standard input, a stream that is opened when it is first asked for."""
        from .stdin_0_10 import standard_input

        return standard_input()

    def openStdin(self) -> Any:
        """Standard input, reading."""
        self.stdin.resume()
        return self.stdin

    # -- events -------------------------------------------------------------------------------------

    def add_listener(self, event: Any, listener: Any, *, first: bool = False) -> None:
        """Whoever listens to a signal takes over what it does; to messages, keeps the program alive."""
        self._take_signal(event)
        super().add_listener(event, listener, first=first)
        self._mind_channel(event)

    def remove_listener(self, event: Any, listener: Any) -> bool:
        """Nobody may be left who listens to a signal, which does what it always did, or to messages."""
        removed = super().remove_listener(event, listener)
        if event in self._signals and not self.listener_count(event):
            self._release_signal(event)
        self._mind_channel(event)
        return removed

    def _take_signal(self, event: Any) -> None:
        if event in ("SIGKILL", "SIGSTOP"):
            raise NodeError("uv_signal_start EINVAL")
        if event in NUMBERS and event not in self._signals:
            watcher = self._signals[event] = get_loop().signal(NUMBERS[event])
            get_loop().watch(watcher, self.emit, event)

    def _release_signal(self, name: str) -> None:
        self._signals.pop(name).stop()
        signal.signal(NUMBERS[name], signal.SIG_DFL)

    def _mind_channel(self, event: Any) -> None:
        if self._channel is not None and event in ("message", "disconnect"):
            heard = self.listener_count("message") or self.listener_count("disconnect")
            (self._channel.ref if heard else self._channel.unref)()

    def _at_exit(self) -> None:
        self._exiting = True
        self.emit("exit", 0)

    def _uncaught(self, error: BaseException) -> bool:
        if not self.listeners("uncaughtException"):
            return False
        try:
            return self.emit("uncaughtException", error)
        except Exception as worse:
            vars(worse)["exit_code"] = 7
            raise

    # -- this process -------------------------------------------------------------------------------

    def exit(self, code: Any = 0) -> NoReturn:
        """Emit `exit` and end the process."""
        tell_exit(self, code or 0)
        raise SystemExit(code or 0)

    def reallyExit(self, code: Any = 0) -> NoReturn:
        """End the process and tell nobody."""
        raise SystemExit(code or 0)

    def abort(self) -> NoReturn:
        """End at once, with a core file where there are such."""
        get_loop().catch_up()
        os.abort()

    @property
    def maxTickDepth(self) -> Any:
        """How deep ticks may add ticks before I/O has its turn; each that goes deeper is warned of."""
        return self._tick_depth

    @maxTickDepth.setter
    def maxTickDepth(self, depth: Any) -> None:
        self._tick_depth = depth
        if isinstance(depth, (int, float)):
            get_loop().tick_limit = sys.maxsize if depth != depth or depth >= sys.maxsize else int(depth)

    def nextTick(self, callback: Any) -> None:
        """Call `callback` once the present callback has ended, unless the program leaves."""
        if self._exiting:
            return
        loop = get_loop()
        if loop.tick_depth >= max(loop.tick_limit, 1):
            self._warn_of_ticks()
        loop.next_tick(callback if callable(callback) else partial(_refuse, callback))

    def cwd(self) -> str:
        """The current working directory."""
        return os.getcwd()

    def chdir(self, directory: Any) -> None:
        """Change the current working directory."""
        if not isinstance(directory, str):
            raise NodeError("Bad argument.")
        try:
            os.chdir(directory.split("\0")[0])
        except OSError as error:
            failed = told_at_once(Failure(error, "uv_chdir", None))
            raise failed from None

    def umask(self, mask: Any = None) -> int:
        """Set the file mode creation mask if given; returns the old one."""
        if mask is None:
            old = os.umask(0)
            os.umask(old)
            return old
        if isinstance(mask, str):
            if not re.fullmatch("[0-7]*", mask):
                raise NodeTypeError("invalid octal string")
            mask = int(mask or "0", 8)
        elif not (is_number(mask) and mask == mask // 1 and -(1 << 31) <= mask < 1 << 32):
            raise NodeTypeError("argument must be an integer or octal string.")
        return os.umask(int(mask) & 0o777)

    def kill(self, pid: Any, signal_name: Any = "SIGTERM") -> bool:
        """Send a signal, by its name or number, to a process."""
        number = signal_number(signal_name)
        try:
            processes.kill(int32_of(pid), number)
        except OSError as error:
            raise system_error(error, "kill") from None
        return True

    def uptime(self) -> float:
        """Seconds that this program has run."""
        return time.monotonic() - _STARTED

    def hrtime(self, *before: Any) -> list[int]:
        """[seconds, nanoseconds] of a clock that only runs forward, or since what it said `before`."""
        now = time.perf_counter_ns()
        if before:
            if not isinstance(before[0], list):
                raise NodeTypeError("process.hrtime() only accepts an Array tuple.")
            seconds, nanoseconds = map(int32_of, [*before[0], 0, 0][:2])
            now -= seconds * 1_000_000_000 + nanoseconds
        return [now // 1_000_000_000, now % 1_000_000_000]

    def memoryUsage(self) -> dict[str, int]:
        """How many bytes this process uses."""
        usage = memory_usage()
        return {name: usage[name] for name in ("rss", "heapTotal", "heapUsed")}


def tell_exit(process: Process, code: int) -> None:
    """Emit `exit`, once."""
    if not process._exiting:
        process._exiting = True
        process.emit("exit", code)


def _refuse(callback: Any) -> NoReturn:
    raise not_callable(callback)
