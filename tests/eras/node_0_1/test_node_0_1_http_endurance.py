"""HTTP of 0.1 under strain: odd pieces, garbage, slow readers, waits inside waits, and what is left over."""

import gc
import random

import gevent
import pytest

from eras.node_0_1 import http, process, setTimeout
from eras.node_0_1.incoming import ServerRequest
from eras.node_0_1.outgoing import ServerResponse

REQUESTS = (
    b"GET /1 HTTP/1.1\r\nHost: a\r\n\r\n"
    b"POST /2 HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"
    b"PUT /3 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n"
    b"GET /4 HTTP/1.1\r\nConnection: close\r\n\r\n"
)


def body_of(request):
    """A promise of a message's whole body."""
    promise = process.Promise()
    pieces = []
    request.addListener("body", pieces.append)
    request.addListener("complete", lambda: promise.emitSuccess("".join(pieces)))
    return promise


def echo(request, response):
    def complete(body):
        response.sendHeader(200, {})
        response.sendBody(f"{request.method} {request.uri.path} {body};")
        response.finish()

    body_of(request).addCallback(complete)


@pytest.fixture
def server(listening):
    return listening(http.createServer(echo))


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
def test_requests_in_any_pieces_get_the_same_answers(server, connect, size):
    peer = connect(server)
    for at in range(0, len(REQUESTS), size):
        peer.send(REQUESTS[at : at + size])
        gevent.sleep(0)
    everything = peer.rest()
    answers = [b"GET /1 ;", b"POST /2 hello;", b"PUT /3 abcdefg;", b"GET /4 ;"]
    assert everything.count(b"HTTP/1.1 200 OK\r\n") == len(answers)
    places = [everything.index(answer) for answer in answers]
    assert places == sorted(places)


def test_garbage_closes_its_own_connection_and_raises_nothing(server, connect):
    chance = random.Random(2009)
    for _ in range(60):
        data = bytearray(REQUESTS)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        connect(server).send(bytes(data)).fin().rest()
    assert connect(server).send(REQUESTS).rest().count(b"HTTP/1.1 200 OK") == 4


def test_a_slow_reader_gets_all_of_a_large_body(listening, connect):
    def listener(request, response):
        response.sendHeader(200, {"Content-Length": 8_000_000})
        for _ in range(80):
            response.sendBody("x" * 100_000)
        response.finish()

    peer = connect(listening(http.createServer(listener))).send(b"GET / HTTP/1.0\r\n\r\n")
    gevent.sleep(0.02)
    assert len(peer.rest().partition(b"\r\n\r\n")[2]) == 8_000_000


def test_a_handler_may_wait_for_another_server(listening, connect):
    """Waits nest in one stack: the handlers of both servers run while an outer one waits."""

    def slow(request, response):
        def answer():
            response.sendHeader(200, {})
            response.sendBody(request.uri.full)
            response.finish()

        setTimeout(answer, 2)

    def proxy(request, response):
        page = http.cat(f"http://127.0.0.1:{backend._address().port}{request.uri.full}").wait()
        response.sendHeader(200, {})
        response.sendBody(page)
        response.finish()

    backend = listening(http.createServer(slow))
    front = listening(http.createServer(proxy))
    peers = [connect(front).send(b"GET /%d HTTP/1.0\r\n\r\n" % number) for number in range(8)]
    for number, peer in enumerate(peers):
        assert peer.rest().endswith(b"\r\n\r\n/%d" % number)


def test_a_client_may_wait_for_the_body_inside_the_response_listener(server):
    client = http.createClient(server._address().port)
    bodies = []
    request = client.request("POST", "/x")
    request.sendBody("given")
    request.finish(lambda response: bodies.append(body_of(response).wait()))
    while not bodies:
        gevent.sleep(0.001)
    assert bodies == ["POST /x given;"]


def test_a_wait_inside_a_body_listener(listening, connect):
    def listener(request, response):
        seen = []

        def body(chunk):
            later = process.Promise()
            setTimeout(lambda: later.emitSuccess(chunk.upper()), 1)
            seen.append(later.wait())

        def complete():
            response.sendHeader(200, {"Content-Length": 3})
            response.sendBody("end")
            response.finish()

        request.addListener("body", body)
        request.addListener("complete", complete)

    peer = connect(listening(http.createServer(listener)))
    peer.send(b"PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n0\r\n\r\n")
    assert peer.until(b"end")


def test_an_error_in_one_request_leaves_the_server_serving(listening, connect, uncaught):
    def listener(request, response):
        if request.uri.path == "/bad":
            raise ValueError("in a listener")
        echo(request, response)

    server = listening(http.createServer(listener))
    bad = connect(server).send(b"GET /bad HTTP/1.1\r\n\r\n")
    assert connect(server).send(b"GET /good HTTP/1.0\r\n\r\n").rest().endswith(b"GET /good ;")
    bad.fin()
    assert [str(error) for error in uncaught] == ["in a listener"]
    uncaught.clear()


def test_nothing_of_a_finished_exchange_is_kept(server, connect):
    def count():
        gc.collect()
        return sum(type(thing) in (ServerRequest, ServerResponse) for thing in gc.get_objects())

    before = count()
    for _ in range(20):
        peer = connect(server)
        peer.send(REQUESTS).rest()
        peer.close()
    gevent.sleep(0.02)
    assert count() <= before
