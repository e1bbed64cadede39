"""`Agent`: a pool of sockets for each host, and a queue of requests for each pool."""

from __future__ import annotations

import weakref

from .. import net
from ..events import EventEmitter
from ..options import merged

MAX_SOCKETS = 5


class Agent(EventEmitter):
    """Holds at most `maxSockets` sockets a host; a socket nobody waits for is closed.

    (document: Class: http.Agent)
    """

    js_live = ("options", "sockets", "requests")
    js_static = ("defaultMaxSockets",)

    event_arity = {"free": 4}

    defaultMaxSockets = MAX_SOCKETS
    defaultPort = 80

    def __init__(self, options=None, **more):
        self.options = merged(options, more)
        self.requests = {}
        """Queues of requests that wait for a socket, by `host:port`. (agent.requests)"""
        self.sockets = {}
        """Sockets in use, by `host:port`. (agent.sockets)"""
        self.maxSockets = self.options.get("maxSockets") or Agent.defaultMaxSockets
        """How many sockets a host may have at once. (agent.maxSockets)"""
        self.createConnection = net.connect
        """Opens a socket; a program may put a function of its own here."""
        known = weakref.ref(self)
        self.on("free", lambda *freed: known()._free(*freed))

    def addRequest(self, request, host, port, localAddress=None):
        """Give `request` a socket, now or when one is free."""
        name = socket_name(host, port, localAddress)
        if len(self.sockets.setdefault(name, [])) < self.maxSockets:
            request.onSocket(self.createSocket(name, host, port, localAddress, request))
        else:
            self.requests.setdefault(name, []).append(request)

    def createSocket(self, name, host, port, localAddress=None, request=None):
        """A new socket of the pool `name`."""
        options = {**self.options, "port": port, "host": host, "localAddress": localAddress}
        socket = self.createConnection(self._socket_options(options, request))
        self.sockets.setdefault(name, []).append(socket)

        member = _Member(self, socket, name, (host, port, localAddress))
        for event, listener in member.listeners():
            socket.on(event, listener)
        return socket

    def _socket_options(self, options, request):
        return options

    def removeSocket(self, socket, name, host, port, localAddress=None):
        """Forget `socket`, and start the next request that waits for one."""
        pool = self.sockets.get(name)
        if pool is not None and socket in pool:
            pool.remove(socket)
            if not pool:
                del self.sockets[name]
        waiting = self.requests.get(name)
        if waiting and len(self.sockets.get(name, ())) < self.maxSockets:
            request = waiting[0]
            self.createSocket(name, host, port, localAddress, request).emit("free")

    def _free(self, socket, host, port, localAddress=None):
        """A response is over: the next request gets its socket, or nobody does."""
        name = socket_name(host, port, localAddress)
        waiting = self.requests.get(name)
        if not socket.destroyed and waiting:
            request = waiting.pop(0)
            if not waiting:
                del self.requests[name]
            request.onSocket(socket)
        else:
            socket.destroy()


class _Member:
    """Listens to a socket of a pool, and does not keep it alive."""

    __slots__ = ("_agent", "_name", "_place", "_socket")

    def __init__(self, agent, socket, name, place):
        self._agent = agent
        self._socket = weakref.ref(socket)
        self._name = name
        self._place = place

    def listeners(self):
        """(event, listener) of each event."""
        return (("free", self.free), ("close", self.close), ("agentRemove", self.remove))

    def free(self):
        self._agent.emit("free", self._socket(), *self._place)

    def close(self):
        self._agent.removeSocket(self._socket(), self._name, *self._place)

    def remove(self):
        """Whoever takes a socket out of the pool keeps it."""
        self.close()
        socket = self._socket()
        for event, listener in self.listeners():
            socket.removeListener(event, listener)


def socket_name(host, port, local_address):
    """The name of a pool."""
    if port is None:  # a Unix socket's path
        return str(host)
    name = f"{host}:{port}"
    return f"{name}:{local_address}" if local_address else name


globalAgent = Agent()
"""The agent of requests that name none. (http.globalAgent)"""
