"""`Server`: sockets that listen, and the connections they accept."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from typing import Any

from .. import network
from ..descriptors import reserve
from ..loop import READ, Timer, get_loop
from . import within
from .address import Address, named, system_error
from .connection import Socket
from .corked import uncork
from .references import Referenced

ACCEPTS_PER_ROUND = 128

_loop = get_loop()


class Server(Referenced):
    """Listening sockets; `accepted(socket)` is called with each new `Socket`."""

    def __init__(self, accepted: Callable[[Socket], Any]) -> None:
        self.accepted = accepted
        self.max_connections: float | None = None
        """Connections beyond so many are closed at once; None for no limit."""
        self.connections = 0
        self._sockets: list[socket.socket] = []
        self._watchers: list[Any] = []
        self._ref = True
        self._path: str | None = None
        self._pause: Timer | None = None

    @property
    def listening(self) -> bool:
        return bool(self._sockets)

    def listen(self, port: int, host: str | None = None, backlog: int = 511) -> None:
        """Listen on a TCP port. Raises NodeError."""
        uncork()
        try:
            self._start(network.current().listen(host, port, backlog))
        except OSError as error:
            raise system_error(error, "listen") from None

    def listen_unix(self, path: str, backlog: int = 511) -> None:
        """Listen on a Unix socket, which is removed on close. Raises NodeError."""
        uncork()
        try:
            self._start([network.current().listen_unix(path, backlog)])
        except OSError as error:
            raise system_error(error, "listen") from None
        self._path = path

    def listen_socket(self, sock: socket.socket | int, backlog: int = 511) -> None:
        """Listen on a bound socket, or on a descriptor of one. Raises NodeError."""
        uncork()
        try:
            if isinstance(sock, int):
                sock = socket.socket(fileno=sock)
            sock.setblocking(False)
            sock.listen(backlog)
        except OSError as error:
            raise system_error(error, "listen") from None
        self._start([sock])

    def _start(self, sockets: list[socket.socket]) -> None:
        reserve.keep()
        self._sockets = sockets
        for sock in sockets:
            watcher = _loop.io(sock.fileno(), READ)
            watcher.ref = self._ref
            _loop.watch(watcher, self._accept, sock)
            self._watchers.append(watcher)

    def address(self) -> Address | str | None:
        """Where the server listens; a path for a Unix socket."""
        if not self._sockets:
            return None
        return named(self._sockets[0].getsockname, self._sockets[0].family)

    def fileno(self) -> int:
        """The descriptor of the first listening socket, or -1."""
        return self._sockets[0].fileno() if self._sockets else -1

    def _accept(self, listener: socket.socket, turn: int = 1) -> None:
        """Accept a connection and hand it over; the next one follows, before anything else that is ready."""
        if not self._sockets:
            return
        try:
            sock, peer = listener.accept()
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            return
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE):
                self._turn_away(listener)
            elif error.errno in (errno.ENOBUFS, errno.ENOMEM):
                self._pause_accepting()
            return
        if turn < ACCEPTS_PER_ROUND:
            _loop.call_next(self._accept, listener, turn + 1)
        if self.max_connections is not None and self.connections >= self.max_connections:
            uncork()
            sock.close()
            return
        sock.setblocking(False)
        connection = Socket(sock)
        if sock.family != socket.AF_UNIX:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            within.accepted(connection, peer)
        self.connections += 1
        self.accepted(connection)

    def stop_accepting(self) -> None:
        """Leave what connects to whoever else holds a descriptor of the listening socket."""
        for watcher in self._watchers:
            watcher.stop()

    def _turn_away(self, listener: socket.socket) -> None:
        """Out of descriptors: hang up on who connects, who would wait for an answer that may never come."""
        uncork()
        with reserve.lent() as is_free:
            try:
                for _ in range(ACCEPTS_PER_ROUND if is_free else 0):
                    listener.accept()[0].close()
            except BlockingIOError:
                return
            except OSError:
                pass
        self._pause_accepting()

    def _pause_accepting(self) -> None:
        """Let something else end first, instead of spinning on `accept`."""
        self.stop_accepting()
        self._pause = _loop.timer(self._resume_accepting, 50)

    def _resume_accepting(self) -> None:
        for watcher, sock in zip(self._watchers, self._sockets, strict=True):
            _loop.watch(watcher, self._accept, sock)

    def close(self) -> None:
        """Stop accepting; connections that are open stay open."""
        uncork()
        if self._pause is not None:
            self._pause.cancel()
        for watcher in self._watchers:
            watcher.stop()
            watcher.close()
        for sock in self._sockets:
            sock.close()
        if self._path is not None:
            try:
                os.unlink(self._path)
            except OSError:
                pass
        self._path = None
        self._watchers = []
        self._sockets = []

    def _open_watchers(self) -> list[Any]:
        return self._watchers
