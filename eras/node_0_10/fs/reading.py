"""`read` and `write`, which move bytes between an open file and a part of a Buffer."""

from __future__ import annotations

from typing import Any

from nodecore import encodings
from nodecore.errors import NodeError
from nodecore.loop import get_loop

from . import calls
from .arguments import bytes_of, integer
from .twins import at_once, later, perform, split_callback, submit

BUFFERS = (bytes, bytearray, memoryview)

readBytes = later(calls.read_bytes, name="readBytes")
readBytesSync = at_once(calls.read_bytes, name="readBytes")


def read(fd, buffer, offset=None, length=None, position=None, callback=None) -> None:
    """Read into a part of `buffer`, a bytearray; the callback gets (error, bytesRead, buffer).

    The old form `(fd, length, position, encoding, callback)` gives (error, text, bytesRead).
    """
    given, callback = split_callback((fd, buffer, offset, length, position, callback), {})
    if not isinstance(buffer, BUFFERS):
        _read_text(given, callback)
        return
    view, work = _reading(fd, buffer, offset, length, position)

    def done(error: Any = None, data: bytes = b"") -> None:
        view[: len(data)] = data
        callback(error, len(data), buffer)

    submit(work, done)


def readSync(fd, buffer, offset=None, length=None, position=None) -> Any:
    """Read into a part of `buffer`, a bytearray; how many bytes.

    The old form `(fd, length, position, encoding)` gives [text, bytesRead].
    """
    if not isinstance(buffer, BUFFERS):
        data = perform(calls.read_bytes(fd, buffer, offset))
        return [encodings.decode(data, length), len(data)]
    view, work = _reading(fd, buffer, offset, length, position)
    data = perform(work)
    view[: len(data)] = data
    return len(data)


def _reading(fd: Any, buffer: Any, offset: Any, length: Any, position: Any) -> tuple[memoryview, Any]:
    start, count = integer(offset or 0), integer(length or 0)
    if not 0 <= start < len(buffer):
        raise NodeError("Offset is out of bounds")
    if count < 0 or start + count > len(buffer):
        raise NodeError("Length extends beyond buffer")
    return memoryview(buffer)[start : start + count], calls.read_bytes(fd, count, position)


def _read_text(given: tuple, callback: Any) -> None:
    fd, length, position, encoding, *_ = (*given, None, None, None)

    def done(error: Any = None, data: bytes = b"") -> None:
        callback(error, encodings.decode(data, encoding), len(data))

    submit(calls.read_bytes(fd, length, position), done)


def write(fd, buffer, offset=None, length=None, position=None, callback=None) -> None:
    """Write a part of `buffer`; the callback gets (error, written, buffer).

    The old form is `(fd, text, position, encoding, callback)`.
    """
    given, callback = split_callback((fd, buffer, offset, length, position, callback), {})
    data, position = _to_write(*given)
    if not data:
        get_loop().next_tick(callback, None, 0)
        return
    shown = buffer if isinstance(buffer, BUFFERS) else data

    def done(error: Any = None, written: int = 0) -> None:
        callback(error, written, shown)

    submit(calls.write_bytes(fd, data, position), done)


def writeSync(fd, buffer, offset=None, length=None, position=None) -> int:
    """Write a part of `buffer`; how many bytes. The old form is `(fd, text, position, encoding)`."""
    data, position = _to_write(fd, buffer, offset, length, position)
    return perform(calls.write_bytes(fd, data, position)) if data else 0


def _to_write(
    fd: Any, buffer: Any = None, offset: Any = None, length: Any = None, position: Any = None
) -> tuple[bytes, Any]:
    integer(fd)
    if not isinstance(buffer, BUFFERS):
        return bytes_of(buffer, length), offset
    if not length:
        return b"", position
    start, count = integer(offset or 0), integer(length)
    if not 0 <= start < len(buffer):
        raise NodeError("Offset is out of bounds")
    if count < 0 or start + count > len(buffer):
        raise NodeError("off + len > buffer.length")
    return bytes(memoryview(buffer)[start : start + count]), position
