"""`process.stdout` and `process.stderr` of 0.10: what is written has left when `write` returns."""

from __future__ import annotations

import os
import select
import signal
import stat
import sys
from typing import Any

from nodecore import encodings
from nodecore.loop import get_loop

from eras.node_0_10.errors import NodeError, NodeTypeError, system_error
from eras.node_0_10.stream import Writable

_TYPES = ((stat.S_ISREG, "fs"), (stat.S_ISFIFO, "pipe"), (stat.S_ISSOCK, "pipe"), (stat.S_ISCHR, "fs"))


class StandardStream(Writable):
    """A descriptor that is written at once and stays open as long as the process."""

    is_standard_stream = True
    """What the core asks before a pipe may end it."""
    js_visible: tuple[str, ...] = ("_isStdio", "_type", *Writable.js_visible)  # type: ignore[assignment]

    def __init__(self, fd: int) -> None:
        super().__init__()
        self.fd = fd
        self._isStdio = True
        self._type = _type(fd)
        self._broken = False

    def write(self, chunk: Any, encoding: Any = None, callback: Any = None) -> bool:
        """Write a string or buffer."""
        if callable(encoding):
            encoding, callback = None, encoding
        if self._broken:
            return False
        try:
            _write_out(self.fd, _bytes(chunk, encoding))
        except OSError as error:
            self._break()
            get_loop().next_tick(self.emit, "error", system_error(error, "write"))
            return False
        if callback is not None:
            get_loop().next_tick(callback)
        return True

    def _break(self) -> None:
        """Nobody reads any more: tell it once, and let what is buffered go nowhere."""
        self._broken = True
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, self.fd)
        os.close(null)

    def end(self, chunk: Any = None, encoding: Any = None, callback: Any = None) -> None:
        """Write a last piece, then fail: it cannot be closed."""
        if chunk is not None and not callable(chunk):
            self.write(chunk, encoding, callback)
        self.destroy()

    def destroy(self, error: Any = None) -> None:
        """Fail: it cannot be closed."""
        name = "stdout" if self.fd == 1 else "stderr"
        self.emit("error", error or NodeError(f"process.{name} cannot be closed."))

    destroySoon = destroy


class TerminalStream(StandardStream):
    """One that somebody looks at, and that has a size."""

    def __init__(self, fd: int) -> None:
        super().__init__(fd)
        self.isTTY = True
        self.columns, self.rows = os.get_terminal_size(fd)
        self._resized = get_loop().signal(signal.SIGWINCH)
        get_loop().watch(self._resized, self._look_at_size)

    def _look_at_size(self) -> None:
        size = list(os.get_terminal_size(self.fd))
        if size != [self.columns, self.rows]:
            self.columns, self.rows = size
            self.emit("resize")

    def getWindowSize(self) -> list[int]:
        """[columns, rows] of a terminal."""
        return list(os.get_terminal_size(self.fd))


def standard_stream(fd: int) -> StandardStream:
    """What `process.stdout` or `process.stderr` is for a descriptor."""
    return TerminalStream(fd) if os.isatty(fd) else StandardStream(fd)


def _type(fd: int) -> str:
    if os.isatty(fd):
        return "tty"
    try:
        mode = os.fstat(fd).st_mode
    except OSError:
        return "fs"
    return next((name for matches, name in _TYPES if matches(mode)), "fs")


def _bytes(chunk: Any, encoding: Any) -> bytes:
    if isinstance(chunk, (bytes, bytearray, memoryview)):
        return bytes(chunk)
    if not isinstance(chunk, str):
        raise NodeTypeError("invalid data")
    return encodings.encode(chunk, encoding if isinstance(encoding, str) else None)


def _write_out(fd: int, data: bytes) -> None:
    stream = sys.stdout if fd == 1 else sys.stderr
    stream.flush()
    try:
        real = stream.fileno() == fd
    except (OSError, ValueError, AttributeError):
        real = False
    if real:
        _write_descriptor(fd, data)
    else:
        stream.write(data.decode("utf-8", "replace"))


def _write_descriptor(fd: int, data: bytes) -> None:
    """Write all of it, also where whoever shares the descriptor made it non-blocking."""
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(fd, rest) :]
        except BlockingIOError:
            select.select([], [fd], [])
