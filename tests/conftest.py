"""What tests of more than one floor need."""

from __future__ import annotations

import signal

import gevent
import gevent.socket
import pytest

# A shell that starts the tests in the background has them ignore Ctrl-C, and their children, too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


class DnsServer:
    """A name server on loopback, over UDP and TCP. `reply(query, over)` gives the bytes to send, or several.

    It runs in greenlets of the test's own thread, `asked` holds every query and how it came,
    `client` the address of the last one over UDP.
    """

    def __init__(self, reply):
        self.reply = reply
        self.asked = []
        self.udp, self.tcp = self._bind()
        self.address = self.udp.getsockname()
        self.tcp.listen()
        self.greenlets = [gevent.spawn(self._serve_udp), gevent.spawn(self._serve_tcp)]

    @staticmethod
    def _bind():
        """Sockets of one port; the system chooses it for UDP, and for TCP it may be taken."""
        while True:
            udp, tcp = gevent.socket.socket(type=gevent.socket.SOCK_DGRAM), gevent.socket.socket()
            udp.bind(("127.0.0.1", 0))
            try:
                tcp.bind(udp.getsockname())
            except OSError:
                udp.close()
                tcp.close()
            else:
                return udp, tcp

    def _replies(self, query, over):
        self.asked.append((query, over))
        made = self.reply(query, over)
        return [made] if isinstance(made, bytes) else made or []

    def _serve_udp(self):
        while True:
            query, self.client = self.udp.recvfrom(65535)
            for reply in self._replies(query, "udp"):
                self.udp.sendto(reply, self.client)

    def _serve_tcp(self):
        while True:
            connection, _ = self.tcp.accept()
            with connection:
                size = int.from_bytes(connection.recv(2), "big")
                query = b""
                while len(query) < size:
                    query += connection.recv(size - len(query))
                for reply in self._replies(query, "tcp"):
                    # In three pieces, since a stream may break a reply anywhere.
                    framed = len(reply).to_bytes(2, "big") + reply
                    for piece in (framed[:1], framed[1:7], framed[7:]):
                        connection.sendall(piece)
                        gevent.sleep()

    def close(self):
        gevent.killall(self.greenlets)
        self.udp.close()
        self.tcp.close()


@pytest.fixture
def dns_server():
    """`dns_server(reply)`: a running `DnsServer`."""
    servers = []

    def start(reply):
        server = DnsServer(reply)
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.close()
