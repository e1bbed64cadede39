"""The `process` object of 0.10."""

from __future__ import annotations

import grp
import os
import platform
import pwd
import re
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

from nodecore.loop import get_loop
from nodecore.memory import memory_usage

from eras.node_0_10.errors import NodeError, NodeTypeError, system_error
from eras.node_0_10.events import EventEmitter
from eras.node_0_10.fs.failures import Failure, told_at_once
from eratools.node_flags import CommandLine

from .launcher import launcher
from .parent_0_10 import channel_to_parent
from .stdout_0_10 import StandardStream

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


class Process(EventEmitter):
    """This program. A listener for an event named after a signal installs a handler for that signal."""

    js_visible = ("_exiting",)

    def __init__(self, line: CommandLine) -> None:
        self.title = "node"
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
        self.stdout = StandardStream(1)
        self.stderr = StandardStream(2)
        self._told_exit = self._exiting = False
        self._signals: dict[str, Any] = {}
        self._channel = channel_to_parent(self)
        self.maxTickDepth = 1000
        self._warn_of_ticks: Callable[[], Any] = lambda: None
        loop = get_loop()
        loop.exit_listeners.append(self._at_exit)
        loop.uncaught_listeners.append(self._uncaught)

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

    def addListener(self, event: Any, *listener: Any) -> Any:
        """Add a listener; one for a signal takes over what the signal does."""
        self._take_signal(event)
        return super().addListener(event, *listener)

    on = addListener

    def once(self, event: Any, *listener: Any) -> Any:
        """Add a listener that is called once; one for a signal takes over what the signal does."""
        self._take_signal(event)
        return super().once(event, *listener)

    def _take_signal(self, event: Any) -> None:
        if event in ("SIGKILL", "SIGSTOP"):
            raise NodeError("uv_signal_start EINVAL")
        if event in signal.Signals.__members__ and event not in self._signals:
            watcher = self._signals[event] = get_loop().signal(signal.Signals[event])
            get_loop().watch(watcher, self.emit, event)

    def removeListener(self, event: str, listener: Any) -> Any:
        """Remove a listener; when the last one for a signal goes, so does the handler."""
        result = super().removeListener(event, listener)
        self._release_signals()
        return result

    def removeAllListeners(self, event: Any = None) -> Any:
        """Remove the listeners of an event, or all; signals do what they always did."""
        result = super().removeAllListeners(event)
        self._release_signals()
        return result

    def _release_signals(self) -> None:
        for name in [name for name in self._signals if not self.listeners(name)]:
            self._signals.pop(name).stop()
            signal.signal(signal.Signals[name], signal.SIG_DFL)

    def add_listener(self, event: Any, listener: Any, *, first: bool = False) -> None:
        """Whoever listens for messages keeps the program alive."""
        super().add_listener(event, listener, first=first)
        self._mind_channel(event)

    def remove_listener(self, event: Any, listener: Any) -> bool:
        """Nobody may be left who listens for messages."""
        removed = super().remove_listener(event, listener)
        self._mind_channel(event)
        return removed

    def _mind_channel(self, event: Any) -> None:
        if self._channel is not None and event in ("message", "disconnect"):
            heard = self.listener_count("message") or self.listener_count("disconnect")
            (self._channel.ref if heard else self._channel.unref)()

    def _at_exit(self) -> None:
        tell_exit(self, 0)
        # Nothing that the listeners started comes to pass.
        get_loop().stop(SystemExit(0))

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
        self._told_exit = True
        raise SystemExit(code or 0)

    def abort(self) -> NoReturn:
        """End at once, with a core file where there are such."""
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
        """Call `callback` once the present callback has ended."""
        loop = get_loop()
        if loop.tick_depth >= max(loop.tick_limit, 1):
            self._warn_of_ticks()
        loop.next_tick(callback if callable(callback) else partial(_not_callable, callback))

    def cwd(self) -> str:
        """The current working directory."""
        return os.getcwd()

    def chdir(self, directory: Any) -> None:
        """Change the current working directory."""
        if not isinstance(directory, str):
            raise NodeError("Bad argument.")
        try:
            os.chdir(directory)
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
        return os.umask(int(mask) & 0o777)

    def kill(self, pid: Any, signal_name: Any = "SIGTERM") -> bool:
        """Send a signal, by its name or number, to a process."""
        if isinstance(signal_name, str) and signal_name:
            if signal_name not in signal.Signals.__members__:
                raise NodeError(f"Unknown signal: {signal_name}")
            number = int(signal.Signals[signal_name])
        else:
            number = int(signal_name or 0)
        try:
            os.kill(pid if isinstance(pid, int) else 0, number)
        except OSError as error:
            raise system_error(error, "kill") from None
        return True

    def getuid(self) -> int:
        """The numeric user identity."""
        return os.getuid()

    def getgid(self) -> int:
        """The numeric group identity."""
        return os.getgid()

    def getgroups(self) -> list[int]:
        """The supplementary groups."""
        return [*os.getgroups(), *({os.getegid()} - set(os.getgroups()))]

    def setuid(self, user: Any) -> None:
        """Set the user identity, by number or name."""
        _change(os.setuid, "setuid", _user(user, "setuid user id does not exist"))

    def setgid(self, group: Any) -> None:
        """Set the group identity, by number or name."""
        _change(os.setgid, "setgid", _group(group, "setgid group id does not exist"))

    def setgroups(self, groups: Any) -> None:
        """Set the supplementary groups."""
        if not isinstance(groups, list):
            raise NodeTypeError("argument 1 must be an array")
        _change(os.setgroups, "setgroups", [_group(group, "group name not found") for group in groups])

    def initgroups(self, user: Any, group: Any) -> None:
        """Set the supplementary groups to those of a user, and one more."""
        name = user if isinstance(user, str) else pwd.getpwuid(user).pw_name
        _user(name, "initgroups user not found")
        _change(os.initgroups, "initgroups", name, _group(group, "initgroups extra group not found"))

    def uptime(self) -> int:
        """Seconds that this program has run."""
        return int(time.monotonic() - _STARTED)

    def hrtime(self, before: Any = None) -> list[int]:
        """[seconds, nanoseconds] of a clock that only runs forward, or since `before`."""
        now = time.perf_counter_ns()
        if before is not None:
            if not isinstance(before, list):
                raise NodeTypeError("process.hrtime() only accepts an Array tuple.")
            now -= int(before[0]) * 1_000_000_000 + int(before[1])
        return [now // 1_000_000_000, now % 1_000_000_000]

    def memoryUsage(self) -> dict[str, int]:
        """How many bytes this process uses."""
        usage = memory_usage()
        return {name: usage[name] for name in ("rss", "heapTotal", "heapUsed")}


def tell_exit(process: Process, code: int) -> None:
    """Emit `exit`, once."""
    if not process._told_exit:
        process._told_exit = process._exiting = True
        process.emit("exit", code)


def _not_callable(value: Any) -> NoReturn:
    kinds = ((type(None), "undefined"), (bool, "boolean"), (str, "string"), ((int, float), "number"))
    kind = next((name for types, name in kinds if isinstance(value, types)), "object")
    raise NodeTypeError(f"{kind} is not a function")


def _user(user: Any, message: str) -> int:
    if not isinstance(user, str):
        return int(user)
    try:
        return pwd.getpwnam(user).pw_uid
    except KeyError:
        raise NodeError(message) from None


def _group(group: Any, message: str) -> int:
    if not isinstance(group, str):
        return int(group)
    try:
        return grp.getgrnam(group).gr_gid
    except KeyError:
        raise NodeError(message) from None


def _change(call: Callable[..., Any], syscall: str, *values: Any) -> None:
    try:
        call(*values)
    except OSError as error:
        raise told_at_once(Failure(error, syscall, None)) from None
