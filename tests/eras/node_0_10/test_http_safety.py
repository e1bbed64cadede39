"""What a hostile peer may not do: smuggle a request, split a message, or grow what we keep of it."""

import pytest
from nodecore.errors import NodeError
from support import HOST, Answering, ask, run, visit

from eras.node_0_10 import http

SMUGGLED = b"GET /smuggled HTTP/1.1\r\nConnection: close\r\n\r\n"


def outcome(data):
    """The URLs a server saw in `data` and the codes of its `clientError`s; a bystander must be served."""
    urls, codes = [], []
    server = http.createServer()
    server.on("clientError", lambda error: codes.append(error.code))

    @server.on("request")
    def listener(request, response):
        urls.append(request.url)
        request.resume()
        request.on("end", response.end)

    def attack(peer):
        try:
            return peer.send(data).fin().rest()
        except OSError:
            return b""  # it was cut off before it could send all

    visit(server, attack, lambda peer: peer.send(b"GET /bystander HTTP/1.0\r\n\r\n").rest())
    assert urls.pop() == "/bystander"
    return urls, codes


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
        b"Content-Length: 0\r\nContent-Length: 44\r\n\r\n",
        b"Content-Length: +0\r\n\r\n",
        b"Content-Length: 0, 44\r\n\r\n",
        b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
        b"X: a\x00b\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_a_request_cannot_be_smuggled(head):
    urls, codes = outcome(b"POST / HTTP/1.1\r\n" + head + SMUGGLED)
    assert "/smuggled" not in urls
    assert len(codes) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * 40_000 + b"\r\n",
    ],
)
def test_a_head_has_a_bound(data):
    assert outcome(data) == ([], ["HPE_HEADER_OVERFLOW"])


def test_trailers_have_a_bound():
    data = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + b"X: a\r\n" * 40_000 + b"\r\n"
    assert outcome(data)[1] == ["HPE_HEADER_OVERFLOW"]


def test_requests_that_are_not_answered_are_not_read_for_ever():
    """A client that pipelines without reading is held back at some point."""
    seen = []
    count = 100_000
    server = http.createServer(lambda request, response: seen.append(request.url))
    server.timeout = 300

    def flood(peer):
        try:
            peer.send(b"GET / HTTP/1.1\r\n\r\n" * count)
        except OSError:
            pass
        return len(seen)

    (requests,) = visit(server, flood)
    assert requests < count


def test_a_response_head_has_a_bound():
    raw = Answering(b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 40_000 + b"\r\n")
    codes = []
    request = http.get(host=HOST, port=raw.port, agent=False)
    request.on("error", lambda error: codes.append(error.code))
    run()
    assert codes == ["HPE_HEADER_OVERFLOW"]


@pytest.mark.parametrize(
    "header",
    [b"Content-Length: 1\r\nTransfer-Encoding: chunked", b"Content-Length: 1\r\nContent-Length: 2"],
)
def test_a_response_has_one_length(header):
    raw = Answering(b"HTTP/1.1 200 OK\r\n" + header + b"\r\n\r\n0\r\n\r\n")
    log = []
    request = http.get(host=HOST, port=raw.port, agent=False)
    request.on("error", lambda error: log.append(error.message))
    request.on("response", lambda response: (log.append("response"), response.resume()))
    run()
    assert log == ["Parse Error"]


def test_a_status_cannot_split_the_response():
    def listener(request, response):
        response.writeHead(200, "OK\r\nX-Evil: 1")
        response.end()

    answer = ask(http.createServer(listener), b"GET / HTTP/1.0\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200 ") and answer.count(b"\r\n\r\n") == 1
    assert b"\r\nX-Evil" not in answer


def test_a_header_name_cannot_split_the_response():
    def listener(request, response):
        response.setHeader("X\r\nX-Evil", "1")
        with pytest.raises((ValueError, NodeError)):
            response.writeHead(200)
        response.removeHeader("X\r\nX-Evil")
        response.end()

    answer = ask(http.createServer(listener), b"GET / HTTP/1.0\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200 ") and answer.count(b"\r\n\r\n") == 1
    assert b"\r\nX-Evil" not in answer


def test_a_trailer_cannot_split_the_response():
    def listener(request, response):
        try:
            response.addTrailers({"X": "1\r\n\r\nHTTP/1.1 200 Evil"})
        except Exception:
            pass
        response.end()

    answer = ask(http.createServer(listener), b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
    assert b"\r\nHTTP/1.1 200 Evil" not in answer


def test_a_length_beside_chunks_is_not_sent():
    def listener(request, response):
        response.writeHead(200, {"Content-Length": 1, "Transfer-Encoding": "chunked"})
        response.end("more than one")

    answer = ask(http.createServer(listener), b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
    assert b"content-length" not in answer.lower()
    assert answer.endswith(b"\r\n\r\nd\r\nmore than one\r\n0\r\n\r\n")
