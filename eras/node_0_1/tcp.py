"""The module `tcp`: servers and connections."""

from __future__ import annotations

from typing import Any

from nodecore import sockets

from .connection import Connection
from .servers import ListeningServer

__all__ = ["Connection", "Server", "createConnection", "createServer"]


class Server(ListeningServer):
    """Listens for TCP connections."""

    event_arity = {"connection": 1, "close": 1}

    def __init__(self, connection_listener: Any = None, options: dict | None = None) -> None:
        super().__init__(self._accepted)
        if connection_listener is not None:
            self.addListener("connection", connection_listener)

    def listen(self, port: int, host: str | None = None, backlog: int = 128) -> None:
        """Accept connections on `port`, at any address of this machine if there is no `host`."""
        self._listen(port, host, backlog)

    def _accepted(self, socket: sockets.Socket) -> None:
        connection = Connection()
        connection._adopt(socket)
        connection._mark_accepted()
        if self._security is not None:
            connection._secure(self._security)
        self.emit("connection", connection)
        if connection._socket is socket:
            connection._opened()


def createServer(connection_listener: Any = None, options: dict | None = None) -> Server:
    """A new server; `connection_listener` is added to its `connection` event."""
    return Server(connection_listener, options)


def createConnection(port: int, host: str = "127.0.0.1") -> Connection:
    """A new connection that is being opened to `port` of `host`."""
    connection = Connection()
    connection.connect(port, host)
    return connection
