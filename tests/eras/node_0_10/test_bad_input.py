"""Bad peers: each gets its error or its close, and everybody else is served, meanwhile and afterwards."""

import re
import threading

import pytest
from support import HOST, PATIENCE, Answering, Peer, run, visit

from eras.node_0_10 import http

CHUNKED = b"POST /attack HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
A_MEBIBYTE = 1 << 20


class Attack:
    """One bad peer at a server that answers everything, and what the server's program saw of it."""

    def __init__(self, conversation, configure=None):
        self.seen = []
        self.errors = []
        self.result = None
        self._conversation = conversation
        server = http.createServer(self._request)
        server.on("clientError", lambda error: self.errors.append(error.code))
        if configure is not None:
            configure(server)
        visit(server, self._converse)

    def _request(self, request, response):
        if request.url == "/bystander":
            response.end("served")
            return
        self.seen.append(request)
        request.log = []
        request.on("data", lambda data: request.log.append(data))
        request.on("close", lambda: request.log.append("closed"))
        request.on("end", response.end)

    def _converse(self, peer):
        address = {"port": peer.sock.getpeername()[1]}
        self.result = self._conversation(peer, lambda: bystander(address))
        bystander(address)


def bystander(address):
    """Another client, which must get its answer."""
    peer = Peer.to(address)
    answer = peer.send(b"GET /bystander HTTP/1.1\r\nConnection: close\r\n\r\n").rest()
    peer.close()
    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert b"served" in answer


def send_until_cut_off(peer, piece, limit):
    """Send `piece` again and again until the other side closes; how much went out."""
    sent = 0
    try:
        while sent < limit:
            peer.send(piece)
            sent += len(piece)
        peer.fin().rest()
    except (ConnectionResetError, BrokenPipeError):
        pass
    return sent


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "HPE_INVALID_METHOD"),
        (b"EHLO mail.example\r\n\r\n", "HPE_INVALID_METHOD"),
        (b"GET / HTTP/1.1\r\nno header at all\r\n\r\n", "HPE_INVALID_HEADER_TOKEN"),
        (
            b"POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 9\r\n\r\nabc",
            "HPE_UNEXPECTED_CONTENT_LENGTH",
        ),
        (CHUNKED[:-2] + b"Content-Length: 5\r\n\r\n0\r\n\r\n", "HPE_UNEXPECTED_CONTENT_LENGTH"),
    ],
    ids=["binary", "another protocol", "no header", "two lengths", "length and chunked"],
)
def test_a_head_that_is_no_http(data, code):
    attack = Attack(lambda peer, others: (peer.send(data), others(), peer.rest())[-1])
    assert attack.errors == [code]
    assert attack.result == b""
    assert attack.seen == []


def test_half_a_head_and_then_silence():
    def configure(server):
        server.timeout = 40

    def conversation(peer, others):
        peer.send(b"GET / HTTP/1.1\r\nHost: ")
        others()
        return peer.rest()

    attack = Attack(conversation, configure)
    assert attack.result == b""
    assert attack.seen == []


def test_a_head_of_a_mebibyte():
    def conversation(peer, others):
        peer.send(b"GET / HTTP/1.1\r\nX: " + b"a" * 1000)
        others()
        return send_until_cut_off(peer, b"a" * 16_384, A_MEBIBYTE)

    attack = Attack(conversation)
    assert attack.errors == ["HPE_HEADER_OVERFLOW"]
    assert attack.seen == []


def test_five_thousand_headers_of_which_the_first_thousand_count():
    head = b"GET / HTTP/1.1\r\nConnection: close\r\n" + b"".join(b"h%d: %d\r\n" % (n, n) for n in range(5000))
    attack = Attack(lambda peer, others: (peer.send(head + b"\r\n"), others(), peer.rest())[-1])
    assert attack.result.startswith(b"HTTP/1.1 200 OK")
    [request] = attack.seen
    assert len(request.headers) == 1000
    assert request.headers["h998"] == "998"
    assert "h999" not in request.headers


