"""Writing to stdout, which never blocks the program, and to stderr, which does; in UTF-8.

What holds here:

- What the reader of stdout takes at once is written at once. The rest waits, keeps the program alive, and is
  written before it ends. A file takes everything at once.
- More than `MOST_WAITING` bytes never wait: then writing blocks.
- A reader that left is no error: what is written goes nowhere.
"""

from __future__ import annotations

import atexit
import os
import stat
import sys
from typing import Any

from nodecore.loop import get_loop

from .descriptors import Writer, reopen

MOST_WAITING = 16 << 20


def write_out(data: str | bytes) -> None:
    """Write to stdout, so that a reader at the other end of a pipe sees it now."""
    stream = sys.stdout
    fd = _descriptor(stream)
    if fd is None:
        _write(stream, data)
        return
    try:
        stream.flush()
        _stdout.write(fd, data.encode("utf-8", "replace") if isinstance(data, str) else data)
    except BrokenPipeError:
        _discard(stream)


def write_error(data: str | bytes) -> None:
    """Write to stderr."""
    _write(sys.stderr, data)


def flush_out() -> None:
    """Write what waits for the reader of stdout, however long that blocks."""
    _stdout.flush()


class _StandardOutput:
    """The writer for the descriptor that stdout is now; tests and daemons put another in its place."""

    _behind: tuple[int, int] | None = None
    _writer: Writer | None = None

    def write(self, fd: int, data: bytes) -> None:
        behind = os.fstat(fd)
        if (behind.st_dev, behind.st_ino) != self._behind:
            self.flush()
            self._behind = behind.st_dev, behind.st_ino
            self._writer = _writer_for(fd, behind.st_mode)
        writer = self._writer
        if writer is None:
            _write_all(fd, data)
        elif writer.closed:
            raise BrokenPipeError
        else:
            writer.write(data)
            if writer.waiting > MOST_WAITING:
                writer.flush()

    def flush(self) -> None:
        if self._writer is not None:
            self._writer.flush()


_stdout = _StandardOutput()
atexit.register(flush_out)


def _writer_for(fd: int, mode: int) -> Writer | None:
    own = os.dup(fd) if stat.S_ISSOCK(mode) else reopen(fd, os.O_WRONLY)
    return None if own is None else Writer(own)


def _write_all(fd: int, data: bytes) -> None:
    get_loop().catch_up()
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def _descriptor(stream: Any) -> int | None:
    """The descriptor behind a stream; None when a test or a program has put something else there."""
    try:
        return stream.fileno()
    except (AttributeError, OSError, ValueError):
        return None


def _write(stream: Any, data: str | bytes) -> None:
    if stream is None:
        return
    get_loop().catch_up()
    text = data if isinstance(data, str) else data.decode("utf-8", "replace")
    try:
        try:
            stream.write(text)
        except UnicodeEncodeError as error:
            stream.write(text.encode(error.encoding, "replace").decode(error.encoding))
        stream.flush()
    except BrokenPipeError:
        _discard(stream)


def _discard(stream: Any) -> None:
    """Give a stream without a reader /dev/null, or the interpreter would complain when it flushes at exit."""
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, stream.fileno())
    finally:
        os.close(null)
