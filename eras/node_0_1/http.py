"""The module `http`: servers, clients, and `cat`."""

from __future__ import annotations

from typing import Any

from .cat import cat
from .client import Client
from .http_connection import Connection, ServerWire
from .incoming import ClientResponse, ServerRequest
from .outgoing import ClientRequest, ServerResponse
from .servers import ListeningServer

__all__ = [
    "Client",
    "ClientRequest",
    "ClientResponse",
    "Connection",
    "Server",
    "ServerRequest",
    "ServerResponse",
    "cat",
    "createClient",
    "createServer",
]


class Server(ListeningServer):
    """Listens for HTTP requests."""

    event_arity = {"request": 2, "connection": 1, "close": 1}

    def __init__(self, request_listener: Any = None, options: dict | None = None) -> None:
        super().__init__(self._accepted)
        if request_listener is not None:
            self.addListener("request", request_listener)

    def listen(self, port: int, hostname: str | None = None) -> None:
        """Accept connections on `port`, at any address of this machine if there is no `hostname`."""
        self._listen(port, hostname)

    def _accepted(self, socket: Any) -> None:
        security = self._security
        if security is not None:
            socket = security.over(socket, None)
        wire = ServerWire(socket, self)
        if self.listener_count("connection"):
            self.emit("connection", wire.facade())
        socket.start_reading()
        if security is not None:
            socket.start()


def createServer(request_listener: Any = None, options: dict | None = None) -> Server:
    """A new web server; `request_listener` is added to its `request` event."""
    return Server(request_listener, options)


def createClient(port: int, host: str = "127.0.0.1") -> Client:
    """A client for the server at `port` of `host`; it connects when the first request is sent."""
    return Client(port, host)
