"""`process.ChildProcess`: another program, its input, its two outputs and its end.

What holds here:

- `exit` is the last event: it waits until the child has ended and both outputs have.
- A command that cannot be run is a child that says why on its stderr and exits with 127.
- What the child does not read waits here, up to `MOST_WAITING` bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from nodecore import processes
from nodecore.errors import NodeError
from nodecore.loop import get_loop

from .descriptors import Reader, Writer
from .encodings import decoder, to_bytes
from .events import EventEmitter
from .signals import signal_number
from .text import to_text

MOST_WAITING = 64 << 20
"""More than so many bytes are not kept for a child that does not read them."""


class ChildProcess(EventEmitter):
    """A child; `process.createChildProcess` starts one."""

    event_arity = {"output": 1, "error": 1, "exit": 1}

    pid: int | None = None
    """The PID of the process."""

    _stdin: Writer | None = None
    _ended = False
    _pending = 3
    _code = 0

    def write(self, data: Any, encoding: str = "ascii") -> None:
        """Write to the child's stdin; `encoding` is that of a string."""
        if self._stdin is None:
            raise NodeError("The child's stdin is not open for writing")
        data = to_bytes(data, encoding)
        if self._stdin.waiting + len(data) > MOST_WAITING:
            raise NodeError(f"The child has not read {self._stdin.waiting} bytes that were written before")
        self._stdin.write(data)

    def close(self) -> None:
        """Close the child's stdin, after what was written."""
        if self._stdin is not None:
            self._stdin.end()
            self._stdin = None

    def kill(self, signal: str | int = "SIGTERM") -> None:
        """Send a signal to the child; nothing when it has ended already."""
        number = signal_number(signal or "SIGTERM")
        if self.pid is not None and not self._ended:
            processes.kill(self.pid, number)

    # -- from start to end ----------------------------------------------------------------------------

    def _spawn(self, command: str, args: Iterable[Any], env: Mapping[str, Any]) -> None:
        loop = get_loop()
        ours, theirs = _pipes()
        try:
            self.pid = _start([to_text(arg) for arg in (command, *args)], _environment(env), theirs)
        except BaseException:
            for fd in ours:
                os.close(fd)
            raise
        finally:
            for fd in theirs:
                os.close(fd)
        stdin, stdout, stderr = ours
        self._stdin = Writer(stdin)
        self._watcher = loop.child(self.pid)
        loop.watch(self._watcher, self._exited)
        for event, fd in (("output", stdout), ("error", stderr)):
            _Output(self, event, fd)

    def _exited(self) -> None:
        """The child ended; one that a signal killed gets the code that a shell would give it."""
        code = os.waitstatus_to_exitcode(self._watcher.rstatus)
        self._code = code if code >= 0 else 128 - code
        self._watcher.stop()
        self._watcher.close()
        self._ended = True
        if self._stdin is not None:
            self._stdin.close()
        self._settle()

    def _settle(self) -> None:
        self._pending -= 1
        if not self._pending:
            self.emit("exit", self._code)


class _Output:
    """One of the child's outputs, told as an event whose last value is None."""

    def __init__(self, child: ChildProcess, event: str, fd: int) -> None:
        self._child = child
        self._event = event
        self._decode = decoder("utf8")
        Reader(fd, self._received, self._ended)

    def _received(self, data: bytes, final: bool = False) -> None:
        text = self._decode(data, final)
        if text:
            self._child.emit(self._event, text)

    def _ended(self) -> None:
        self._received(b"", True)
        self._child.emit(self._event, None)
        self._child._settle()


def _pipes() -> tuple[list[int], list[int]]:
    """Our ends of stdin, stdout and stderr, which do not block, and the child's ends."""
    (child_in, stdin), (stdout, child_out), (stderr, child_err) = os.pipe(), os.pipe(), os.pipe()
    ours = [stdin, stdout, stderr]
    for fd in ours:
        os.set_blocking(fd, False)
    return ours, [child_in, child_out, child_err]


def _start(argv: list[str], env: dict[str, str], stdio: list[int]) -> int:
    """Start a program, or else a child that says why there is none; its PID."""
    try:
        return processes.start(argv, stdio, env=env)
    except processes.NotStarted as failed:
        complaint = f"execvp(): {os.strerror(failed.error.errno or 0)}"
        script = 'printf "%s\\n" "$1" >&2; exit 127'
        return processes.start(["/bin/sh", "-c", script, "sh", complaint], stdio, env={})


def _environment(env: Mapping[str, Any]) -> dict[str, str]:
    return {str(name): to_text(value) for name, value in env.items()}
