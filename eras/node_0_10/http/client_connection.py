"""The connection that the requests of a client travel on, one after the other."""

from __future__ import annotations

from nodecore.errors import NodeError
from nodecore.http1.client import ClientConnection
from nodecore.loop import get_loop

from .connection import HttpConnection, parse_error
from .incoming import IncomingMessage
from .unsent import LOST

_loop = get_loop()


class Connection(HttpConnection, ClientConnection):
    """A client's connection; it serves one request after the other."""

    __slots__ = ("_owes_drain", "_unfinished", "facade")

    own_listeners = {"drain": 1, "error": 1}

    informational = frozenset({100})  # to this generation 102 and its kind were answers like any other

    def __init__(self, socket):
        super().__init__(socket._transport)
        self.facade = socket
        self._owes_drain = False
        self._unfinished = None
        """A request that was answered before it was sent in full."""

    @classmethod
    def of(cls, socket):
        """The HTTP side of `socket`, made when its first request gets it."""
        handler = socket._transport.handler
        if isinstance(handler, cls):
            return handler
        connection = cls(socket)
        socket._transport.handler = connection
        # Behind what the agent made of it, and before what the program will.
        socket.on("close", connection._over)
        return connection

    def start(self, request, method):
        if self.facade.listener_count("close") > 2:  # more than the agent and this
            self.facade.removeListener("close", self._over)
            self.facade.on("close", self._over)
        super().start(request, method)

    @property
    def message(self):
        """The request that has its turn."""
        return self.outgoing

    # -- the socket's news, for the request and then for the socket's own listeners -------------------

    def connected(self):
        if self.facade._connecting:  # a TLS stream never does: it takes what is written from the start
            self.facade._connecting = False
            self.facade._ever_open = self.facade.readable = True
            self.transport.flush()
            self.facade.emit("connect")
        self.transport.start_reading()

    def drained(self):
        super().drained()
        self.facade._drained()

    def timed_out(self):
        self.facade.emit("timeout")

    def errored(self, error):
        request = self.outgoing
        if request is not None and not request._handed_over:
            request._fail(error)
        if request is None or self.facade.listener_count("error"):
            self.facade._tell_error(error)

    def eof_received(self):
        self.facade.readable = False
        super().eof_received()
        self.tell_end()
        if not self.facade._ends_last:
            request = self.outgoing
            if request is not None and request._response is None:
                request._fail(hang_up())
        self.close_after_sending()

    def closed(self, had_error):
        self.facade._closed(had_error)

    def _over(self):
        self.facade.remove_listener("close", self._over)  # each would keep the other
        request, self.outgoing = self.outgoing, None
        self.stop()
        sending = request or self._unfinished
        if sending is not None and sending.sends_to is self:
            sending.sends_to = LOST
            sending.connection_gone = True
        if request is not None:
            self._request_closed(request)

    def _request_closed(self, request):
        request.emit("close")
        response = request._response
        if response is not None and response.readable:
            response.emit("aborted")
            response.once("end", lambda: response.emit("close"))
            response.push(None)
        elif response is None and not request._had_error:
            request._fail(hang_up())
        request._forget_timeout()
        if response is None or not response.readable:
            request._response = None

    # -- the response ---------------------------------------------------------------------------------

    def response_received(self, status, reason, version, headers, keep_alive, upgrade):
        request = self.outgoing
        response = IncomingMessage.__new__(IncomingMessage)
        response._connection = self
        response._raw_headers = headers
        response.statusCode = status
        response.httpVersion = version
        if upgrade or request.method == "CONNECT":
            response.upgrade = True
        response.req = request
        request._response = response
        self.incoming = response
        if response.upgrade:
            return response
        if request.shouldKeepAlive and not keep_alive:
            request.shouldKeepAlive = False
        response.add_listener("end", lambda: self._response_read(request))
        if not request.emit("response", response):
            response._dump()
        return response

    def information_received(self, status, headers):
        self.outgoing.emit("continue")

    def _response_read(self, request):
        """The response was read to its end: the connection is free, or over."""
        if self.outgoing is not request:
            request._response = None
            return
        if not request.shouldKeepAlive:
            self.close_after_sending()
            return
        self.outgoing = None
        if not request.has_ended:
            self._unfinished = request
        request._forget_timeout()
        request._response = None  # each would keep the other, and both wait for the collector
        _loop.next_tick(self._offer)

    def _offer(self):
        """Let the next request have the connection, unless it would be taken for the rest of this one."""
        if self._unfinished is None or self._unfinished.has_ended:
            self._unfinished = None
            self.facade.emit("free")
        else:
            self.facade.destroy()

    def upgrade_received(self, incoming, rest):
        request = self.outgoing
        event = "connect" if request.method == "CONNECT" else "upgrade"
        if not request.listener_count(event):
            self.transport.destroy()
            return
        request._handed_over = True
        self.outgoing = None
        self.facade._upgraded_by = request
        self.facade.removeListener("close", self._over)
        self.facade.emit("agentRemove")
        request.emit(event, incoming, self.release_socket(), rest)
        request.emit("close")

    def read_failed(self, error):
        self.transport.destroy()
        request = self.outgoing
        if request is not None:
            request._fail(parse_error(error))


def hang_up():
    """The error of a request whose connection ended before its response."""
    return NodeError("socket hang up", code="ECONNRESET")
