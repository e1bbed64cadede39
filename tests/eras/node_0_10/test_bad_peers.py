"""Peers that lie, dawdle or never read: what we keep of them is bounded, and it costs them one connection."""

import socket

import pytest
from support import HOST, PATIENCE, Answering, Peer, loop, run, visit

from eras.node_0_10 import http, net, stream

A_MEBIBYTE = 1 << 20
BLOCK = b"x" * 65536


def is_served(address):
    """Whether another client gets its answer."""
    peer = Peer.to(address)
    answer = peer.send(b"GET /bystander HTTP/1.1\r\nConnection: close\r\n\r\n").rest()
    peer.close()
    return answer.startswith(b"HTTP/1.1 200 OK") and b"served" in answer


def answering(attacked, errors=None):
    """A server that serves bystanders; attacked(request, response) gets what the bad peer asks."""

    def listener(request, response):
        if request.url == "/bystander":
            response.end("served")
        else:
            attacked(request, response)

    server = http.createServer(listener)
    server.on("clientError", lambda error: None if errors is None else errors.append(error.code))
    return server


def attack(server, conversation):
    """What conversation(peer) returned; others are served meanwhile and afterwards."""

    def converse(peer):
        address = {"port": peer.sock.getpeername()[1]}
        result = conversation(peer)
        assert is_served(address)
        peer.close()
        assert is_served(address)
        return result

    (result,) = visit(server, converse)
    return result


def sent_until_held(peer, piece, limit):
    """Send `piece` again and again until the other side takes no more for a moment; how much it took."""
    peer.sock.settimeout(0.3)
    sent = 0
    try:
        while sent < limit:
            sent += peer.sock.send(piece)
    except TimeoutError:
        pass
    finally:
        peer.sock.settimeout(PATIENCE)
    return sent


# -- at a server ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: -1",
        b"Content-Length: 99999999999999999999999999",
        b"Content-Length: 0x10",
        b"Content-Length: 1e3",
        b"Content-Length: 1\x00",
        b"Content-Length: \xc2\xb2",
        b"Content-Length:",
        b"X\x00Y: 1",
        b"X: \x00",
        b": no name",
        b"X\xffY: 1",
    ],
)
def test_a_header_that_lies(head):
    heard, errors = [], []
    server = answering(lambda request, response: heard.append(request.url), errors)
    answer = attack(server, lambda peer: peer.send(b"POST / HTTP/1.1\r\n" + head + b"\r\n\r\n").fin().rest())
    assert (answer, heard, len(errors)) == (b"", [], 1)


@pytest.mark.parametrize(
    "line", [b"G\x00T / HTTP/1.1", b"GET /\x00 HTTP/1.1", b"GET / HTTP/1.1\x00", b"\x00"]
)
def test_a_nul_in_the_first_line(line):
    heard, errors = [], []
    server = answering(lambda request, response: heard.append(request.url), errors)
    attack(server, lambda peer: peer.send(line + b"\r\n\r\n").fin().rest())
    assert (heard, len(errors)) == ([], 1)


@pytest.mark.parametrize(
    "size",
    [b"ffffffffffffffff", b"10000000000000000", b"-1", b"+1", b"1_0", b"0x1", b"\x00", b" ", b"1" * 1000],
)
def test_a_chunk_size_that_lies(size):
    ends, errors = [], []

    def attacked(request, response):
        request.on("end", lambda: ends.append("end"))
        request.resume()

    data = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + size + b"\r\nabc\r\n0\r\n\r\n"
    attack(answering(attacked, errors), lambda peer: peer.send(data).fin().rest())
    assert (ends, len(errors)) == ([], 1)


