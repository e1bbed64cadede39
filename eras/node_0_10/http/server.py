"""`http.Server` and `ServerResponse`, and the connection between them."""

from __future__ import annotations

from nodecore.encodings import decode_utf8
from nodecore.errors import NodeError
from nodecore.http1.reader import ReadError
from nodecore.http1.server import ServerConnection
from nodecore.loop import get_loop

from .. import net
from .connection import HttpConnection, eof_error, parse_error
from .detached import AssignedSocket, prepare
from .incoming import IncomingMessage
from .outgoing import OutgoingMessage, fields, without_line_breaks
from .status import STATUS_CODES

_loop = get_loop()
METHODS = frozenset(
    (
        "DELETE GET HEAD POST PUT CONNECT OPTIONS TRACE COPY LOCK MKCOL MOVE PROPFIND PROPPATCH SEARCH UNLOCK"
        " REPORT MKACTIVITY CHECKOUT MERGE M-SEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE PATCH PURGE"
    ).split()
)
"""What the parser of the time knew; any other method was an error."""

_NOT_GIVEN = object()
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


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
    """Milliseconds of inactivity after which a new connection is presumed dead; 0 for never."""

    maxHeadersCount = 1000
    """Header fields of a request beyond so many are dropped; 0 for no limit."""

    def __init__(self, requestListener=None):
        super().__init__({"allowHalfOpen": True})
        self.add_listener("connection", self._serve)
        if requestListener is not None:
            self.addListener("request", requestListener)

    def setTimeout(self, msecs, callback=None):
        """Set `timeout`; `callback(socket)` is added as a listener of `timeout`. (server.setTimeout)"""
        self.timeout = msecs
        if callback is not None:
            self.on("timeout", callback)

    def _accepted(self, transport):
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
        """The first listener of `connection`: a socket that another server accepted is served here too."""
        transport = socket._transport
        if transport is None or isinstance(transport.handler, Connection):
            return
        connection = transport.handler = AdoptedConnection(transport, self)
        if self.timeout:
            transport.set_timeout(self.timeout)
        transport.start_reading()
        early = socket.read()
        if early:
            connection.data_received(early)


class Connection(HttpConnection, ServerConnection):
    """One connection of a server."""

    __slots__ = ("server",)

    def __init__(self, transport, server):
        super().__init__(transport)
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
        if upgrade:
            request.upgrade = True
            self.incoming = request
            return
        if server.maxHeadersCount != 1000:
            request._max_headers = server.maxHeadersCount
        response = ServerResponse.__new__(ServerResponse)
        response._request = request
        response._http = self
        if method == "HEAD":
            response.has_body = False
        if version != "1.1":
            response.useChunkedEncodingByDefault = _takes_chunks(headers)
        if not keep_alive:
            response.shouldKeepAlive = False
            response.closes_after = True
        self.open_response(response)
        socket = self.transport.facade
        if socket is not None and response.sends_to is not None and socket.listener_count("close"):
            response._close_with(socket)
        self.incoming = request
        for name, _ in headers:
            if len(name) == 6 and name.lower() == b"expect":
                self._expected(request, response)
                return
        server.emit("request", request, response)

    def _expected(self, request, response):
        """A request with an Expect header: it may want to hear that its body is welcome."""
        if request.httpVersion == "1.1" and "100-continue" in request.headers["expect"].lower():
            response._awaits_continue = True
            if self.server.emit("checkContinue", request, response):
                return
            response.writeContinue()
        self.server.emit("request", request, response)

    def upgrade_received(self, incoming, rest):
        event = "connect" if incoming.method == "CONNECT" else "upgrade"
        if self.server.listener_count(event):
            self.server.emit(event, incoming, self.release_socket(), rest)
        else:
            self.transport.destroy()

    @property
    def message(self):
        """The response that has its turn."""
        return self._responses[0] if self._responses else None

    def facade_socket(self):
        socket = self.transport.facade
        if socket is None:
            socket = self.wrap_transport()
            socket.server = self.server
            socket.on("error", lambda error: self.server.emit("clientError", error, socket))
        return socket

    def wrap_transport(self):
        """The stream that stands for this connection, made once."""
        return super().facade_socket()

    def errored(self, error):
        if self.transport.facade is not None or self.server.listener_count("clientError"):
            self.facade_socket()._tell_error(error)

    def read_failed(self, error):
        failure = parse_error(error)
        if self.transport.destroyed:
            _loop.next_tick(self.errored, failure)
        self.transport.destroy(failure)

    def response_done(self, response):
        request = response._request
        state = request._readable_state
        if state is None or not state.called_read:
            request._dump()
        if response.closes_after:
            self.close_after_sending()

    def eof_received(self):
        self.tell_facade("end")
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

    def drained(self):
        self.tell_facade("drain")
        super().drained()

    def _abort_requests(self):
        """The peer is gone: tell every request that was not answered in full."""
        self.stop()
        for response in list(self._responses or ()):
            response._request.cut_short()

    def closed(self, had_error):
        self._abort_requests()
        responses, self._responses = self._responses, None
        writing = bool(responses) and responses[0].sends_to is not None
        for place, response in enumerate(responses or ()):
            response.sends_to = None
            response.drop_waiting()
            response._finish_told = place > 0 and response.finished  # its turn will never come
        if writing and responses[0]._close_listener is None:
            responses[0].connection_lost()
        facade = self.transport.facade
        if facade is not None:
            facade._closed(had_error)

    def released(self):
        self.server._connection_closed()


