"""The system calls behind `fs`.

A call checks its arguments and returns the work, which may block. The work is done in a thread, or at once.
"""

from __future__ import annotations

import errno
import math
import os
import stat as modes
from collections.abc import Callable
from functools import partial
from typing import Any

from nodecore import encodings
from nodecore.errors import NodeError
from nodecore.values import LARGEST_BUFFER, is_number

from .arguments import (
    bytes_of,
    file_options,
    flags_of,
    identity,
    integer,
    length_of,
    mode_of,
    path_of,
    position_of,
    seconds_of,
)
from .failures import Failure, attempt
from .stats import Stats

Work = Callable[[], Any]

PIECE = 1 << 20
_NO_MODE = "mode must be an int"


class TooLarge(NodeError, OverflowError):
    """More than a Buffer can hold."""


# -- names ----------------------------------------------------------------------------------------


def rename(oldPath, newPath) -> Work:
    """Give a file another name."""
    old = path_of(oldPath, "old path must be a string")
    return partial(attempt, "rename", old, os.rename, old, path_of(newPath, "new path must be a string"))


def link(srcpath, dstpath) -> Work:
    """Give a file a second name."""
    source = path_of(srcpath, "dest path must be a string")
    return partial(attempt, "link", source, os.link, source, path_of(dstpath, "src path must be a string"))


def symlink(destination, path, type_=None) -> Work:
    """Make a symbolic link at `path`; its `type` only matters on Windows."""
    destination = path_of(destination, "dest path must be a string")
    path = path_of(path, "src path must be a string")
    if isinstance(type_, str) and type_ not in ("file", "dir", "junction"):
        raise NodeError("Unknown symlink type")

    def work() -> None:
        try:
            os.symlink(destination, path)
        except OSError as error:
            # Which of the two paths an error names differs between the twins.
            raise Failure(error, "symlink", destination, path) from None

    return work


def readlink(path) -> Work:
    """What a symbolic link leads to."""
    path = path_of(path)
    return partial(attempt, "readlink", path, os.readlink, path)


def unlink(path) -> Work:
    """Delete a file."""
    path = path_of(path)
    return partial(attempt, "unlink", path, os.unlink, path)


def rmdir(path) -> Work:
    """Delete an empty folder."""
    path = path_of(path)
    return partial(attempt, "rmdir", path, os.rmdir, path)


def mkdir(path, mode=None) -> Work:
    """Make a folder."""
    path, mode = path_of(path, "Bad argument"), mode_of(mode, 0o777)
    return partial(attempt, "mkdir", path, os.mkdir, path, mode)


def readdir(path) -> Work:
    """The names in a folder, sorted, without `.` and `..`."""
    path = path_of(path)
    return lambda: sorted(attempt("readdir", path, os.listdir, path), key=os.fsencode)


# -- what is known of a file ------------------------------------------------------------------------


def stat(path) -> Work:
    """The `Stats` of a file."""
    path = path_of(path)
    return lambda: Stats(attempt("stat", path, os.stat, path))


def lstat(path) -> Work:
    """The `Stats` of a file, or of a symbolic link itself."""
    path = path_of(path)
    return lambda: Stats(attempt("lstat", path, os.lstat, path))


def fstat(fd) -> Work:
    """The `Stats` of an open file."""
    fd = integer(fd)
    return lambda: Stats(attempt("fstat", None, os.fstat, fd))


def chmod(path, mode) -> Work:
    """Change who may do what."""
    path, mode = path_of(path), mode_of(mode)
    return partial(attempt, "chmod", path, os.chmod, path, mode)


def fchmod(fd, mode) -> Work:
    """Change who may do what with an open file."""
    fd, mode = integer(fd), mode_of(mode)
    return partial(attempt, "fchmod", None, os.fchmod, fd, mode)


def lchmod(path, mode) -> Work:
    """Change who may do what, of a symbolic link itself."""
    path, mode = path_of(path), mode_of(mode)
    return partial(attempt, "lchmod", path, partial(os.chmod, follow_symlinks=False), path, mode)


def chown(path, uid, gid) -> Work:
    """Change whose file it is."""
    path = path_of(path)
    return partial(attempt, "chown", path, os.chown, path, identity(uid, "uid"), identity(gid, "gid"))


def fchown(fd, uid, gid) -> Work:
    """Change whose open file it is."""
    return partial(
        attempt, "fchown", None, os.fchown, integer(fd), identity(uid, "uid"), identity(gid, "gid")
    )


def lchown(path, uid, gid) -> Work:
    """Change whose symbolic link it is."""
    path = path_of(path)
    return partial(attempt, "lchown", path, os.lchown, path, identity(uid, "uid"), identity(gid, "gid"))


def utimes(path, atime, mtime) -> Work:
    """Set when a file was last read and changed."""
    path, times = path_of(path), _times(atime, mtime)
    return partial(attempt, "utime", path, os.utime, path, times)


def _times(*given: Any) -> tuple[float, ...]:
    """No file has a time that is no number, nor one beyond all of them."""
    return tuple(seconds if math.isfinite(seconds) else 0 for seconds in map(seconds_of, given))


def futimes(fd, atime, mtime) -> Work:
    """Set when an open file was last read and changed."""
    fd, times = integer(fd), _times(atime, mtime)
    return partial(attempt, "futime", None, os.utime, fd, times)


# -- open files -------------------------------------------------------------------------------------


