"""`http.Server`, and the connections that it accepts."""

from __future__ import annotations

import weakref
from itertools import pairwise

from nodecore.encodings import decode_utf8
from nodecore.http1.events import ReadError
from nodecore.http1.server import ServerConnection
from nodecore.loop import get_loop
from nodecore.values import is_falsy

from .. import net
from .connection import HttpConnection, eof_error, parse_error
from .incoming import IncomingMessage
from .response import ServerResponse
from .unsent import ENDED, Gone

_loop = get_loop()
METHODS = frozenset(
    (
        "DELETE GET HEAD POST PUT CONNECT OPTIONS TRACE COPY LOCK MKCOL MOVE PROPFIND PROPPATCH SEARCH UNLOCK"
        " REPORT MKACTIVITY CHECKOUT MERGE M-SEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE PATCH PURGE"
    ).split()
)
"""What the parser of the time knew; any other method was an error."""


class Server(net.Server):
    """An HTTP server (document: Class: http.Server).

    Events: `request`, `connection`, `close`, `checkContinue`, `connect`, `upgrade`, `clientError`, `timeout`.
    """

    event_arity = {
        **net.Server.event_arity,
        "request": 2,
        "checkContinue": 2,
        "connect": 3,
        "upgrade": 3,
        "clientError": 2,
        "timeout": 1,
    }

    timeout = 2 * 60 * 1000
    """Milliseconds without traffic until a new connection is presumed dead; 0 for never. (server.timeout)"""

    maxHeadersCount = 1000
    """Header fields of a request beyond so many are dropped; 0 for no limit. (server.maxHeadersCount)"""

    def __init__(self, requestListener=None):
        super().__init__({"allowHalfOpen": True})
        if not is_falsy(requestListener):
            self.addListener("request", requestListener)
        self.add_listener("connection", self._serve)
        self.add_listener("clientError", _give_up)

    def setTimeout(self, msecs, callback=None):
        """Set `timeout`, in milliseconds; `callback(socket)` will listen to `timeout`. (server.setTimeout)"""
        self.timeout = msecs
        if callback is not None:
            self.on("timeout", callback)

    def _accepted(self, transport):
        if self._serve not in self.listeners("connection"):  # the program serves what it accepts
            super()._accepted(transport)
            return
        connection = Connection(transport, self)
        transport.handler = connection
        self._opened(transport)
        if self.timeout:
            transport.set_timeout(self.timeout)
        try:
            if self.listener_count("connection") > 1:
                self.emit("connection", connection.facade_socket())
        finally:
            transport.start_reading()

    def _serve(self, socket):
        """The first listener of `connection`."""
        serve(self, socket)

    _serve.js_name = "connectionListener"


def serve(server, socket):
    """Serve what comes on `socket` as `server` does what it accepts: another server's connection, say."""
    transport = socket._transport
    if transport is None or isinstance(transport.handler, Connection):
        return
    connection = transport.handler = AdoptedConnection(transport, server)
    connection.facade = socket
    if server.timeout:
        transport.set_timeout(server.timeout)
    transport.start_reading()
    early = socket.read()
    if early:
        connection.data_received(early)


def _give_up(error, socket):
    """The first listener of `clientError`."""
    socket.destroy(error)


