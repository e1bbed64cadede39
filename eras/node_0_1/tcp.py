"""The module `tcp`: servers and connections."""

from __future__ import annotations

from typing import Any

from nodecore import sockets
from nodecore.errors import NodeError, describe, error_number
from nodecore.loop import get_loop

from .connection import Connection, port_number
from .events import EventEmitter
from .secure import SecureServer

__all__ = ["Connection", "Server", "createConnection", "createServer"]


class Server(SecureServer, EventEmitter):
    """Listens for TCP connections."""

    event_arity = {"connection": 1, "close": 1}

    def __init__(self, connection_listener: Any = None, options: dict | None = None) -> None:
        self._core = sockets.Server(self._accepted)
        if connection_listener is not None:
            self.addListener("connection", connection_listener)

    def listen(self, port: int, host: str | None = None, backlog: int = 128) -> None:
        """Accept connections on `port`, at any address of this machine if there is no `host`."""
        listen(self._core, port, host, backlog)

    def close(self) -> None:
        """Stop accepting connections; `close` is emitted when that is done."""
        if self._core.listening:
            self._core.close()
            get_loop().call_soon(self.emit, "close", 0)

    def _address(self) -> Any:
        """Where the server listens; nothing documented tells the port that the system chose."""
        return self._core.address()

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


def listen(server: Any, port: Any, host: str | None, backlog: int = 128) -> None:
    """Make a server of the core listen; a failure has the system's sentence for its message."""
    if server.listening:
        raise NodeError("The server is listening already")
    try:
        server.listen(port_number(port), host or None, backlog)
    except NodeError as error:
        number = error_number(error.code or 0)
        raise NodeError(describe(error.code or ""), error.code, number, "listen") from None
