"""What descriptors lead to, and one that is kept for when there is no other."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Result = TypeVar("Result")


def kind_of(fd: int) -> str:
    """What a descriptor leads to: SOCKET, PIPE, TTY, FILE, or UNKNOWN for none."""
    try:
        mode = os.fstat(fd).st_mode
    except (OSError, OverflowError):
        return "UNKNOWN"
    if stat.S_ISSOCK(mode):
        return "SOCKET"
    if stat.S_ISFIFO(mode):
        return "PIPE"
    return "TTY" if os.isatty(fd) else "FILE"


class Reserve:
    """A descriptor that is free for a moment, where what needs one cannot wait until another is closed."""

    def __init__(self) -> None:
        self._fd: int | None = None

    def keep(self) -> None:
        """Have one from now on, or from the next call on if there is none at present."""
        if self._fd is None:
            try:
                self._fd = os.open(os.devnull, os.O_RDONLY)
            except OSError:
                return

    @contextmanager
    def lent(self) -> Iterator[bool]:
        """Whether there was one: it is free until the end of the block."""
        fd, self._fd = self._fd, None
        if fd is not None:
            os.close(fd)
        try:
            yield fd is not None
        finally:
            self.keep()

    def call(self, function: Callable[..., Result], *args: object) -> Result:
        """`function(*args)`, which has this descriptor when there is no other."""
        try:
            return function(*args)
        except OSError as error:
            if error.errno != errno.EMFILE:
                raise
        with self.lent():
            return function(*args)


reserve = Reserve()
