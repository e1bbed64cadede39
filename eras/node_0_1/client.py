"""`http.Client`: requests to one server, one after the other.

What holds here:

- A request joins the queue when it first has something to send, so one that is never sent holds up none.
- Each exchange has a connection of its own. The next begins when the response is complete, or has failed.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, NoReturn

from nodecore.errors import NodeError
from nodecore.http1.client import ClientConnection
from nodecore.http1.events import ReadError
from nodecore.sockets import Socket

from .connection import DEFAULT_TIMEOUT, port_number
from .encodings import decode_binary
from .events import EventEmitter
from .incoming import ClientResponse
from .outgoing import ClientRequest
from .receiving import Receiving
from .secure import SecurePeer, make_security

if TYPE_CHECKING:
    from .security import Security


def _moved(method: str) -> Any:
    def moved(self: Any, *_args: Any) -> NoReturn:
        raise NodeError(f'client.{method.lower()}(...) is gone. Use client.request("{method}", ...) instead.')

    return moved


class Client(SecurePeer, EventEmitter):
    """Sends requests to one host. Emits `error` when a connection to it fails."""

    event_arity = {"error": 1}

    _security: Security | None = None
    _peer: Any = None

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self._port = port_number(port)
        self._host = host or "127.0.0.1"
        self._wire: ClientWire | None = None
        self._waiting: deque[ClientRequest] = deque()

    def request(self, *args: Any) -> ClientRequest:
        """`request([method], path, [headers])`: a request that `finish()` on it completes."""
        if len(args) < 2 or not isinstance(args[1], str):
            args = ("GET", *args)
        method, path, headers = (*args, None)[:3]
        return ClientRequest(self, method or "GET", path, headers)

    def setSecure(
        self,
        format_type: str,
        ca_certs: str | None = None,
        crl_list: str | None = None,
        private_key: str | None = None,
        certificate: str | None = None,
    ) -> None:
        """Use TLS for the connections from now on, with these credentials as PEM strings."""
        self._security = make_security(format_type, ca_certs, crl_list, private_key, certificate)

    get = _moved("GET")
    head = _moved("HEAD")
    post = _moved("POST")
    put = _moved("PUT")
    del_ = _moved("DEL")

    def _enqueue(self, request: ClientRequest) -> None:
        self._waiting.append(request)
        if self._wire is None:
            self._next()

    def _secure_socket(self) -> Any:
        return self._peer

    def _transport(self) -> tuple[Socket, Any]:
        """A new socket, and what is spoken over it."""
        raw = Socket()
        if self._security is None:
            return raw, raw
        self._peer = self._security.over(raw, self._host)
        return raw, self._peer

    def _next(self) -> None:
        self._wire = ClientWire(self, self._waiting.popleft()) if self._waiting else None


class ClientWire(Receiving, ClientConnection):
    """The connection of one exchange."""

    __slots__ = ("client", "decode", "over", "paused", "receiving", "request")

    def __init__(self, client: Client, request: ClientRequest) -> None:
        raw, socket = client._transport()
        super().__init__(socket)
        self.client = client
        self.request = request
        self.receiving: ClientResponse | None = None
        self.decode: Any = decode_binary
        self.paused = False
        self.over = False
        socket.handler = self
        socket.set_timeout(DEFAULT_TIMEOUT)
        raw.connect(client._port, client._host)

    def connected(self) -> None:
        self.start(self.request, self.request._method)
        self.transport.start_reading()

    def message_sent(self, message: Any) -> None:
        super().message_sent(message)
        message.emit("sent")

    def response_received(
        self, status: int, reason: bytes, version: str, headers: Any, keep_alive: bool, upgrade: bool
    ) -> None:
        self.receiving = response = ClientResponse(self, self.client, status, version, headers)
        self.incoming = self
        self.request.emit("response", response)

    def resume(self) -> None:
        ClientConnection.resume(self)
        self._fail_if_cut_short()

    # -- the end ----------------------------------------------------------------------------------------

    def response_complete(self, incoming: Any) -> None:
        self._end()

    def eof_received(self) -> None:
        super().eof_received()
        self._fail_if_cut_short()

    def response_unexpected(self) -> None:
        self._fail(NodeError("A response came that nobody asked for"))

    def read_failed(self, error: ReadError) -> None:
        self._fail(NodeError(f"The response is no HTTP: {error.reason}"))

    def timed_out(self) -> None:
        self._fail(NodeError("timeout"))

    def errored(self, error: NodeError) -> None:
        self._fail(error)

    def _fail_if_cut_short(self) -> None:
        if self.transport.eof and not self._held:
            self._fail(NodeError("The connection ended before the response was complete"))

    def _fail(self, error: NodeError) -> None:
        if not self.over:
            self._end(error)

    def _end(self, error: NodeError | None = None) -> None:
        """The exchange is over, well or not: on to the next."""
        self.over = True
        self.request.has_ended = True
        self.request.sends_to = None
        self.request.drop_waiting()
        self.stop()
        self.transport.destroy()
        self.client._next()
        if error is not None:
            self.client.emit("error", error)
