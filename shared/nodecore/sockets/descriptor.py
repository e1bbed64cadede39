"""Descriptors that are no sockets: a pipe or a terminal, where a connection expects a socket."""

from __future__ import annotations

import errno
import os
import select
import socket
from collections.abc import Sequence
from typing import Any, NoReturn

from ..descriptors import kind_of
from .connection import Socket

_STANDARD = 2
"""Descriptors up to this one are shared with other programs, which expect them to block."""


class Descriptor:
    """What a `Socket` asks of its socket, of a pipe or a terminal. It has no address and no halves."""

    family = socket.AF_UNIX

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._ready = select.poll()
        self._ready.register(fd, select.POLLIN)
        if fd > _STANDARD:
            os.set_blocking(fd, False)

    def fileno(self) -> int:
        return self._fd

    def recv(self, size: int) -> bytes:
        if not self._ready.poll(0):
            raise BlockingIOError
        return os.read(self._fd, size)

    def send(self, data: Any) -> int:
        return os.write(self._fd, data)

    def sendmsg(self, pieces: Sequence[Any]) -> int:
        return os.writev(self._fd, pieces)

    def shutdown(self, _how: int) -> NoReturn:
        raise OSError(errno.ENOTCONN, os.strerror(errno.ENOTCONN))

    getsockname = getpeername = lambda self: self.shutdown(0)

    def close(self) -> None:
        fd, self._fd = self._fd, -1
        os.close(fd)


def adopt(fd: int) -> Socket:
    """The connection that `fd` is, which a file can never be."""
    if kind_of(fd) in ("PIPE", "TTY"):
        return Socket(Descriptor(fd))  # type: ignore[arg-type]
    sock = socket.socket(fileno=fd)
    sock.setblocking(False)
    return Socket(sock)