def test_a_bad_chunk_size():
    attack = Attack(
        lambda peer, others: (peer.send(CHUNKED + b"5\r\nhello\r\nxyz\r\n"), others(), peer.rest())[-1]
    )
    assert attack.errors == ["HPE_INVALID_CHUNK_SIZE"]
    [request] = attack.seen
    assert request.log == [b"hello", "closed"]


def test_a_chunk_extension_without_an_end():
    def conversation(peer, others):
        peer.send(CHUNKED + b"5;name=")
        others()
        return send_until_cut_off(peer, b"v" * 16_384, A_MEBIBYTE)

    attack = Attack(conversation)
    assert attack.errors == ["HPE_HEADER_OVERFLOW"]
    assert attack.seen[0].log == ["closed"]


def test_chunk_extensions_that_end_are_ignored():
    chunk = b"5;" + b"e" * 50_000 + b"\r\nhello\r\n"
    attack = Attack(
        lambda peer, others: (peer.send(CHUNKED + chunk * 3 + b"0\r\n\r\n"), others(), peer.until(b"OK"))[-1]
    )
    assert attack.errors == []
    assert b"".join(part for part in attack.seen[0].log if part != "closed") == b"hello" * 3


@pytest.mark.parametrize("piece", [b"X: " + b"t" * 1000 + b"\r\n", b"t" * 1000], ids=["many", "one"])
def test_trailers_without_an_end(piece):
    def conversation(peer, others):
        peer.send(CHUNKED + b"5\r\nhello\r\n0\r\nX: ")
        others()
        return send_until_cut_off(peer, piece, A_MEBIBYTE)

    attack = Attack(conversation)
    assert attack.errors == ["HPE_HEADER_OVERFLOW"]
    assert attack.seen[0].log == [b"hello", "closed"]


def test_a_peer_that_resets_in_the_middle_of_a_body():
    def conversation(peer, others):
        peer.send(b"POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\nhalf")
        others()
        peer.reset()

    attack = Attack(conversation)
    [request] = attack.seen
    assert request.log == [b"half", "closed"]


def test_a_length_that_promises_more_than_comes():
    def conversation(peer, others):
        peer.send(b"POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\nhalf").fin()
        others()
        return peer.rest()

    attack = Attack(conversation)
    assert attack.errors == ["HPE_INVALID_EOF_STATE"]
    assert attack.result == b""
    assert attack.seen[0].log == [b"half", "closed"]


def test_a_length_that_promises_less_than_comes():
    def conversation(peer, others):
        peer.send(b"POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nhalf and more")
        others()
        return peer.rest()

    attack = Attack(conversation)
    assert attack.errors == ["HPE_INVALID_METHOD"]
    assert attack.seen[0].log[0] == b"half"


def test_a_peer_that_pipelines_for_ever_and_never_reads():
    """The server stops reading, so the peer's sends stop too: what is in flight is what the kernel holds."""
    block = b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n" * 100
    answer = b"x" * 10_000
    buffered = []

    def configure(server):
        server.removeAllListeners("request")
        server.on("request", respond)

    def respond(request, response):
        if request.url == "/bystander":
            response.end("served")
        else:
            buffered.append(request.socket.bufferSize)
            response.end(answer)

    def conversation(peer, others):
        peer.sock.settimeout(0.2)
        sent = 0
        try:
            while sent < 100 * A_MEBIBYTE:
                sent += peer.sock.send(block)
        except TimeoutError:
            pass
        others()
        peer.sock.settimeout(PATIENCE)
        return sent

    attack = Attack(conversation, configure)
    assert attack.result < 20 * A_MEBIBYTE
    assert max(buffered) < A_MEBIBYTE


# -- bad servers ------------------------------------------------------------------------------------------