class AdoptedConnection(Connection):
    """One that another server accepted, and counts."""

    __slots__ = ()

    def released(self):
        server = self.transport.facade.server
        if server is not None:
            server._connection_closed()


class ServerResponse(OutgoingMessage):
    """What a request is answered with (document: Class: http.ServerResponse).

    Events: `close`, `finish`, `drain`, `timeout`.
    """

    event_arity = {"close": 0, "finish": 0, "drain": 0, "timeout": 1}

    js_null = ("socket", "connection")
    js_patchable = ("writeHead",)

    statusCode = 200
    sendDate = True

    _http = None
    _request = None
    _close_listener = None
    _awaits_continue = False

    def __init__(self, request):
        """A response beside those of servers, which comes to no connection but by `assignSocket`."""
        prepare(self, request)

    @property
    def socket(self):
        """The `net.Socket` of the connection; None while others are before this response, and after it."""
        return None if self.sends_to is None else self._http.facade_socket()

    connection = socket

    def assignSocket(self, socket):
        """Write to `socket` from now on."""
        connection = self._http = AssignedSocket(socket, self)
        self.take_turn(connection)
        if self.has_ended:
            connection.message_sent(self)

    def detachSocket(self, socket):
        """Write to `socket` no more."""
        if self.socket is not socket:
            raise NodeError("the socket is not that of the response")
        self._http.leave()
        self.sends_to = None

    def ended_before_turn(self):
        if self.connection_gone:
            self.was_sent()

    def _close_with(self, socket):
        """Emit `close` in this response's turn among the listeners that `socket` has."""

        def tell():
            if self.sends_to is not None or self.connection_gone:
                self.connection_lost()

        self._close_listener = tell
        socket.on("close", tell)

    def was_sent(self):
        if self._close_listener is not None:
            self._http.transport.facade.removeListener("close", self._close_listener)
            self._close_listener = None
        super().was_sent()

    def writeContinue(self):
        """Send `100 Continue`: the body of the request is welcome. (response.writeContinue)"""
        self._awaits_continue = False
        self._http.write(_CONTINUE)

    def writeHead(self, statusCode, reasonPhrase=_NOT_GIVEN, headers=None):
        """Fix the head. Headers are a dict or pairs; those of `setHeader` come first. (response.writeHead)"""
        if type(reasonPhrase) is not str:
            if reasonPhrase is not _NOT_GIVEN:
                headers = reasonPhrase  # whatever it is, and whatever comes behind it
            reasonPhrase = STATUS_CODES.get(statusCode) or _reason(statusCode)
        elif not reasonPhrase.isprintable():
            reasonPhrase = without_line_breaks(reasonPhrase)
        if self._headers is not None:
            headers = self._merged_headers(headers)
        elif self.head_sent:
            raise NodeError("Can't render headers after they are sent to the client.")
        if type(statusCode) is str:
            statusCode = without_line_breaks(statusCode)
        self.statusCode = statusCode
        if self._awaits_continue:
            # The body that was held back may come all the same, or not: nobody could tell it from a request.
            self.shouldKeepAlive = False
        if statusCode in (204, 304) or 100 <= int(statusCode) < 200:
            self.has_body = False
        self._storeHeader(f"HTTP/1.1 {statusCode} {reasonPhrase}\r\n", headers)

    def writeHeader(self, *args):
        """The name that `writeHead` had before."""
        return self.writeHead(*args)

    def _merged_headers(self, headers):
        """What `setHeader` set, overlaid with what `writeHead` is given; pairs replace it instead."""
        were_set = self._renderHeaders()
        if headers is None:
            return were_set
        if isinstance(headers, (list, tuple)):
            return headers
        return {**were_set, **(headers if isinstance(headers, dict) else fields(headers))}

    def _implicitHeader(self):
        self.writeHead(self.statusCode)

    def setTimeout(self, msecs, callback=None):
        """Let `timeout` follow after so long without traffic. (response.setTimeout)"""
        if callback is not None:
            self.on("timeout", callback)
        self._http.transport.set_timeout(msecs)


def _takes_chunks(headers):
    """Whether a client of HTTP/1.0 says that it knows them."""
    return any(name.lower() == b"te" and b"chunk" in value for name, value in headers)


def _reason(status):
    return STATUS_CODES.get(int(status), "unknown")
