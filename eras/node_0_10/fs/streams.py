"""Files as streams."""

from __future__ import annotations

from typing import Any

from nodecore.errors import NodeError, NodeTypeError
from nodecore.loop import get_loop
from nodecore.values import is_number

from ..options import merged
from ..stream import Readable, Stream, Writable
from . import calls
from .twins import later, submit

_PIECE = 64 * 1024
_open = later(calls.open_)


class _Descriptor(Stream):
    """What both kinds of file streams do with their descriptor."""

    _closed = False
    _destroyed = False

    def _describe(self, path: Any, options: dict[str, Any], flags: str) -> None:
        """What is to be opened, or is open already."""
        self.path = path
        self.fd: Any = options.get("fd")
        self.flags = options.get("flags") or flags
        self.mode = 0o666 if options.get("mode") is None else options["mode"]
        self.start = options.get("start")

    def _opened(self, error: Any, fd: int | None = None) -> bool:
        if error is not None:
            self.emit("error", error)
            return False
        self.fd = fd
        self.emit("open", fd)
        return True

    def destroy(self) -> None:
        """Close the file at once."""
        if not self._destroyed:
            self._destroyed = self.destroyed = True
            if is_number(self.fd):
                self.close()

    def close(self, callback: Any = None) -> None:
        """Close the file, as soon as it is open; `close` is emitted then."""
        if callback is not None:
            self.once("close", callback)
        if not is_number(self.fd):
            self.once("open", lambda fd: self._close(fd))
        elif self._closed:
            get_loop().next_tick(self.emit, "close")
        else:
            self._close(self.fd)

    def _close(self, fd: Any) -> None:
        self._closed = self.closed = True
        self.fd = None
        submit(calls.close(fd), self._file_closed)

    def _file_closed(self, error: Any = None) -> None:
        if error is not None:
            self.emit("error", error)
        else:
            self.emit("close")


class ReadStream(Readable, _Descriptor):
    """Reads a file, or from `start` to `end` of it, both included.

    Events, besides those of every readable stream: `open` with the descriptor, `close`.
    """

    js_visible = ("_read",)
    js_null = ("fd", "path")
    event_arity = {"open": 1, "close": 0}

    def __init__(self, path=None, options=None, **more):
        """Options: `flags`, `mode`, `start`, `end`, `encoding`, `fd`, `autoClose`, `highWaterMark`."""
        options = {"highWaterMark": _PIECE, **merged(options, more)}
        super().__init__(options)
        self._describe(path, options, "r")
        self.end = options.get("end")
        self.autoClose = options.get("autoClose") is not False
        self.pos = None
        self._check_range()
        if not is_number(self.fd):
            self.open()
        self.on("end", self._all_read)

    def _check_range(self) -> None:
        if self.start is None:
            return
        if not is_number(self.start):
            raise NodeTypeError("start must be a Number")
        if self.end is None:
            self.end = float("inf")
        elif not is_number(self.end):
            raise NodeTypeError("end must be a Number")
        if self.start > self.end:
            raise NodeError("start must be <= end")
        self.pos = self.start

    def _all_read(self) -> None:
        if self.autoClose:
            self.destroy()

    def open(self) -> None:
        """Open the file; `open` is emitted then."""
        _open(self.path, self.flags, self.mode, self._open_ended)

    def _open_ended(self, error: Any = None, fd: int | None = None) -> None:
        if self._opened(error, fd):
            self.read()

    def _read(self, n: int) -> None:
        if not is_number(self.fd):
            self.once("open", lambda fd: self._read(n))
            return
        if self._destroyed:
            return
        count = min(_PIECE, n)
        if self.pos is not None:
            count = int(min(self.end - self.pos + 1, count))
            if count <= 0:
                self.push(None)
                return
        submit(calls.read_bytes(self.fd, count, self.pos), self._piece_read)
        if self.pos is not None:
            self.pos += count

    def _piece_read(self, error: Any = None, data: bytes | None = None) -> None:
        if error is None:
            self.push(data or None)
            return
        if self.autoClose:
            self.destroy()
        self.emit("error", error)


class WriteStream(Writable, _Descriptor):
    """Writes a file, or at `start` of it.

    Events, besides those of every writable stream: `open` with the descriptor, `close`.
    """

    js_visible = ("_write",)
    js_null = ("fd", "path")
    event_arity = {"open": 1, "close": 0}

    def __init__(self, path=None, options=None, **more):
        """Options: `flags`, `mode`, `start`, `fd`, `highWaterMark`."""
        options = merged(options, more)
        super().__init__(options)
        self._describe(path, options, "w")
        self.pos = None
        self.bytesWritten = 0
        if self.start is not None:
            if not is_number(self.start):
                raise NodeTypeError("start must be a Number")
            if self.start < 0:
                raise NodeError("start must be >= zero")
            self.pos = self.start
        if not is_number(self.fd):
            self.open()
        self.once("finish", lambda: self.close())

    def open(self) -> None:
        """Open the file; `open` is emitted then."""
        _open(self.path, self.flags, self.mode, self._open_ended)

    def _open_ended(self, error: Any = None, fd: int | None = None) -> None:
        if error is not None:
            self.destroy()
        self._opened(error, fd)

    def _write(self, chunk: Any, encoding: Any, callback: Any) -> None:
        if not isinstance(chunk, (bytes, bytearray, memoryview)):
            self.emit("error", NodeError("Invalid data"))
            return
        if not is_number(self.fd):
            self.once("open", lambda fd: self._write(chunk, encoding, callback))
            return

        def written(error: Any = None, count: int = 0) -> None:
            if error is not None:
                self.destroy()
                callback(error)
                return
            self.bytesWritten += count
            callback()

        submit(calls.write_bytes(self.fd, chunk, self.pos), written)
        if self.pos is not None:
            self.pos += len(chunk)

    def destroySoon(self) -> None:
        """Close the file once everything is written."""
        self.end()


def createReadStream(path, options=None, **more) -> ReadStream:
    """A `ReadStream` of the file at `path`."""
    return ReadStream(path, options, **more)


def createWriteStream(path, options=None, **more) -> WriteStream:
    """A `WriteStream` of the file at `path`."""
    return WriteStream(path, options, **more)
