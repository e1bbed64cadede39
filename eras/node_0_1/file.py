"""The module `file`: whole files, and files whose calls are made in the order they were asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from nodecore.errors import NodeError, NodeTypeError
from nodecore.loop import get_loop

from . import posix
from .posix import cat as read
from .process_object import process
from .promise import Promise

__all__ = ["File", "read", "write"]

_MODES = {
    "r": process.O_RDONLY,
    "r+": process.O_RDWR,
    "w": process.O_CREAT | process.O_TRUNC | process.O_WRONLY,
    "w+": process.O_CREAT | process.O_TRUNC | process.O_RDWR,
    "a": process.O_APPEND | process.O_CREAT | process.O_WRONLY,
    "a+": process.O_APPEND | process.O_CREAT | process.O_RDWR,
}


class File:
    """A file that is opened in a mode of fopen(3).

    Its promises are kept one after the other, so that nothing has to be chained. `options` may
    have an `encoding`, which is `utf8` otherwise.
    """

    _error: BaseException | None = None

    def __init__(self, filename: str, mode: str = "r", options: dict | None = None) -> None:
        if mode not in _MODES:
            raise NodeTypeError(f"Unknown file mode: {mode}")
        self._encoding = (options or {}).get("encoding", "utf8")
        self._waiting: deque[tuple[Callable[[], Promise], Promise]] = deque()
        self._fd: int | None = None
        opened = self._enqueue(lambda: posix.open(filename, _MODES[mode], 0o666))
        opened.addCallback(self._opened)
        opened.addErrback(self._not_opened)

    def read(self, length: int, position: int | None = None) -> Promise:
        """Read up to `length` bytes; the promise gets the text and their number."""
        return self._enqueue(lambda: posix.read(self._fd, length, position, self._encoding))

    def write(self, data: Any, position: int | None = None) -> Promise:
        """Write `data`; the promise gets the number of bytes."""
        return self._enqueue(lambda: posix.write(self._fd, data, position, self._encoding))

    def close(self) -> Promise:
        """Close the file, after everything that was asked for before."""
        return self._enqueue(lambda: posix.close(self._fd))

    def _opened(self, fd: int) -> None:
        self._fd = fd

    def _not_opened(self, error: BaseException) -> None:
        """Nothing that was asked for, or will be, can be done."""
        self._error = error

    def _enqueue(self, call: Callable[[], Promise]) -> Promise:
        promise = Promise()
        self._waiting.append((call, promise))
        if len(self._waiting) == 1:
            get_loop().call_soon(self._next)
        return promise

    def _next(self) -> None:
        call, promise = self._waiting[0]
        try:
            if self._error is not None:
                raise self._error
            under_way = call()
        except NodeError as error:
            self._done(promise.emitError, (error,))
            return
        under_way.addCallback(lambda *values: self._done(promise.emitSuccess, values))
        under_way.addErrback(lambda *values: self._done(promise.emitError, values))

    def _done(self, emit: Callable[..., None], values: tuple) -> None:
        self._waiting.popleft()
        if self._waiting:
            get_loop().call_soon(self._next)
        emit(*values)


def write(filename: str, data: Any, encoding: str = "utf8") -> Promise:
    """Make `data` the contents of a file; the promise is kept when the file is closed."""
    promise = Promise()
    file = File(filename, "w", {"encoding": encoding})
    written = file.write(data)
    closed = file.close()
    written.addErrback(promise.emitError)
    closed.addCallback(promise.emitSuccess)
    return promise
