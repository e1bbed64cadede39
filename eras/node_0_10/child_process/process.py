"""`ChildProcess`: a running program, its streams and its end."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Mapping
from functools import partial
from typing import Any

from nodecore import processes
from nodecore.errors import NodeTypeError
from nodecore.loop import get_loop
from nodecore.processes import NotStarted
from nodecore.values import int32_of, is_falsy, is_number, text_of

from ..errors import system_error
from ..events import EventEmitter
from ..signals import signal_number
from .channel import Channel
from .hosting import runs_our_programs
from .stdio import Stdio

_EXITS = (signal.SIGINT, signal.SIGTERM)
"""Of these a program of this generation does not die but exits; one that only begins counts as well."""


class ChildProcess(EventEmitter):
    """Another program.

    Events: `error`, `exit` (code, signal), `close` (code, signal) when its streams have ended as well, and
    for a fork `disconnect` and `message`.
    """

    event_arity = {"error": 1, "exit": 2, "close": 2, "disconnect": 0}
    js_null = ("signalCode", "exitCode", "stdin", "stdout", "stderr")

    def __init__(self) -> None:
        self._closes_needed = 1
        self._closes_got = 0
        self._watcher: Any = None
        self._running = self._is_ours = False
        self.connected = False
        self.signalCode = None
        self.exitCode = None
        self.killed = False

    def _spawn(self, file: Any, args: list[Any], options: dict[str, Any]) -> None:
        settings = _settings(file, options)
        self._is_ours = runs_our_programs(file)
        argv = [_c_string(value) for value in (file, *args)]
        stdio = _stdio(options.get("customFds") if is_falsy(options.get("stdio")) else options["stdio"])
        try:
            self.pid = self._start(argv, stdio, settings)
        except NotStarted as failed:
            self._not_started(failed, stdio, settings["cwd"])
        except BaseException:
            stdio.close_ours()
            raise
        else:
            self._show(stdio)
            self._watcher = get_loop().child(self.pid)
            get_loop().watch(self._watcher, self._exited)
        finally:
            stdio.close_theirs()
        self._running = True

    def _not_started(self, failed: NotStarted, stdio: Stdio, folder: Any) -> None:
        """What was to become the program says why it cannot, and ends."""
        if failed.pid is None:
            stdio.close_ours()
            raise system_error(failed.error, "spawn") from None
        self.pid = failed.pid
        stdio.complain(f"{_step(failed.error, folder)}(): {os.strerror(failed.error.errno or 0)}\n")
        self._show(stdio)
        # As the end of any process: what it said is heard first.
        get_loop().timer(partial(self._ended, -1, None, failed.error), 1)

    def _start(self, argv: list[str], stdio: Stdio, settings: dict[str, Any]) -> int:
        descriptors = list(stdio.descriptors)
        if stdio.channel is not None:
            # Its number is told by name, so the descriptor need not be moved to its place.
            channel = descriptors[stdio.channel_number]
            settings["env"] = {**_environment(settings["env"]), "NODE_CHANNEL_FD": str(channel)}
            settings["keep"] = (channel,)
            if stdio.channel_number > 2:
                descriptors[stdio.channel_number] = None
        return processes.start(argv, descriptors, broken_pipe_ignored=True, **settings)

    def _show(self, stdio: Stdio) -> None:
        streams = stdio.streams()
        self.stdin, self.stdout, self.stderr = streams[:3]
        self.stdio = streams
        for stream in streams[1:]:
            if stream is not None:
                self._closes_needed += 1
                stream.once("close", lambda had_error: self._maybe_close())
        if stdio.channel is not None:
            self._closes_needed += 1
            self._channel = Channel(self, stdio.channel, self._maybe_close)

    # -- the end --------------------------------------------------------------------------------------

    def _exited(self) -> None:
        watcher, self._watcher = self._watcher, None
        code = os.waitstatus_to_exitcode(watcher.rstatus)
        if self._is_ours and -code in _EXITS:
            code = 128 - code
        watcher.stop()
        watcher.close()
        self._ended(*((code, None) if code >= 0 else (None, _signal_name(-code))))

    def _ended(self, code: int | None, signal_name: str | None, failure: OSError | None = None) -> None:
        self._running = False
        self.exitCode, self.signalCode = code, signal_name
        if self.stdin is not None:
            self.stdin.destroy()
        try:
            if failure is not None:
                self.emit("error", system_error(failure, "spawn"))
            else:
                self.emit("exit", code, signal_name)
        finally:
            get_loop().next_tick(self._let_flow)
            self._maybe_close()

    def _let_flow(self) -> None:
        """What nobody reads would never end."""
        for stream in self.stdio:
            if stream is not None and stream.readable and not stream._consuming:
                stream.resume()

    def _maybe_close(self) -> None:
        self._closes_got += 1
        if self._closes_got == self._closes_needed:
            self.emit("close", self.exitCode, self.signalCode)

    # -- what can be done with it -----------------------------------------------------------------------

    def kill(self, signal_name="SIGTERM") -> bool:
        """Send a signal, by its name; tells whether there was somebody to get it."""
        number = signal_number(signal_name)
        if not self._running:
            return False
        try:
            if self._watcher is not None:
                processes.kill(self.pid, number)
        except ProcessLookupError:
            return False
        except OSError as error:
            self.emit("error", system_error(error, "kill"))
            return False
        self.killed = True
        return True

    def ref(self) -> None:
        """Keep the program alive while the child runs."""
        if self._watcher is not None:
            self._watcher.ref = True

    def unref(self) -> None:
        """Let the program end although the child runs."""
        if self._watcher is not None:
            self._watcher.ref = False


def _stdio(option: Any) -> Stdio:
    try:
        return Stdio(option)
    except OSError as error:
        raise system_error(error, "spawn") from None


def _step(error: OSError, folder: Any) -> str:
    """Which of the steps to a program failed."""
    if error.filename is None and error.errno in (errno.EPERM, errno.EINVAL):
        return "setuid"
    return "chdir" if error.filename == folder else "execvp"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return ""  # one of the real-time signals, which have no names


def _environment(given: dict[str, str] | None) -> Mapping[str, str]:
    return os.environ if given is None else given


def _settings(file: Any, options: dict[str, Any]) -> dict[str, Any]:
    """What the core is told of a child."""
    if not file or not isinstance(file, str):
        raise NodeTypeError("Bad argument")
    for name in ("uid", "gid"):
        value = options.get(name)
        if value is not None and (not is_number(value) or value != value // 1):
            raise NodeTypeError(f"options.{name} should be a number")
    env, cwd = options.get("env"), options.get("cwd")
    return {
        "env": {str(name): _c_string(value) for name, value in env.items()} if env is not None else None,
        "cwd": cwd if cwd and isinstance(cwd, str) else None,
        "detached": bool(options.get("detached")),
        "uid": _identity(options.get("uid")),
        "gid": _identity(options.get("gid")),
    }


def _identity(number: float | None) -> int | None:
    """A user or group as the system counts them: what is below -1, which is nobody, is one of the highest."""
    if number is None:
        return None
    whole = int32_of(number)
    return whole if whole == -1 else whole % (1 << 32)


def _c_string(value: Any) -> str:
    """The text that a program gets; for C, a text ends at a NUL."""
    return text_of(value).split("\0")[0]
