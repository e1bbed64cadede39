"""`process.stdio`: standard input in pieces, standard output and standard error."""

from __future__ import annotations

import os
import stat
from typing import Any

from nodecore.errors import NodeError
from nodecore.loop import get_loop

from .descriptors import PIECE, Reader, reopen
from .encodings import Decoder, decoder
from .events import EventEmitter
from .output import write_error, write_out
from .text import to_text

STDIN = 0


class Stdio(EventEmitter):
    """Emits `data` for what stdin receives once it is open, and `close` when it is closed."""

    event_arity = {"data": 1, "close": 0}

    def __init__(self) -> None:
        self._input: Reader | _FileReader | None = None
        self._decode: Decoder | None = None

    def open(self, encoding: str | None = "utf8") -> None:
        """Open stdin. The program stays alive until it is closed, from here or by the other side."""
        if self._input is not None:
            raise NodeError("stdin is open already")
        self._decode = decoder(encoding or "utf8")
        self._input = _reader_of(STDIN, self._received, self._ended)

    def write(self, data: Any) -> None:
        """Write `data` to stdout."""
        write_out(_writable(data))

    def writeError(self, data: Any) -> None:
        """Write `data` to stderr, and wait until it is written."""
        write_error(_writable(data))

    def close(self) -> None:
        """Close stdin: the other side of a pipe can tell."""
        if self._input is None:
            return
        self._input.close()
        self._input = None
        _put_nothing_behind(STDIN)
        get_loop().call_soon(self.emit, "close")

    def _received(self, data: bytes) -> None:
        text = self._decode(data)  # type: ignore[misc]
        if text:
            self.emit("data", text)

    def _ended(self) -> None:
        self._input = None
        rest = self._decode(b"", True)  # type: ignore[misc]
        if rest:
            self.emit("data", rest)
        self.emit("close")


class _FileReader:
    """What `Reader` is to pipes: a file is always ready, so it is read in a thread."""

    def __init__(self, fd: int, received: Any, ended: Any) -> None:
        self._fd = fd
        self._received = received
        self._ended = ended
        self._closed = False
        self._next()

    def close(self) -> None:
        self._closed = True

    def _next(self) -> None:
        get_loop().in_thread(os.read, self._fd, PIECE, done=self._done)

    def _done(self, error: BaseException | None, data: bytes) -> None:
        if self._closed:
            return
        if error is not None or not data:
            self._ended()
            return
        self._received(data)
        if not self._closed:
            self._next()


def _reader_of(fd: int, received: Any, ended: Any) -> Reader | _FileReader:
    if stat.S_ISREG(os.fstat(fd).st_mode):
        return _FileReader(fd, received, ended)
    own = reopen(fd, os.O_RDONLY)
    return Reader(os.dup(fd) if own is None else own, received, ended)


def _put_nothing_behind(fd: int) -> None:
    """Close a standard descriptor, whose number no other file may get."""
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, fd)
    os.close(nothing)


def _writable(data: Any) -> str | bytes:
    return bytes(data) if isinstance(data, (bytes, bytearray)) else to_text(data)