def open_(path, flags, mode=None) -> Work:
    """The descriptor of a file, opened with flags such as `r+`."""
    path = path_of(path)
    return partial(_open, path, flags_of(flags), mode_of(mode, 0o666, _NO_MODE))


def close(fd) -> Work:
    """Close a descriptor."""
    return partial(attempt, "close", None, os.close, integer(fd))


def ftruncate(fd, length=None) -> Work:
    """Make an open file so long: cut it, or add zeros."""
    return partial(attempt, "ftruncate", None, os.ftruncate, integer(fd), length_of(length))


def truncate(path, length=None) -> Work:
    """Make a file so long. This generation opens it as `w` does, so what was in it is lost."""
    if is_number(path):
        return ftruncate(path, length)
    path, length = path_of(path), length_of(length)

    def work() -> None:
        fd = _open(path, flags_of("w"), 0o666)
        try:
            attempt("ftruncate", None, os.ftruncate, fd, length)
        finally:
            os.close(fd)

    return work


def fsync(fd) -> Work:
    """Wait until an open file has reached the disk."""
    return partial(attempt, "fsync", None, _sync, os.fsync, integer(fd))


def fdatasync(fd) -> Work:
    """Wait until an open file's content has reached the disk."""
    return partial(attempt, "fdatasync", None, _sync, getattr(os, "fdatasync", os.fsync), integer(fd))


def _sync(function: Callable[[int], Any], fd: int) -> None:
    os.fstat(fd)  # of a descriptor that can be none Python would not ask the system
    function(fd)


def read_bytes(fd, length, position=None) -> Work:
    """Up to `length` bytes of an open file; a `position` that is no number is where it stands."""
    fd, length = integer(fd), integer(length)
    position = position_of(int(position)) if is_number(position) and math.isfinite(position) else None
    if position is None:
        return partial(attempt, "read", None, os.read, fd, length)
    return partial(attempt, "read", None, os.pread, fd, length, position)


def write_bytes(fd, data, position=None) -> Work:
    """Write to an open file; how many bytes were written."""
    fd, position = integer(fd), position_of(position)
    if position is None:
        return partial(attempt, "write", None, os.write, fd, data)
    return partial(attempt, "write", None, os.pwrite, fd, data, position)


# -- whole files ------------------------------------------------------------------------------------


def readFile(filename, options=None, **more) -> Work:
    """What is in a file: a Buffer, or text when an `encoding` is given. Option: `flag`."""
    options = file_options(options, more, encoding=None, flag="r")
    path, flags, encoding = path_of(filename), flags_of(options["flag"]), options["encoding"]

    def work() -> Any:
        fd = _open(path, flags, 0o666)
        try:
            data = _read_all(fd)
        finally:
            os.close(fd)
        return encodings.decode(data, encoding) if encoding else data

    return work


def writeFile(filename, data, options=None, **more) -> Work:
    """Make `data` the content of a file. Options: `encoding`, `mode`, `flag`."""
    return _writing(filename, data, file_options(options, more, encoding="utf8", mode=0o666, flag="w"))


def appendFile(filename, data, options=None, **more) -> Work:
    """Add `data` to a file. Options: `encoding`, `mode`, `flag`."""
    return _writing(filename, data, file_options(options, more, encoding="utf8", mode=0o666, flag="a"))


def _writing(filename: Any, data: Any, options: dict[str, Any]) -> Work:
    path, data = path_of(filename), bytes_of(data, options["encoding"])
    flags, mode = flags_of(options["flag"]), mode_of(options["mode"], 0o666, _NO_MODE)

    def work() -> None:
        fd = _open(path, flags, mode)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[attempt("write", None, os.write, fd, rest) :]
        finally:
            os.close(fd)

    return work


def realpath(path, cache=None) -> Work:
    """The absolute path without symbolic links; `cache`, a dict, holds known answers, and gets more."""
    path = path_of(path, "Arguments to path.resolve must be strings")
    known = cache if isinstance(cache, dict) else {}

    def work() -> str:
        absolute = os.path.abspath(path)
        if absolute not in known:
            known[absolute] = _resolve(absolute, known)
        return known[absolute]

    return work


def _resolve(path: str, known: dict[str, str], depth: int = 0) -> str:
    found = "/"
    for name in path.split("/")[1:]:
        here = os.path.join(found, name)
        if here not in known:
            known[here] = _follow(here, known, depth)
        elif known[here] != here and depth < 40:
            known[here] = _resolve(known[here], known, depth + 1)  # what a program knows is looked at too
        found = known[here]
    return found


def _follow(path: str, known: dict[str, str], depth: int) -> str:
    """Where `path` leads if it is a symbolic link; what is above it is none."""
    if not modes.S_ISLNK(attempt("lstat", path, os.lstat, path).st_mode):
        return path
    if depth >= 40:
        attempt("stat", path, _raise_loop)
    target = os.path.join(os.path.dirname(path), attempt("readlink", path, os.readlink, path))
    attempt("stat", path, os.stat, path)
    return _resolve(os.path.normpath(target), known, depth + 1)


def _raise_loop() -> None:
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _open(path: str, flags: int, mode: int) -> int:
    return attempt("open", path, os.open, path, flags | os.O_CLOEXEC, mode)


def _read_all(fd: int) -> bytes:
    pieces: list[bytes] = []
    size = os.fstat(fd).st_size
    done = 0
    while True:
        if max(size, done) > LARGEST_BUFFER:
            raise TooLarge("length > kMaxLength")
        piece = attempt("read", None, os.read, fd, PIECE)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        done += len(piece)
