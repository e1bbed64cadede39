"""`http.Connection` and what happens on it on a server's side.

What holds here:

- The connection object that programs see is made when one of them asks for it.
- Bad input closes the connection at once, unanswered. An upgrade is no concern of this generation: its
  request is one as any other.
"""

from __future__ import annotations

from typing import Any

from nodecore.http1.request_reader import RequestReader
from nodecore.http1.server import ServerConnection
from nodecore.sockets import Socket

from . import connection as tcp_connection
from .encodings import decode_binary
from .incoming import ServerRequest
from .outgoing import ServerResponse
from .receiving import Receiving

_KNOWN = "DELETE GET HEAD POST PUT CONNECT OPTIONS TRACE COPY LOCK MKCOL MOVE PROPFIND PROPPATCH UNLOCK"
METHODS = {name: name for name in _KNOWN.split(" ")}


class Connection(tcp_connection.Connection):
    """The TCP connection beneath requests."""


class ServerWire(Receiving, ServerConnection):
    """One connection of a server."""

    __slots__ = ("_closing", "decode", "paused", "receiving", "server")

    def __init__(self, socket: Socket, server: Any) -> None:
        super().__init__(socket)
        self.server = server
        self.receiving: ServerRequest | None = None
        self.decode: Any = decode_binary
        self.paused = False
        self._closing = False
        socket.handler = self
        socket.set_timeout(tcp_connection.DEFAULT_TIMEOUT)

    def facade(self) -> Connection:
        """The connection object for programs."""
        socket = self.transport
        if socket.facade is None:
            connection = socket.facade = Connection()
            connection._socket = socket
            connection._mark_accepted()
        return socket.facade

    # -- requests and responses -----------------------------------------------------------------------

    def request_received(
        self, method: str, target: bytes, version: str, headers: Any, keep_alive: bool, upgrade: bool
    ) -> None:
        request = ServerRequest(self, METHODS.get(method, "UNKNOWN_METHOD"), target, version, headers)
        response = ServerResponse(method, version, keep_alive)
        self.open_response(response)
        self.receiving = request
        self.incoming = self
        self.server.emit("request", request, response)

    def finish_body(self, trailers: Any) -> None:
        super().finish_body(trailers)
        if self._closing:
            self.stop()

    def upgrade_received(self, incoming: Any, rest: bytes) -> None:
        self._reader = RequestReader(self._events)
        if rest:
            self.data_received(rest)

    def response_done(self, response: Any) -> None:
        if response._events:
            response.emit("sent")
        if response.closes_after:
            self._close()

    def resume(self) -> None:
        ServerConnection.resume(self)

    # -- the end ----------------------------------------------------------------------------------------

    def _close(self) -> None:
        """Answer no more requests; what is being received may still come to its end."""
        self._closing = True
        if self.incoming is None:
            self.stop()
            self.transport.start_reading()
        self.transport.end()
        self._destroy_if_over()

    def _destroy_if_over(self) -> None:
        socket = self.transport
        if socket.eof and socket.write_ended:
            socket.destroy()

    def eof_received(self) -> None:
        if self.transport.facade is not None:
            self.transport.facade.emit("eof")
        super().eof_received()
        self._destroy_if_over()

    def drained(self) -> None:
        super().drained()
        if self.transport.facade is not None:
            self.transport.facade.emit("drain")
        self._destroy_if_over()

    def timed_out(self) -> None:
        if self.transport.facade is not None:
            self.transport.facade.emit("timeout")
        self.transport.destroy()

    def closed(self, had_error: bool) -> None:
        super().closed(had_error)
        self.receiving = None
        if self.transport.facade is not None:
            self.transport.facade.emit("close", had_error)
