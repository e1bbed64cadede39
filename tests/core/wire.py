"""A transport without a socket, and the plainest users of the HTTP/1 core."""

from __future__ import annotations

from nodecore.http1.client import ClientConnection
from nodecore.http1.outgoing import Outgoing
from nodecore.http1.server import ServerConnection


class Transport:
    """Notes what a connection does; `accepts` is how many bytes it takes before it says False."""

    facade = None
    destroyed = False

    def __init__(self, accepts=1 << 40):
        self.writes = []
        self.accepts = accepts
        self.buffered = 0
        self.reading = True
        self.over = False

    @property
    def sent(self):
        return b"".join(self.writes)

    def write(self, data):
        self.writes.append(data)
        self.buffered = max(0, len(self.sent) - self.accepts)
        return not self.buffered

    def flush(self, connection):
        """The peer has read everything."""
        self.accepts = len(self.sent)
        self.buffered = 0
        connection.drained()

    def start_reading(self):
        self.reading = True

    def stop_reading(self):
        self.reading = False

    def end(self):
        self.over = True

    destroy = end


class Message:
    """What arrives: a head, pieces of a body, and how it ended."""

    def __init__(self, *head):
        self.head = head
        self.pieces = []
        self.ending = None
        self.wants = True

    @property
    def body(self):
        return b"".join(self.pieces)

    def add_body(self, data):
        self.pieces.append(data)
        return self.wants

    def finish_body(self, trailers):
        self.ending = ["end", *trailers]

    def cut_short(self):
        self.ending = "aborted"


class Response(Outgoing):
    """An answer that remembers what it was told."""

    def __init__(self):
        self.told = []

    def was_drained(self):
        self.told.append("drained")

    def was_sent(self):
        self.told.append("sent")

    def connection_lost(self):
        self.told.append("lost")


class Server(ServerConnection):
    """Keeps the requests with their responses; `answer(request, response)` is called with each."""

    def __init__(self, answer=None, transport=None):
        super().__init__(transport or Transport())
        self.answer = answer
        self.exchanges = []
        self.upgraded = None
        self.error = None

    def request_received(self, *head):
        request = self.incoming = Message(*head)
        if head[5]:
            return
        response = Response()
        response.closes_after = not head[4]
        self.open_response(response)
        self.exchanges.append((request, response))
        if self.answer is not None:
            self.answer(request, response)

    def upgrade_received(self, incoming, rest):
        self.upgraded = (incoming, rest)

    def read_failed(self, error):
        self.error = error
        super().read_failed(error)


class Client(ClientConnection):
    """Keeps what answers its requests."""

    def __init__(self, transport=None):
        super().__init__(transport or Transport())
        self.responses = []
        self.information = []
        self.complete = []
        self.upgraded = None
        self.error = None

    def response_received(self, *head):
        self.incoming = Message(*head)
        self.responses.append(self.incoming)

    def information_received(self, status, headers):
        self.information.append(status)

    def response_complete(self, incoming):
        self.complete.append(incoming)

    def upgrade_received(self, incoming, rest):
        self.upgraded = (incoming, rest)

    def response_unexpected(self):
        self.error = "unexpected"
        super().response_unexpected()

    def read_failed(self, error):
        self.error = error
        super().read_failed(error)


def send(message, head, *pieces, chunked=False, trailers=""):
    """Send a whole message: all pieces but the last with `send_body`, the last with `send_end`."""
    message.head_text = head
    message.is_chunked = chunked
    for piece in pieces[:-1]:
        message.send_body(piece)
    message.send_end(pieces[-1] if pieces else b"", trailers)
