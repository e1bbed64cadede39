"""`process.stdout` and `process.stderr` of 0.10: what is written has left when `write` returns."""

from __future__ import annotations

import os
import select
import sys
from typing import Any

from nodecore import encodings
from nodecore.descriptors import kind_of
from nodecore.loop import get_loop

from eras.node_0_10.errors import NodeError, NodeTypeError, system_error
from eras.node_0_10.stream import Writable

_TYPES = {"TTY": "tty", "PIPE": "pipe", "SOCKET": "pipe"}


class StandardStream(Writable):
    """A descriptor that is written at once and stays open as long as the process."""

    is_standard_stream = True
    """What the core asks before a pipe may end it."""
    js_visible: tuple[str, ...] = ("_isStdio", "_type", *Writable.js_visible)  # type: ignore[assignment]

    def __init__(self, fd: int) -> None:
        super().__init__()
        self.fd = fd
        self._isStdio = True
        self._type = _TYPES.get(kind_of(fd), "fs")
        self.readable = False
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


def standard_output(fd: int) -> StandardStream:
    """`process.stdout` or `process.stderr`."""
    if not os.isatty(fd):
        return StandardStream(fd)
    from .tty_0_10 import WriteStream

    return WriteStream(fd)


def _bytes(chunk: Any, encoding: Any) -> bytes:
    if isinstance(chunk, (bytes, bytearray, memoryview)):
        return bytes(chunk)
    if not isinstance(chunk, str):
        raise NodeTypeError("invalid data")
    return encodings.encode(chunk, encoding if isinstance(encoding, str) else None)


def _write_out(fd: int, data: bytes) -> None:
    get_loop().catch_up()
    stream = {1: sys.stdout, 2: sys.stderr}.get(fd)
    if stream is None:
        _write_descriptor(fd, data)
        return
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
