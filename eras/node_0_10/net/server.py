"""`net.Server`."""

from __future__ import annotations

import os

from nodecore import network, sockets
from nodecore.errors import NodeError
from nodecore.loop import get_loop

from ..errors import system_error
from ..events import EventEmitter
from .socket import Socket, as_address

_loop = get_loop()


class Server(EventEmitter):
    """A TCP or Unix server. Events: `listening`, `connection`, `close`, `error`."""

    event_arity = {"listening": 0, "connection": 1, "close": 0, "error": 1}

    js_null = ("address",)

    allowHalfOpen = False

    def __init__(self, options=None, connectionListener=None, **more):
        if callable(options):
            options, connectionListener = None, options
        self.allowHalfOpen = bool({**(options or {}), **more}.get("allowHalfOpen"))
        self._core = sockets.Server(self._accepted)
        self._listening = False
        self._closing = False
        self._open = 0
        if connectionListener is not None:
            self.on("connection", connectionListener)

    # -- listening ------------------------------------------------------------------------------------

    def listen(self, *args):
        """Begin to accept: `(port, host, backlog, callback)`, `(path, callback)`, `(handle, callback)`.

        `handle` is a server or socket, or `{"fd": n}`. Without a port the system chooses one. `listening`
        or `error` follows. (server.listen)
        """
        args = list(args)
        if args and callable(args[-1]):
            self.once("listening", args.pop())
        first = args[0] if args else None
        backlog = int(args[-1]) if len(args) > 1 and not isinstance(args[-1], str) and args[-1] else 511
        if isinstance(first, dict) and first.get("fd") is not None:
            self._start(self._core.listen_socket, int(first["fd"]), backlog)
        elif isinstance(first, (Server, Socket)):
            self._start(self._core.listen_socket, first._give_handle(), backlog)
        elif isinstance(first, str) and not first.strip().isdigit():
            self._start(self._core.listen_unix, first, backlog)
        else:
            host = args[1] if len(args) > 1 and isinstance(args[1], str) and args[1] else None
            self._listen_port(_listen_port_number(first), host, backlog)
        return self

    def _listen_port(self, port, host, backlog):
        if host is None or network.ip_version(host):
            self._start(self._core.listen, port, host, backlog)
            return

        def resolved(error, addresses):
            if error is not None or not addresses:
                self.emit("error", system_error(error or "ENOTFOUND", "getaddrinfo"))
            else:
                self._start(self._core.listen, port, addresses[0][1], backlog)

        network.current().lookup(host, 0, resolved)

    def _start(self, listen, *args):
        try:
            listen(*args)
        except NodeError as error:
            if listen == self._core.listen_unix and error.code == "ENOENT":
                error = system_error("EACCES", "listen")  # what binding a pipe in no folder gave
            _loop.next_tick(self.emit, "error", error)
            return
        self._listening = True
        self._closing = False
        _loop.next_tick(self._tell_listening)

    def _give_handle(self):
        """A descriptor for another server, which accepts from now on instead of this one."""
        handle = os.dup(self._core.fileno())
        self._core.stop_accepting()
        return handle

    def _tell_listening(self):
        if self._listening:
            self.emit("listening")

    def address(self):
        """Where the server listens: `{port, family, address}`, or a path; None when it does not."""
        return as_address(self._core.address())

    # -- connections ----------------------------------------------------------------------------------

    def _accepted(self, transport):
        socket = Socket._wrap(transport, self.allowHalfOpen)
        socket._take_over(transport)
        socket.server = self
        self._opened(transport)
        transport.start_reading()
        self.emit("connection", socket)

    def _opened(self, transport):
        self._open += 1

    def _connection_closed(self):
        self._open -= 1
        self._core.connections -= 1
        self._close_if_over()

    @property
    def connections(self):
        """How many connections are open."""
        return self._open

    @property
    def maxConnections(self):
        """Connections beyond so many are closed at once; None for no limit."""
        return self._core.max_connections

    @maxConnections.setter
    def maxConnections(self, limit):
        self._core.max_connections = limit

    def getConnections(self, callback):
        """`callback(None, count)` with the number of open connections."""
        _loop.next_tick(callback, None, self._open)

    # -- the end --------------------------------------------------------------------------------------

    def close(self, callback=None):
        """Stop accepting; `close` is emitted when the last connection has ended. (server.close)"""
        if not self._listening:
            raise NodeError("Not running")
        if callback is not None:
            self.once("close", callback)
        self._listening = False
        self._closing = True
        self._core.close()
        self._close_if_over()
        return self

    def _close_if_over(self):
        if self._closing and self._open == 0:
            self._closing = False
            _loop.next_tick(self.emit, "close")

    def ref(self):
        """Keep the program alive while listening."""
        self._core.ref()

    def unref(self):
        """Let the program end although the server listens."""
        self._core.unref()


def _listen_port_number(port):
    try:
        number = int(port or 0)
    except (TypeError, ValueError):
        number = 0
    if not 0 <= number < 65536:
        raise NodeError(f"a port is a number from 0 to 65535, not {port!r}")
    return number
