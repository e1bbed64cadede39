"""The yardstick: a gevent watcher and httptools, every header parsed, no Node API above them."""

import socket
import sys
from email.utils import formatdate

import httptools
from gevent.hub import get_hub

loop = get_hub().loop


class Connection:
    """One client; answers each request as soon as it is complete."""

    def __init__(self, client: socket.socket) -> None:
        self.client = client
        self.headers: list[tuple[bytes, bytes]] = []
        self.parser = httptools.HttpRequestParser(self)
        self.watcher = loop.io(client.fileno(), 1)
        self.watcher.start(self.readable)

    def on_header(self, name: bytes, value: bytes) -> None:
        self.headers.append((name, value))

    def on_message_complete(self) -> None:
        self.headers = []
        self.client.send(answer)

    def readable(self) -> None:
        try:
            data = self.client.recv(65536)
            if data:
                self.parser.feed_data(data)
                return
        except BlockingIOError:
            return
        except (OSError, httptools.HttpParserError):
            pass
        self.watcher.stop()
        self.client.close()


def accept() -> None:
    for _ in range(128):
        try:
            client, _address = listener.accept()
        except BlockingIOError:
            return
        client.setblocking(False)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        Connection(client)


def make_answer() -> None:
    global answer
    head = (
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
        f"Date: {formatdate(usegmt=True)}\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    answer = head.encode() + b"c\r\nHello World\n\r\n0\r\n\r\n"


answer = b""
make_answer()
listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=511)
listener.setblocking(False)
watcher = loop.io(listener.fileno(), 1)
watcher.start(accept)
clock = loop.timer(1.0, 1.0)
clock.start(make_answer)
get_hub().join()
