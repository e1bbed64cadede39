"""The system calls behind `posix`.

What holds here:

- A call checks its arguments and returns the work. The work may block and is done in a thread, or at once.
- Work that gives several values returns a tuple.
- What is read is read in pieces, so that memory follows what a file has and not what was asked for.
"""

from __future__ import annotations

import errno
import os
import stat as modes
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from nodecore.errors import NodeTypeError

from .encodings import decoder, to_bytes
from .stats import Stats

Work = Callable[[], Any]

PIECE = 1 << 20
LARGEST = 1 << 30
"""More than so many bytes are no string."""


def rename(path1: str, path2: str) -> Work:
    """Give a file another name. See rename(2)."""
    return partial(os.rename, _path(path1), _path(path2))


def stat(path: str) -> Work:
    """The `Stats` of a file. See stat(2)."""
    path = _path(path)
    return lambda: Stats(os.stat(path))


def unlink(path: str) -> Work:
    """Delete a file. See unlink(2)."""
    return partial(os.unlink, _path(path))


def rmdir(path: str) -> Work:
    """Delete an empty directory. See rmdir(2)."""
    return partial(os.rmdir, _path(path))


def mkdir(path: str, mode: int | None = None) -> Work:
    """Make a directory. See mkdir(2)."""
    return partial(os.mkdir, _path(path), 0o777 if mode is None else _integer(mode, "mode"))


def readdir(path: str) -> Work:
    """The names in a directory, without `.` and `..`."""
    return partial(os.listdir, _path(path))


def close(fd: int) -> Work:
    """Close a file. See close(2)."""
    return partial(os.close, _integer(fd, "fd"))


def open(path: str, flags: int, mode: int | None = None) -> Work:
    """The descriptor of a file, opened with flags such as `process.O_CREAT`. See open(2)."""
    mode = 0o666 if mode is None else _integer(mode, "mode")
    return partial(os.open, _path(path), _integer(flags, "flags"), mode)


def write(
    fd: int, data: str | bytes | Sequence[int], position: int | None = None, encoding: str | None = "binary"
) -> Work:
    """Write to a file, at `position` if given; how many bytes were written. See pwrite(2)."""
    fd = _integer(fd, "fd")
    data = to_bytes(data, encoding or "binary")
    if position is None:
        return partial(os.write, fd, data)
    return partial(os.pwrite, fd, data, _integer(position, "position"))


def read(fd: int, length: int, position: int | None = None, encoding: str | None = "binary") -> Work:
    """Read from a file, at `position` if given; what was read and how many bytes that was."""
    fd, length = _integer(fd, "fd"), min(_integer(length, "length"), LARGEST)
    position = None if position is None else _integer(position, "position")
    decode = decoder(encoding or "binary")

    def work() -> tuple[str, int]:
        data = _read(fd, length, position)
        return decode(data, True), len(data)

    return work


def cat(filename: str, encoding: str | None = "utf8") -> Work:
    """The contents of a file."""
    filename, decode = _path(filename), decoder(encoding or "utf8")

    def work() -> str:
        fd = os.open(filename, os.O_RDONLY)
        try:
            return decode(_read_all(fd), True)
        finally:
            os.close(fd)

    return work


def sendfile(outFd: int, inFd: int, inOffset: int | None, length: int) -> Work:
    """Copy from one file to another within the system; how many bytes were copied. See sendfile(2)."""
    offset = None if inOffset is None else _integer(inOffset, "inOffset")
    return partial(
        os.sendfile, _integer(outFd, "outFd"), _integer(inFd, "inFd"), offset, _integer(length, "length")
    )


def _read(fd: int, length: int, position: int | None) -> bytes:
    """Up to `length` bytes. Only a plain file can be read on after a full piece without having to wait."""
    plain = modes.S_ISREG(os.fstat(fd).st_mode)
    pieces: list[bytes] = []
    done = 0
    while True:
        wanted = min(length - done, PIECE)
        piece = os.read(fd, wanted) if position is None else os.pread(fd, wanted, position + done)
        pieces.append(piece)
        done += len(piece)
        if done == length or len(piece) < wanted or not plain:
            return b"".join(pieces)


def _read_all(fd: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := os.read(fd, PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return b"".join(pieces)


def _path(path: Any) -> str:
    try:
        text = os.fsdecode(path)
    except TypeError:
        raise NodeTypeError("A path must be a string") from None
    if "\0" in text:
        raise NodeTypeError("A path must not contain NUL")
    return text


def _integer(value: Any, name: str) -> int:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0 and value == value // 1:
        return int(value)
    raise NodeTypeError(f"{name} must be an integer that is not negative")