def test_a_chunk_larger_than_any_memory_is_taken_piece_by_piece():
    """A size is a promise: nothing is set aside for it, and what comes is handed out as it comes."""
    seen = []

    def attacked(request, response):
        request.on("data", lambda data: seen.append(len(data)))

    def conversation(peer):
        peer.send(b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n")
        for _ in range(64):
            peer.send(BLOCK)

    attack(answering(attacked), conversation)
    assert 0 < max(seen) <= len(BLOCK)


def test_a_million_headers():
    errors = []
    server = answering(lambda request, response: pytest.fail("it has no end"), errors)

    def conversation(peer):
        peer.send(b"GET / HTTP/1.1\r\n")
        try:
            for _ in range(1000):
                peer.send(b"X: y\r\n" * 1000)
        except OSError:
            return True
        return peer.rest() == b""

    assert attack(server, conversation)
    assert errors == ["HPE_HEADER_OVERFLOW"]


def test_a_body_that_nobody_reads_is_left_to_its_sender():
    waiting = []
    server = answering(lambda request, response: waiting.append(request))

    def conversation(peer):
        peer.send(b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (1 << 40))
        return sent_until_held(peer, BLOCK, 100 * A_MEBIBYTE)

    assert attack(server, conversation) < 20 * A_MEBIBYTE
    assert len(waiting) == 1


def test_a_body_whose_reader_pauses_is_left_to_its_sender():
    def attacked(request, response):
        request.on("data", lambda data: request.pause())

    def conversation(peer):
        peer.send(b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
        return sent_until_held(peer, b"10000\r\n" + BLOCK + b"\r\n", 100 * A_MEBIBYTE)

    assert attack(answering(attacked), conversation) < 20 * A_MEBIBYTE


def test_a_response_that_nobody_reads_is_not_made():
    """What a pipe feeds waits in its source."""
    made = []

    class Endless(stream.Readable):
        def _read(self, size):
            made.append(size)
            self.push(BLOCK)

    def attacked(request, response):
        Endless().pipe(response)

    def conversation(peer):
        peer.send(b"GET / HTTP/1.1\r\n\r\n")
        before = -1
        while len(made) != before:  # until nothing more is made
            before = len(made)
            assert is_served({"port": peer.sock.getpeername()[1]})

    attack(answering(attacked), conversation)
    assert 0 < len(made) * len(BLOCK) < 20 * A_MEBIBYTE


def test_an_upgraded_connection_that_nobody_reads():
    server = answering(None)
    sockets = []
    server.on(
        "upgrade", lambda request, sock, head: (sockets.append(sock), sock.write("HTTP/1.1 101 On\r\n\r\n"))
    )

    def conversation(peer):
        peer.send(b"GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n").until(b"\r\n\r\n")
        return sent_until_held(peer, BLOCK, 100 * A_MEBIBYTE)

    assert attack(server, conversation) < 20 * A_MEBIBYTE
    assert sockets[0].listeners("data") == []


def test_half_a_request_on_many_connections():
    """Whoever sends a byte now and then keeps a connection, and nobody else waits for it."""
    server = answering(lambda request, response: response.end("at last"))

    def conversation(peer):
        port = peer.sock.getpeername()[1]
        slow = [socket.create_connection((HOST, port)) for _ in range(100)]
        for byte in b"GET / HTTP/1.1\r\nX: y\r\n":
            for one in slow:
                one.send(bytes((byte,)))
        served = is_served({"port": port})
        for one in slow:
            one.send(b"\r\n")
        answers = [one.recv(65536) for one in slow]
        for one in slow:
            one.close()
        return served, sum(answer.startswith(b"HTTP/1.1 200") for answer in answers)

    assert attack(server, conversation) == (True, 100)


def test_connections_that_come_and_go():
    server = answering(lambda request, response: response.end())

    def conversation(peer):
        for number in range(300):
            other = Peer.to({"port": peer.sock.getpeername()[1]})
            if number % 3:
                other.send(b"GET / HTTP/1.1\r\n\r\n" * (number % 3))
            other.reset() if number % 2 else other.close()

    attack(server, conversation)
    assert server._open == 0


# -- at a client ------------------------------------------------------------------------------------------


def test_a_response_body_that_nobody_reads_is_left_to_its_server():
    def conversation(peer):
        peer.until(b"\r\n\r\n")
        peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (1 << 40))
        return sent_until_held(peer, BLOCK, 100 * A_MEBIBYTE)

    raw = Answering(conversation)
    request = http.get(host=HOST, port=raw.port, agent=False)
    responses = []
    request.on("response", responses.append)
    watch = _abort_when(lambda: raw.received, request)
    run()
    watch.cancel()
    assert raw.received[0] < 20 * A_MEBIBYTE


def _abort_when(ready, request):
    def look():
        if ready():
            request.abort()
        else:
            timer.start(20)

    timer = loop.timer(look, 20)
    return timer


@pytest.mark.parametrize(
    "head",
    [b"Content-Length: -5", b"Content-Length: 99999999999999999999999", b"Content-Length: 5, 5", b"X\x00: y"],
)
def test_a_response_header_that_lies(head):
    raw = Answering(b"HTTP/1.1 200 OK\r\n" + head + b"\r\n\r\nhello")
    codes = []
    http.get(host=HOST, port=raw.port, agent=False).on("error", lambda error: codes.append(error.code))
    run()
    assert len(codes) == 1
    assert codes[0].startswith("HPE_")


# -- at a plain socket ------------------------------------------------------------------------------------


def test_a_socket_that_is_paused_is_not_read():
    server = net.createServer()
    sockets = []
    server.on("connection", lambda sock: (sockets.append(sock), sock.pause()))

    def conversation(peer):
        return sent_until_held(peer, BLOCK, 100 * A_MEBIBYTE)

    (taken,) = visit(server, conversation)
    assert taken < 20 * A_MEBIBYTE
    assert sockets[0].bytesRead < A_MEBIBYTE


def test_a_socket_without_listeners_keeps_little():
    server = net.createServer()
    sockets = []
    server.on("connection", sockets.append)
    server.on("connection", lambda sock: sock.on("error", lambda error: None))

    def conversation(peer):
        taken = sent_until_held(peer, BLOCK, 100 * A_MEBIBYTE)
        peer.reset()
        return taken

    (taken,) = visit(server, conversation)
    assert taken < 20 * A_MEBIBYTE
    assert sockets[0]._readable_state.length < A_MEBIBYTE
