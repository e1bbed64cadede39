"""`Link`: what stands between a core socket and its `net.Socket`."""

from nodecore import sockets


class Link(sockets.Handler):
    """Passes what happens to a core socket on to its `Socket`."""

    __slots__ = ("socket",)

    def __init__(self, socket):
        self.socket = socket

    def connected(self):
        self.socket._connected()

    def data_received(self, data):
        self.socket._received(data)

    def eof_received(self):
        self.socket._ended_by_peer()

    def drained(self):
        self.socket._drained()

    def errored(self, error):
        self.socket._let_go()
        self.socket._tell_error(error)

    def timed_out(self):
        self.socket.emit("timeout")

    def released(self):
        if self.socket.server is not None:
            self.socket.server._connection_closed()

    def closed(self, had_error):
        # A name that was not found is no error of a connection: there was none yet.
        self.socket._closed(had_error and self.socket._error_told != "getaddrinfo")
