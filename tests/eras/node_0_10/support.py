"""What the tests of 0.10 share: runs of the loop that cannot hang, and raw peers in threads."""

from __future__ import annotations

import gc
import os
import re
import socket
import struct

from nodecore import sockets
from nodecore.loop import get_loop
from raw_peer import RawPeer

from eras.node_0_10 import http

PATIENCE = 30.0
HOST = "127.0.0.1"

loop = get_loop()
_in_threads: list[socket.socket] = []
_answering: list[tuple[str | None, Answering]] = []


def _current_test():
    return os.environ.get("PYTEST_CURRENT_TEST")


class StillRunningError(AssertionError):
    """Something kept the program alive long after it should have ended."""


def run():
    """Run the loop until nothing keeps the program alive; fail after a few seconds."""

    def give_up():
        raise StillRunningError(f"the program still runs after {PATIENCE} s: an event did not come")

    watchdog = loop.timer(give_up, PATIENCE * 1000)
    watchdog.unref()
    # A test that failed before it came here has left servers that nobody will ask.
    for test, server in _answering:
        if test == _current_test():
            server.start()
    _answering.clear()
    try:
        loop.run()
    except BaseException:
        watchdog.cancel()
        _end_everything()
        raise
    watchdog.cancel()
    _in_threads.clear()


def _end_everything():
    """Close what a failed test left open: the tests after it share its loop."""
    while _in_threads:
        _shut_down(_in_threads.pop())  # wakes the thread that waits for it
    for thing in gc.get_objects():
        if type(thing) is sockets.Server:
            thing.close()
        elif type(thing) is sockets.Socket and not thing.destroyed:
            thing.destroy()
    for timer in loop.timers:
        timer.cancel()
    while True:
        try:
            loop.run()
            return
        except Exception:
            continue


def _shut_down(sock, how=socket.SHUT_RDWR):
    try:
        sock.shutdown(how)
    except OSError:
        pass


def watch(log, emitter, *events, name=""):
    """Note in `log` each of `events` that `emitter` emits."""

    def listen(event):
        emitter.on(event, lambda: log.append(f"{name} {event}".strip()))

    for event in events:
        listen(event)


def watch_args(log, emitter, event):
    """Note in `log` the arguments of each `event`."""
    emitter.on(event, lambda *args: log.append(args))


class Peer(RawPeer):
    """The other end of a connection, in a thread of its own."""

    def __init__(self, sock):
        super().__init__(sock)
        sock.settimeout(PATIENCE)
        _in_threads.append(sock)

    @classmethod
    def to(cls, address):
        if isinstance(address, str):
            sock = socket.socket(socket.AF_UNIX)
            sock.settimeout(PATIENCE)
            sock.connect(address)
        else:
            sock = socket.create_connection((HOST, address["port"]), PATIENCE)
        return cls(sock)

    def fin(self):
        """Say that nothing more is sent, if the other side is still there."""
        _shut_down(self.sock, socket.SHUT_WR)
        return self

    def reset(self):
        """Close with a RST instead of a FIN."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()


def visit(server, *conversations, listen=(0, HOST)):
    """Let each conversation(peer) in turn visit `server`, then close it; returns what they returned."""
    results = []
    waiting = list(conversations)

    def next_visit():
        if not waiting:
            server.close()
            return
        loop.in_thread(_converse, server.address(), waiting.pop(0), done=over)

    def over(error, result):
        if error is not None:
            raise error
        results.append(result)
        next_visit()

    server.listen(*listen, next_visit)
    run()
    return results


def _converse(address, conversation):
    peer = Peer.to(address)
    try:
        return conversation(peer)
    finally:
        peer.close()


def ask(server, *requests, **how):
    """Send each of `requests` on a connection of its own; returns what came back: bytes, or a list."""
    answers = visit(server, *[lambda peer, data=data: peer.send(data).rest() for data in requests], **how)
    return answers[0] if len(requests) == 1 else answers


def get(path="/", *headers, method="GET", body=b"", version="1.1"):
    """The bytes of a request that closes its connection, unless `headers` say otherwise."""
    lines = [f"{method} {path} HTTP/{version}", *headers]
    if not any(line.lower().startswith("connection:") for line in headers):
        lines.append("Connection: close")
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def masked(answer):
    """`answer` as text, with the date taken out."""
    return re.sub(r"Date: [^\r]*", "Date: DATE", answer.decode("latin-1"))


def head(answer):
    """The lines of an answer's head."""
    return masked(answer).split("\r\n\r\n", 1)[0].split("\r\n")


