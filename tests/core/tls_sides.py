"""What the tests of TLS connections share: both sides, ours or of Python's own `ssl`."""

from __future__ import annotations

import socket

from certificates import authority, client_context, trusted
from live import HOST, dial, in_thread, read_all, run
from nodecore.sockets import Handler, Server, Socket
from nodecore.tls import Credentials, TLSSocket


class Recorder(Handler):
    """Notes what it is told; ends its side when the peer ends."""

    def __init__(self, connection, **reactions):
        self.connection = connection
        self.told = []
        self.data = bytearray()
        self.reactions = reactions

    def _tell(self, what, *args):
        self.told.append(what)
        if what in self.reactions:
            self.reactions[what](self.connection, *args)

    def connected(self):
        self._tell("connected")

    def data_received(self, data):
        self.data += data
        self._tell("data")

    def eof_received(self):
        self._tell("eof")
        self.connection.destroy_soon()

    def drained(self):
        self._tell("drained")

    def errored(self, error):
        self._tell(error.message)

    def timed_out(self):
        self._tell("timeout")

    def closed(self, had_error):
        self._tell("closed with error" if had_error else "closed")


def serve(visit, credentials=None, *, on_secure=None, handshake_timeout=0, looks=False, **reactions):
    """Accept one connection, which `visit(port)` makes; what its side noted is returned."""
    recorders = []

    def accepted(raw):
        server.close()
        connection = TLSSocket(
            raw,
            credentials or Credentials(**trusted().options),
            server=True,
            on_secure=on_secure,
            handshake_timeout=handshake_timeout,
            looks=looks,
        )
        connection.handler = Recorder(connection, **reactions)
        recorders.append(connection.handler)
        connection.start_reading()
        connection.start()

    server = Server(accepted)
    server.listen(0, HOST)
    visit(server.address().port)
    run()
    return recorders[0]


def client(port, credentials=None, *, name="localhost", on_secure=None, session=None, **reactions):
    """A connection to `port` that notes what it is told."""
    raw = Socket()
    if credentials is None:
        credentials = Credentials(ca=authority().cert)
    connection = TLSSocket(
        raw, credentials, looks=True, server_name=name, on_secure=on_secure, session=session
    )
    connection.handler = Recorder(connection, **reactions)
    connection.start_reading()
    raw.connect(port, HOST)
    return connection.handler


def beside(conversation, **how):
    """A visit by Python's `ssl` in a thread; `conversation(sock)` is over the encrypted connection."""

    def visit(port):
        in_thread(converse, port, conversation, how)

    return visit


def converse(port, conversation, how):
    with dial(port) as raw:
        context = how.get("context") or client_context()
        sock = context.wrap_socket(raw, server_hostname="localhost")
        try:
            return conversation(sock)
        finally:
            leave(sock)


def leave(sock):
    """Close in a way that loses nothing: whoever closes with input unread resets the connection."""
    with sock:
        try:
            if sock.fileno() >= 0:
                socket.socket.shutdown(sock, socket.SHUT_WR)
                read_all(sock)
        except OSError:
            pass


def meet(server=None, *, client_credentials=None, name="localhost", **reactions):
    """Both sides of ours; what each noted. `reactions` are the client's."""
    met = []
    server = server or {}
    there = serve(
        lambda port: met.append(client(port, client_credentials, name=name, **reactions)),
        **server,
    )
    return there, met[0]


def beside_refused(port):
    """A visit that may end in an error of the visitor."""

    def conversation():
        try:
            converse(port, read_all, {})
        except OSError:
            pass

    in_thread(conversation)