class Connection(HttpConnection, ServerConnection):
    """One connection of a server."""

    __slots__ = ("_owes_drain", "facade", "server")

    own_listeners = {"close": 2, "drain": 1, "timeout": 1}  # the response listens to `close` as well

    def __init__(self, transport, server):
        super().__init__(transport)
        self._owes_drain = False
        self.facade = None
        self.server = server

    def request_received(self, method, target, version, headers, keep_alive, upgrade):
        if method not in METHODS:
            self.stop()
            self.read_failed(ReadError("HPE_INVALID_METHOD", "a method of a later time"))
            return
        server = self.server
        request = IncomingMessage.__new__(IncomingMessage)
        request._connection = self
        request._raw_headers = headers
        request.method = method
        request.url = decode_utf8(target)
        request.httpVersion = version
        if server.maxHeadersCount != 1000:
            request._max_headers = server.maxHeadersCount
        if upgrade:
            request.upgrade = True
            self.incoming = request
            return
        response = ServerResponse.__new__(ServerResponse)
        response._request = request
        response._http = self
        if method == "HEAD":
            response.has_body = False
        if version != "1.1":
            response.useChunkedEncodingByDefault = _takes_chunks(headers[: server.maxHeadersCount or None])
        if not keep_alive:
            response.shouldKeepAlive = False
            response.closes_after = True
        self.open_response(response)
        if self.facade is not None and response.sends_to is not None:
            self.turn_came(response)
        self.incoming = request
        for name, _ in headers:
            if len(name) == 6 and name.lower() == b"expect":
                self._expected(request, response)
                return
        server.emit("request", request, response)

    def _expected(self, request, response):
        """A request with an Expect header: it may want to hear that its body is welcome."""
        # The header may be one of those beyond maxHeadersCount.
        if request.httpVersion == "1.1" and "100-continue" in request.headers.get("expect", "").lower():
            response._awaits_continue = True
            if self.server.emit("checkContinue", request, response):
                return
            response.writeContinue()
        self.server.emit("request", request, response)

    def turn_came(self, response):
        """Let `response` hear of a `close` in its turn among the listeners that the socket has."""
        socket = self.facade
        if socket is not None and socket.listener_count("close"):
            response.close_with(socket)

    def upgrade_received(self, incoming, rest):
        event = "connect" if incoming.method == "CONNECT" else "upgrade"
        socket = self.release_socket()
        if self._responses:
            socket.on("close", self._answers_lost)
        if not self.server.emit(event, incoming, socket, rest):
            socket.destroy()

    @property
    def message(self):
        """The response that has its turn."""
        return self._responses[0] if self._responses else None

    def wrap_transport(self):
        socket = self.new_socket()
        server = socket.server = self.server
        known = weakref.ref(socket)
        socket.on("error", lambda error: server.emit("clientError", error, known()))
        return socket

    def new_socket(self):
        """A stream of the kind that such a server has."""
        return super().wrap_transport()

    def take(self, data, start, end):
        """The `ondata` that the socket has from the start: reads what the peer sent."""
        self.data_received(bytes(data[start:end]))

    def hand_over(self, data):
        """Give `data` to the `ondata` that a program put on the socket."""
        self.facade._ondata(data, 0, len(data))

    def errored(self, error):
        self.facade_socket()._tell_error(error)

    def read_failed(self, error):
        failure = parse_error(error)
        if self.transport.destroyed:
            _loop.next_tick(self.errored, failure)
        self.transport.destroy(failure)

    def response_done(self, response):
        if response.closes_with is not None:
            response.leave_socket()
        # Whoever listens to the request holds the response, most likely.
        request, response._request = response._request, None
        state = request._readable_state
        if state is None or not state.called_read:
            request._dump()
        if response.closes_after:
            self.close_after_sending()

    def eof_received(self):
        self.tell_end()
        facade = self.facade
        ended = facade and facade._onend
        (ended or self.take_end)()

    def take_end(self):
        """The `onend` that the socket has from the start: the client sends no more."""
        reader = self._reader
        if reader is not None and reader.mid_message:
            self.transport.destroy(eof_error())
            return
        self._abort_requests()
        self.close_after_sending()

    def timed_out(self):
        socket = self.facade_socket()
        heard = self.incoming is not None and self.incoming.emit("timeout", socket)
        if self._responses:
            heard = self._responses[0].emit("timeout", socket) or heard
        heard = self.server.emit("timeout", socket) or heard
        if not heard:
            self.transport.destroy()
        socket.emit("timeout")

    def _abort_requests(self):
        """The peer is gone: tell every request that was not answered in full."""
        self.stop()
        for response in list(self._responses or ()):
            response._request.cut_short()

    def not_taken(self):
        if not (self.transport.writable or self.transport.destroyed):
            self._responses[0].sends_to = ENDED

    def next_turn(self, message):
        """The response behind `message`, whose turn is over; None if there is none."""
        responses = self._responses
        if responses:
            del responses[0]
            return responses[0] if responses else None
        following, message.next_response = message.next_response, None
        return following

    def closed(self, had_error):
        self._abort_requests()
        self._answers_lost()
        facade = self.facade
        if facade is not None:
            facade._closed(had_error)

    def _answers_lost(self):
        """The connection is closed: who was sending hears of it, and nobody is kept any longer."""
        self._stop_sending()
        responses, self._responses = self._responses or (), None
        for response, following in pairwise(responses):
            response.next_response = following
        if responses and responses[0].sends_to is not None and responses[0].closes_with is None:
            responses[0].connection_lost()

    def _stop_sending(self):
        responses = self._responses or ()
        if responses and responses[0].sends_to is self:
            responses[0].sends_to = Gone(self)
        for response in responses:
            response.connection_gone = True

    def released(self):
        self._stop_sending()
        self._uncount()

    def _uncount(self):
        self.server._connection_closed()


class AdoptedConnection(Connection):
    """One that another server accepted, and counts."""

    __slots__ = ()

    def _uncount(self):
        server = self.facade.server
        if server is not None:
            server._connection_closed()


def _takes_chunks(headers):
    """Whether a client of HTTP/1.0 says that it knows them."""
    return any(name.lower() == b"te" and b"chunk" in value for name, value in headers)
