"""`ClientRequest`, and the connection it travels on."""

from __future__ import annotations

import base64
import re

from nodecore.encodings import encode
from nodecore.errors import NodeError, NodeTypeError
from nodecore.http1.client import ClientConnection
from nodecore.http1.writer import is_token
from nodecore.loop import get_loop

from .. import net
from .agent import globalAgent
from .connection import HttpConnection, parse_error
from .incoming import IncomingMessage
from .options import request_options
from .outgoing import OutgoingMessage, pairs
from .unsent import LOST

_loop = get_loop()

_breaks_the_line = re.compile("[\r\n\0]").search


class ClientRequest(OutgoingMessage):
    """A request in progress (document: Class: http.ClientRequest).

    Events: `response`, `socket`, `connect`, `upgrade`, `continue`, `error`, `finish`, `drain`, `close`,
    `timeout`.
    """

    event_arity = {
        "response": 1,
        "socket": 1,
        "connect": 3,
        "upgrade": 3,
        "continue": 0,
        "error": 1,
        "finish": 0,
        "drain": 0,
        "close": 0,
        "timeout": 0,
    }

    js_null = ("socket", "connection")

    agent = None
    socketPath = None
    method = "GET"
    path = "/"
    socket = None

    _http = None
    _response = None
    _had_error = False
    _aborted = False
    _handed_over = False
    _timeout_listener = None

    def __init__(self, options, callback=None, default_agent=globalAgent):
        options = request_options(options)
        agent = options.get("agent")
        self.agent = default_agent if agent is None else agent
        default_port = options.get("defaultPort") or 80
        port = options.get("port") or default_port
        host = options.get("hostname") or options.get("host") or "localhost"
        self.socketPath = options.get("socketPath")
        self.method = _checked_method(options.get("method"))
        self.path = _checked_path(options.get("path"))
        self._uses_agent = bool(self.agent)
        self.useChunkedEncodingByDefault = self.method not in ("GET", "HEAD", "CONNECT")
        if callback:
            self.once("response", callback)
        self._set_headers(options, host, port, default_port)
        self._keep_or_close(options)  # known only now, so a head that is fixed speaks of a kept connection
        self._find_socket(options, host, port)

    def _set_headers(self, options, host, port, default_port):
        headers = options.get("headers")
        as_pairs = isinstance(headers, (list, tuple))
        if not as_pairs:
            if headers:
                for name, value in pairs(headers):
                    self.setHeader(name, value)
            if (not headers or self.getHeader("host") is None) and options.get("setHost") is not False:
                self.setHeader("Host", host if port == default_port else f"{host}:{port}")
            if options.get("auth") and self.getHeader("authorization") is None:
                credentials = base64.b64encode(encode(str(options["auth"]))).decode()
                self.setHeader("Authorization", f"Basic {credentials}")
        if as_pairs:
            self._storeHeader(self._first_line(), headers)
        elif headers and self.getHeader("expect") is not None:
            self._storeHeader(self._first_line(), self._renderHeaders())

    def _keep_or_close(self, options):
        if self.socketPath is not None:
            self.closes_after = True
            self.shouldKeepAlive = options.get("agent") is not None and bool(self.agent)
        elif self.agent:
            self.closes_after = False
            self.shouldKeepAlive = True
        else:
            self.closes_after = True
            self.shouldKeepAlive = False

    def _find_socket(self, options, host, port):
        if self.socketPath is not None:
            if self.agent and options.get("agent") is not None:
                self.agent.addRequest(self, self.socketPath, None)
            else:
                self.onSocket(net.connect({"path": self.socketPath}))
        elif self.agent:
            self.agent.addRequest(self, host, port, options.get("localAddress"))
        else:
            create = options.get("createConnection") or self._connect
            self.onSocket(create({**options, "host": host, "port": port}))

    def _connect(self, options):
        return net.connect({key: options.get(key) for key in ("host", "port", "localAddress")})

    def _first_line(self):
        return f"{self.method} {self.path} HTTP/1.1\r\n"

    def _implicitHeader(self):
        self._storeHeader(self._first_line(), self._renderHeaders())

    @property
    def connection(self):
        """Another name of `socket`."""
        return self.socket

    @property
    def res(self):
        """The response, once there is one."""
        return self._response

    # -- the socket -----------------------------------------------------------------------------------

    def onSocket(self, socket):
        """Called by the agent with the socket this request is to use."""
        _loop.next_tick(self._start, socket)

    def _start(self, socket):
        self.socket = socket
        if socket._transport is None:
            self._wait_for(socket)
        else:
            self._use(socket)
        self.emit("socket", socket)
        if self._aborted:
            socket.destroy()

    def _use(self, socket):
        self._http = Connection.of(socket)
        self._http.start(self, self.method)

    def _wait_for(self, socket):
        """Start once the program has connected `socket`, which it made itself."""

        def connected():
            socket.removeListener("error", self._fail)
            socket.removeListener("close", closed)
            self._use(socket)

        def closed():
            self.emit("close")
            if not self._had_error:
                self._fail(hang_up())

        socket.once("connect", connected)
        socket.on("error", self._fail)
        socket.on("close", closed)

    # -- what a program may ask for -------------------------------------------------------------------

    def abort(self):
        """End the request, at whatever stage it is. (request.abort)"""
        self._aborted = True
        if self._response is not None:
            self._response._dump()
        if self.socket is not None:
            self.socket.destroy()

    def setTimeout(self, timeout, callback=None):
        """Let `timeout` follow after so many milliseconds without traffic. (request.setTimeout)"""
        if callback is not None:
            self.once("timeout", callback)
        if self.socket is None:
            self.once("socket", lambda socket: self._set_socket_timeout(timeout))
        else:
            self._set_socket_timeout(timeout)

    def _set_socket_timeout(self, timeout):
        if self._timeout_listener is not None:
            self.socket.setTimeout(0, self._timeout_listener)
        self._timeout_listener = lambda: self.emit("timeout")
        self.socket.setTimeout(timeout, self._timeout_listener)

    def _forget_timeout(self):
        """The socket is no longer this request's: its `timeout` is none of it."""
        if self._timeout_listener is not None:
            self.socket.removeListener("timeout", self._timeout_listener)
            self._timeout_listener = None

    def clearTimeout(self, callback=None):
        """Undo `setTimeout`."""
        self.setTimeout(0, callback)

    def setNoDelay(self, *noDelay):
        """Send small writes at once, from the moment the request is connected. (request.setNoDelay)"""
        self._when_connected(lambda: self.socket.setNoDelay(*noDelay))

    def setSocketKeepAlive(self, *enable_and_delay):
        """Probe the connection while it is idle. (request.setSocketKeepAlive)"""
        self._when_connected(lambda: self.socket.setKeepAlive(*enable_and_delay))

    def _when_connected(self, action):
        if self.socket is None:
            self.once("socket", lambda socket: self._when_connected(action))
        elif self.socket._connecting:
            self.socket.once("connect", action)
        else:
            action()

    # -- what its connection tells --------------------------------------------------------------------

    def _fail(self, error):
        """Emit `error`, and remember that no other needs to follow."""
        self.emit("error", error)
        self._had_error = True


class Connection(HttpConnection, ClientConnection):
    """A client's connection; it serves one request after the other."""

    __slots__ = ("_owes_drain", "_unfinished", "facade")

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


def _checked_method(method):
    if not method:
        return "GET"
    method = str(method).upper()
    if is_token(method) is None:
        raise NodeTypeError(f"a request's method is one word, not {method!r}")
    return method


def _checked_path(path):
    path = str(path or "/")
    if _breaks_the_line(path) is not None:
        raise NodeTypeError("Request path contains unescaped characters.")
    return path