class Request:
    """A request to a bad server, and beside and after it one to a good server, which must be answered."""

    def __init__(self, answer, react=None, **options):
        self.log = []
        self.good = []
        self._is_over = False
        self._server = http.createServer(lambda request, response: response.end("served"))
        bad = Answering(*(answer if isinstance(answer, tuple) else (answer,)))
        self.received = bad.received
        self._server.listen(0, HOST, lambda: self._ask_both(bad, react, options))
        run()
        assert self.good == [b"served", b"served"]

    def _ask_both(self, bad, react, options):
        request = http.request(host=HOST, port=bad.port, path="/bad", **options)
        request.on("response", self._response)
        request.on("error", lambda error: self.log.append(error.code))
        request.on("continue", lambda: self.log.append("continue"))
        request.on("close", self._over)
        if react is not None:
            react(request, self.log)
        request.end()
        self._ask_good(lambda: None)

    def _response(self, response):
        self.log.append(response.statusCode)
        response.on("data", self.log.append)
        response.on("aborted", lambda: self.log.append("aborted"))
        response.on("end", lambda: self.log.append("end"))
        response.on("end", self._over)

    def _over(self):
        if not self._is_over:
            self._is_over = True
            self._ask_good(self._server.close)

    def _ask_good(self, then):
        def listener(response):
            response.on("data", self.good.append)
            response.on("end", then)

        http.get({"host": HOST, "port": self._server.address()["port"], "agent": False}, listener)


def flood(first, piece, limit=4 * A_MEBIBYTE):
    """A conversation that sends `first` and then `piece` until it is cut off."""

    def conversation(peer):
        peer.until(b"\r\n\r\n")
        peer.send(first)
        return send_until_cut_off(peer, piece, limit)

    return conversation


@pytest.mark.parametrize(
    "answer",
    [b"220 mail.example ESMTP\r\n\r\n", b"\x15\x03\x01\x00\x02\x02\x46", b"HTTP/1.1 abc What\r\n\r\n"],
)
def test_a_server_that_speaks_no_http(answer):
    [code] = Request(answer).log
    assert re.match("HPE_", code)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_response_head_without_an_end(method):
    request = Request(flood(b"HTTP/1.1 200 OK\r\n", b"X-Filler: " + b"f" * 1000 + b"\r\n"), method=method)
    assert request.log == ["HPE_HEADER_OVERFLOW"]
    assert request.received[0] < 4 * A_MEBIBYTE


def test_informational_responses_without_an_end():
    """They are no error, and nothing of them is kept; the request can be aborted at any time."""

    def react(request, log):
        request.on("continue", lambda: request.abort() if len(log) == 500 else None)

    request = Request(flood(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100), react)
    assert set(request.log) == {"continue", "ECONNRESET"}
    assert request.log[-1] == "ECONNRESET"


def test_a_bad_chunk_in_a_response():
    request = Request(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\nzzz\r\n")
    assert request.log[:2] == [200, b"ok"]
    assert "HPE_INVALID_CHUNK_SIZE" in request.log


def test_a_reset_in_the_middle_of_a_response():
    read_by_client = threading.Semaphore(0)

    def conversation(peer):
        peer.until(b"\r\n\r\n")
        peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        read_by_client.acquire()
        peer.reset()

    def react(request, log):
        request.on("response", lambda response: response.on("data", lambda data: read_by_client.release()))

    request = Request(conversation, react)
    assert request.log[:2] == [200, b"half"]
    assert "aborted" in request.log


def test_a_response_without_an_end_in_time():
    request = Request(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    assert request.log[:2] == [200, b"half"]
    assert "aborted" in request.log


def test_a_second_response_to_one_request():
    answer = (
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst"
        + b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond"
    )
    request = Request(answer)
    assert request.log == [200, b"first", "end"]


def test_a_response_nobody_asked_for():
    """What a server sends on an idle connection closes it, and is never taken for a later answer."""
    unasked = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"
    agent = http.Agent()
    agent.maxSockets = 1
    bodies = []

    def first(peer):
        peer.until(b"\r\n\r\n")
        peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ngood" + unasked)
        return peer.rest()

    def second(peer):
        peer.until(b"\r\n\r\n")
        peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nmine")

    server = Answering(first, second)

    def listener(response):
        response.on("data", bodies.append)

    for _ in range(2):
        http.get({"host": HOST, "port": server.port, "agent": agent}, listener).on("error", bodies.append)
    run()
    assert bodies[0] == b"good"
    assert b"evil" not in bodies
