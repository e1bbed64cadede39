"""What the tests of sockets share: a handler that notes, a server of one connection, a late reader."""

from __future__ import annotations

from live import HOST, dial, in_thread, read_all
from nodecore import sockets

BIG = b"0123456789abcdef" * 1024 * 1024  # 16 MiB: more than the kernel takes at once


class Log(sockets.Handler):
    """Notes what happens, and calls what a test set as `on_…`."""

    def __init__(self, **reactions):
        self.events = []
        self.received = b""
        self.reactions = reactions

    def _note(self, event, *args):
        self.events.append(event if not args else (event, *args))
        reaction = self.reactions.get(event)
        if reaction is not None:
            reaction(*args)

    def connected(self):
        self._note("connected")

    def data_received(self, data):
        self.received += data
        if "data" in self.reactions:
            self.reactions["data"](data)

    def eof_received(self):
        self._note("eof")

    def drained(self):
        self._note("drained")

    def errored(self, error):
        self._note("errored", error.code)

    def timed_out(self):
        self._note("timed out")

    def closed(self, had_error):
        self._note("closed", had_error)


def serve(accepted, path=None):
    """A server that stops accepting after its first connection, which goes to `accepted(socket)`."""

    def first(sock):
        server.close()
        accepted(sock)
        sock.start_reading()

    server = sockets.Server(first)
    if path is not None:
        server.listen_unix(path)
    else:
        server.listen(0, HOST)
    return server


def read_later(server, may_read):
    """A peer that connects now and reads once it may; what it read is in the list that is returned."""
    heard = []

    def conversation(port):
        with dial(port) as peer:
            may_read.wait(5)
            return read_all(peer)

    in_thread(conversation, server.address().port, then=heard.append)
    return heard
