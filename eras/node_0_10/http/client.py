"""`ClientRequest`: a request in progress, whoever made its socket."""

from __future__ import annotations

import base64
import re

from nodecore.encodings import encode
from nodecore.errors import NodeTypeError
from nodecore.http1.writer import is_token
from nodecore.loop import get_loop
from nodecore.values import is_falsy

from .. import net
from .agent import globalAgent
from .client_connection import Connection, hang_up
from .options import request_options
from .outgoing import OutgoingMessage, pairs

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

    own_listeners = {"socket": 1}

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
        if not is_falsy(callback):
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
