"""What the tests of `tls` and `https` share."""

from __future__ import annotations

import socket

from certificates import authority, client_context, trusted
from support import HOST, Peer, run, visit

from eras.node_0_10 import tls


class TlsPeer(Peer):
    """A peer that encrypts, by Python's own `ssl`."""

    def __init__(self, peer, context=None, name="localhost"):
        sock = (context or client_context()).wrap_socket(peer.sock, server_hostname=name)
        super().__init__(sock)

    def fin(self):
        """Nothing more is sent; without a goodbye, as many clients do it."""
        socket.socket.shutdown(self.sock, socket.SHUT_WR)
        return self


def encrypted(conversation, context=None, name="localhost"):
    """A conversation over TLS, for `visit`."""

    def talk(peer):
        try:
            sock = TlsPeer(peer, context, name)
        except OSError as error:
            return error
        try:
            return conversation(sock)
        finally:
            sock.close()

    return talk


def ask_encrypted(server, *requests, context=None, name="localhost"):
    """Send each request on an encrypted connection of its own; what came back: bytes, or a list."""
    answers = visit(
        server,
        *[
            encrypted(lambda peer, data=data: peer.send(data).fin().rest(), context, name)
            for data in requests
        ],
    )
    return answers[0] if len(requests) == 1 else answers


def meet(server, connect, *, then=None):
    """Listen, then `connect(port)`; the server closes with its first connection. What `connect` returned."""
    made = []

    def listening():
        stream = connect(server.address()["port"])
        made.append(stream)
        if stream is not None:
            stream.on("close", lambda: server.close())

    server.listen(0, HOST, listening)
    run()
    return made[0]


def secure_server(listener=None, **options):
    """A server that shows an identity which `authority()` signed."""
    return tls.createServer({**trusted().options, **options}, listener)


def trusting(port, **options):
    """Options of a client that believes what `authority()` signed."""
    return {"host": "localhost", "port": port, "ca": authority().cert, **options}
