"""What the tests of 0.10 share: runs of the loop that cannot hang, and raw peers in threads."""

from __future__ import annotations

import gc
import os
import re
import socket
import struct

from nodecore import sockets
from nodecore.loop import get_loop

PATIENCE = 5.0
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
        _shut_down(_in_threads.pop())
    for thing in gc.get_objects():
        if type(thing) is sockets.Server:
            thing.close()
        elif type(thing) is sockets.Socket and not thing.destroyed:
            thing.destroy()
    for entry in list(loop._timers):
        entry[2].cancel()
    while True:
        try:
            loop.run()
            return
        except Exception:
            continue


def _shut_down(sock):
    """Wake the thread that waits for `sock`."""
    try:
        sock.shutdown(socket.SHUT_RDWR)
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


class Peer:
    """The other end of a connection, in a thread of its own."""

    def __init__(self, sock):
        sock.settimeout(PATIENCE)
        _in_threads.append(sock)
        self.sock = sock
        self.seen = b""

    @classmethod
    def to(cls, address):
        if isinstance(address, str):
            sock = socket.socket(socket.AF_UNIX)
            sock.settimeout(PATIENCE)
            sock.connect(address)
        else:
            sock = socket.create_connection((HOST, address["port"]), PATIENCE)
        return cls(sock)

    def send(self, data):
        self.sock.sendall(data)
        return self

    def fin(self):
        self.sock.shutdown(socket.SHUT_WR)
        return self

    def until(self, end):
        """What arrives up to and with `end`, or until the other side closes."""
        while end not in self.seen:
            data = self.sock.recv(65536)
            if not data:
                taken, self.seen = self.seen, b""
                return taken
            self.seen += data
        cut = self.seen.index(end) + len(end)
        taken, self.seen = self.seen[:cut], self.seen[cut:]
        return taken

    def rest(self):
        """What arrives until the other side closes."""
        try:
            while data := self.sock.recv(65536):
                self.seen += data
        except ConnectionResetError:
            pass
        taken, self.seen = self.seen, b""
        return taken

    def close(self):
        self.sock.close()

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
    peer.send(answer).fin()
    return received + peer.rest()
