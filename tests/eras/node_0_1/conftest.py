"""Real sockets for the tests of 0.1: the test's own greenlet is the peer, the loop serves it meanwhile."""

from __future__ import annotations

import gevent
import gevent.socket
import pytest
from nodecore.loop import get_loop
from raw_peer import RawPeer


class Peer(RawPeer):
    """The other end of a connection, which must not end before it is asked to."""

    def fin(self):
        self.sock.shutdown(gevent.socket.SHUT_WR)
        return self

    def until(self, end):
        """What arrives up to and with `end`."""
        taken = super().until(end)
        if not taken.endswith(end):
            raise EOFError(f"the connection ended after {taken!r}")
        return taken


class Listener:
    """A server of raw connections, accepted one by one by the test."""

    def __init__(self):
        self.sock = gevent.socket.socket()
        self.sock.bind(("127.0.0.1", 0))
        self.sock.listen()
        self.port = self.sock.getsockname()[1]
        self.peers = []

    def accept(self):
        peer = Peer(self.sock.accept()[0])
        self.peers.append(peer)
        return peer

    def close(self):
        for peer in self.peers:
            peer.close()
        self.sock.close()


@pytest.fixture(autouse=True)
def deadline():
    """A test that waits for what never comes fails after ten seconds."""
    with gevent.Timeout(10):
        yield


@pytest.fixture(autouse=True)
def uncaught():
    """The errors no callback caught; a test that expects some takes them out."""
    errors = []

    def note(error):
        errors.append(error)
        return True

    listeners = get_loop().uncaught_listeners
    listeners.append(note)
    yield errors
    listeners.remove(note)
    assert errors == []


@pytest.fixture
def connect():
    """`connect(server)`: a peer of a listening server of 0.1."""
    peers = []

    def connect(server):
        peer = Peer(gevent.socket.create_connection(("127.0.0.1", server._address().port)))
        peers.append(peer)
        return peer

    yield connect
    for peer in peers:
        peer.close()


@pytest.fixture
def listening():
    """`listening(server)`: the server, on a port of its own, closed after the test."""
    servers = []

    def listening(server):
        server.listen(0, "127.0.0.1")
        servers.append(server)
        return server

    yield listening
    for server in servers:
        server.close()


@pytest.fixture
def listener():
    """A raw server for clients of 0.1 to talk to."""
    server = Listener()
    yield server
    server.close()


@pytest.fixture
def until():
    """`until(condition)`: run the loop until the condition holds."""
    loop = get_loop()

    def until(condition):
        while not condition():
            gevent.sleep(0.001)
        return loop

    return until
