"""Pipes and terminals without blocking: a `Reader` to their end, and a `Writer` behind which data waits.

Whether a descriptor blocks is shared with every process that has it from the same parent. So what was
inherited is opened anew before it is made not to block.
"""

from __future__ import annotations

import os
import select
import socket
import stat
from collections import deque
from collections.abc import Callable
from typing import Any

from gevent.monkey import get_original
from nodecore.loop import READ, WRITE, get_loop

PIECE = 65536


def reopen(fd: int, flags: int) -> int | None:
    """A descriptor that does not block for the pipe or terminal behind `fd`; None if there can be none."""
    if not (stat.S_ISFIFO(os.fstat(fd).st_mode) or os.isatty(fd)):
        return None
    try:
        return os.open(f"/proc/self/fd/{fd}", flags | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError:
        return None


class Reader:
    """Hands what can be read from `fd` to `received`, then calls `ended`; keeps the program alive so long."""

    def __init__(self, fd: int, received: Callable[[bytes], Any], ended: Callable[[], Any]) -> None:
        self._fd = fd
        self._received = received
        self._ended = ended
        self._watcher = get_loop().io(fd, READ)
        get_loop().watch(self._watcher, self._readable)

    def close(self) -> None:
        """Close `fd`; nothing more is received."""
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher.close()
            self._watcher = None
            os.close(self._fd)

    def _readable(self) -> None:
        if self._watcher is None:
            return
        try:
            data = os.read(self._fd, PIECE)
        except BlockingIOError:
            return
        except OSError:
            data = b""  # a terminal that hung up, or a peer that did so rudely
        if data:
            self._received(data)
        else:
            self.close()
            self._ended()


class Writer:
    """Writes to `fd`, which does not block; keeps the program alive while something waits to be written."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._send = _sender(fd)
        self._queue: deque[memoryview] = deque()
        self._watcher: Any = None
        self._ending = False
        self.closed = False
        self.waiting = 0
        """How many bytes wait for the reader."""

    def write(self, data: bytes) -> None:
        """Write `data` as soon as the reader takes it. Once nobody reads any more it goes nowhere."""
        if data and not self.closed:
            self._queue.append(memoryview(data))
            self.waiting += len(data)
            if self._watcher is None:
                self._write_some()

    def end(self) -> None:
        """Close `fd` when everything is written."""
        self._ending = True
        if not self._queue:
            self.close()

    def close(self) -> None:
        """Close `fd` at once."""
        if not self.closed:
            self.closed = True
            self._queue.clear()
            self.waiting = 0
            self._stop_waiting()
            os.close(self._fd)

    def flush(self) -> None:
        """Write everything now, however long that blocks."""
        ready = select.poll()
        ready.register(self._fd, select.POLLOUT)
        while self._queue:
            ready.poll()
            self._write_some()

    def _write_some(self) -> None:
        queue = self._queue
        get_loop().catch_up()
        try:
            while queue:
                count = self._send(queue[0])
                self.waiting -= count
                if count == len(queue[0]):
                    queue.popleft()
                else:
                    queue[0] = queue[0][count:]
        except BlockingIOError:
            self._wait()
        except OSError:
            self.close()
        else:
            self._stop_waiting()
            if self._ending:
                self.close()

    def _wait(self) -> None:
        if self._watcher is None:
            self._watcher = get_loop().io(self._fd, WRITE)
            get_loop().watch(self._watcher, self._writable)

    def _writable(self) -> None:
        if self._watcher is not None:
            self._write_some()

    def _stop_waiting(self) -> None:
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher.close()
            self._watcher = None


def _sender(fd: int) -> Callable[[memoryview], int]:
    """What writes some of its argument to `fd` without blocking."""
    if not stat.S_ISSOCK(os.fstat(fd).st_mode):
        return lambda data: os.write(fd, data)
    # The only kind that can be told so for each call, and that cannot be opened anew.
    sock = get_original("socket", "socket")(fileno=os.dup(fd))
    return lambda data: sock.send(data, socket.MSG_DONTWAIT)
