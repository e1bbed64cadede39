"""`net.Server`."""

from __future__ import annotations

import os

from nodecore import network, sockets
from nodecore.errors import NodeError
from nodecore.loop import get_loop
from nodecore.values import int32_of, is_falsy, is_number, number_of, text_of

from ..deprecation import deprecated
from ..errors import system_error
from ..events import EventEmitter
from ..options import merged
from .arguments import as_address, is_path, port_number, socket_path
from .handle import Handle, handle_of
from .socket import Socket

DEFAULT_BACKLOG = 511
"""As many connections wait to be accepted."""

_loop = get_loop()


class Server(EventEmitter):
    """A TCP or Unix server. Events: `listening`, `connection`, `close`, `error`."""

    event_arity = {"listening": 0, "connection": 1, "close": 0, "error": 1}

    js_null = ("address", "_handle")
    js_visible = ("_connections", "_handle")

    allowHalfOpen = False
    _max_connections = None
    _path = None

    def __init__(self, options=None, connectionListener=None, **more):
        if callable(options):
            options, connectionListener = None, options
        self.allowHalfOpen = bool(merged(options, more).get("allowHalfOpen"))
        self._core = sockets.Server(self._accepted)
        self._listening = False
        self._closing = False
        self._open = 0
        self._lent = []
        if callable(connectionListener):
            self.on("connection", connectionListener)

    # -- listening ------------------------------------------------------------------------------------

    def listen(self, *args):
        """Begin to accept: `(port, host, backlog, callback)`, `(path, callback)`, `(handle, callback)`.

        `handle` is a server or socket, or `{"fd": n}`. Without a port the system chooses one. `listening`
        or `error` follows. (server.listen)
        """
        if args and callable(args[-1]):
            self.once("listening", args[-1])
        first, second, third = (*args, None, None, None)[:3]
        backlog = _backlog(second) or _backlog(third) or DEFAULT_BACKLOG
        self._path = None
        handle = _handle_in(first)
        if handle is not None:
            self._start(self._core.listen_socket, handle, backlog)
        elif is_path(first):
            self._path = first
            self._start(self._core.listen_unix, socket_path(first), backlog)
        else:
            host = None if callable(second) or is_number(second) or is_falsy(second) else text_of(second)
            self._listen_port(_listen_port_number(first), host, backlog)
        return self

    def _listen_port(self, port, host, backlog):
        if host is None:
            self._start(self._core.listen, port, host, backlog)
            return
        if network.ip_version(host):
            # It was looked up like any name, so only a tick later does the server listen.
            _loop.next_tick(self._start, self._core.listen, port, host, backlog)
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
            elif listen == self._core.listen_socket and error.code in ("EBADF", "ENOTSOCK"):
                error = system_error("EINVAL", "listen")  # what a descriptor of no known kind gave
            _loop.next_tick(self.emit, "error", error)
            return
        self._listening = True
        self._closing = False
        _loop.next_tick(self._tell_listening)

    @property
    def _handle(self):
        return handle_of(self, self._core)

    def _give_handle(self):
        """A descriptor for another server, which accepts from now on instead of this one."""
        handle = os.dup(self._core.fileno())
        self._core.stop_accepting()
        return handle

    def _tell_listening(self):
        if self._listening:
            self.emit("listening")

    def address(self):
        """Where the server listens: `{port, family, address}`, or None.

        A path is told for good, whatever became of listening there.
        """
        return self._path or as_address(self._core.address())

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
        """Deprecated: how many connections are open. (server.getConnections)"""
        deprecated("connections property is deprecated. Use getConnections() method")
        return self._open

    @property
    def _connections(self):
        return self._open

    @property
    def maxConnections(self):
        """Connections beyond so many are closed at once; None or 0 for no limit."""
        return self._max_connections

    @maxConnections.setter
    def maxConnections(self, limit):
        self._max_connections = limit
        self._core.max_connections = None if is_falsy(limit) else number_of(limit)

    def getConnections(self, callback):
        """`callback(None, count)` with the number of open connections, other programs' included."""
        counts = [self._open]
        waiting = len(self._lent)
        if not waiting:
            _loop.next_tick(callback, None, self._open)

        def counted(number):
            counts.append(number)
            if len(counts) > waiting:
                callback(None, sum(counts))

        for lent in list(self._lent):
            lent.count(counted)

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
        for lent in list(self._lent):
            lent.close()
        self._close_if_over()
        return self

    def _returned(self, lent):
        """None of the connections that another program had is open any more."""
        self._lent.remove(lent)
        self._close_if_over()

    def _close_if_over(self):
        if self._closing and self._open == 0 and not self._lent:
            self._closing = False
            _loop.next_tick(self.emit, "close")

    def ref(self):
        """Keep the program alive while listening."""
        self._core.ref()

    def unref(self):
        """Let the program end although the server listens."""
        self._core.unref()


def _handle_in(argument):
    """The descriptor that a first argument of `listen` stands for, None when it is no object."""
    if isinstance(argument, dict) and "_handle" in argument:
        argument = argument["_handle"]
    if isinstance(argument, Handle):
        argument = argument._owner
    if isinstance(argument, (Server, Socket)) and argument._handle is not None:
        return argument._give_handle()
    if isinstance(argument, dict) and is_number(argument.get("fd")) and argument["fd"] >= 0:
        return int32_of(argument["fd"])
    if argument is None or callable(argument) or isinstance(argument, (str, int, float)):
        return None
    raise NodeError(f"Invalid listen argument: {text_of(argument)}")


def _listen_port_number(port):
    return 0 if callable(port) or not number_of(port) >= 0 else port_number(port)


def _backlog(argument):
    return 0 if callable(argument) else max(0, int32_of(argument))