def body(answer):
    """The body of an answer, as it is on the wire."""
    return answer.split(b"\r\n\r\n", 1)[1]


class Answering:
    """A raw server in a thread: the nth connection is given the nth answer, then closed.

    An answer is bytes, sent once a head has arrived, or a conversation(peer).
    """

    def __init__(self, *answers):
        self.listener = socket.create_server((HOST, 0))
        self.listener.settimeout(PATIENCE)
        _in_threads.append(self.listener)
        self.port = self.listener.getsockname()[1]
        self.received = []
        self._answers = answers
        _answering.append((_current_test(), self))

    def start(self):
        """Begin to accept, in the thread."""
        loop.in_thread(self._serve, self._answers, done=self._over)

    def _serve(self, answers):
        with self.listener:
            for answer in answers:
                peer = Peer(self.listener.accept()[0])
                try:
                    self.received.append(answer(peer) if callable(answer) else _answer(peer, answer))
                finally:
                    peer.close()

    def _over(self, error, _result):
        if error is not None:
            raise error


def _answer(peer, answer):
    received = peer.until(b"\r\n\r\n")
    try:
        peer.send(answer)
    except OSError:
        return received  # the client had read enough of it
    return received + peer.fin().rest()


def refused_port():
    """A port that nobody listens on."""
    with socket.create_server((HOST, 0)) as closed:
        return closed.getsockname()[1]


def greet(peer):
    """A peer that says hi, then reads to the end."""
    peer.send(b"hi").fin()
    return peer.rest()


def silent(peer):
    """A peer that reads and never says anything."""
    return peer.rest()


def echo(peer):
    """A peer that says back what it was told."""
    data = peer.rest()
    peer.send(data)
    return data


def answer_of(listener, *request):
    """All bytes a server with `listener(request, response)` answers to `get(*request)`."""
    return ask(http.createServer(listener), get(*request))


def respond(use, *request):
    """All bytes that come of a response that `use(response)` handles."""
    return answer_of(lambda _request, response: use(response), *request)


CHUNKED = (
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    b"2\r\nhi\r\n3\r\n he\r\n0\r\nX-Sum: 1\r\nx-sum: 2\r\nFoo: a\r\nfoo: b\r\n\r\n"
)


def requested(request_bytes, *notes):
    """What each note(request) says of the request that a server makes of `request_bytes`."""
    seen = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        seen.extend(note(request) for note in notes)
        response.end()

    ask(server, request_bytes)
    return seen


OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def sent(make, *write, raw=None):
    """The bytes that the request of make(address options), written and ended with `write`, sends."""
    raw = raw or Answering(collect)
    request = make({"host": HOST, "port": raw.port})
    for chunk in write[:-1]:
        request.write(chunk)
    request.end(*write[-1:])
    run()
    (received,) = raw.received
    return received.replace(str(raw.port).encode(), b"PORT")


def collect(peer):
    """Everything a client sends: to the end of its chunks or declared length."""
    received = peer.until(b"\r\n\r\n")
    lines = received.lower()
    if b"transfer-encoding: chunked" in lines:
        received += peer.until(b"0\r\n") + peer.until(b"\r\n")
    elif b"content-length: " in lines:
        length = int(lines.split(b"content-length: ")[1].split(b"\r\n")[0])
        while len(peer.seen) < length:
            peer.seen += peer.sock.recv(length)
        received += peer.seen
        peer.seen = b""
    peer.send(OK).fin()
    return received + peer.rest()


def sent_with(*write, **more):
    """The bytes that a request with `more` options sends."""
    return sent(lambda options: http.request(options, **more), *write)


EVENTS = ("socket", "response", "continue", "finish", "timeout", "close")


HUNG_UP = ("error", "socket hang up", "ECONNRESET")


def note_errors(log, emitter):
    """Note in `log` message and code of each error."""
    emitter.on("error", lambda error: log.append(("error", error.message, error.code)))


def traced(answer, **options):
    """A request to a server that gives `answer`, and the log of its events."""
    raw = Answering(answer)
    log = []
    request = http.request({"host": HOST, "port": raw.port, "agent": False, **options})
    watch(log, request, *EVENTS)
    note_errors(log, request)
    return request, log
