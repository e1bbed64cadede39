"""What 0.10 did on the wire and in its events where one would guess otherwise."""

import datetime

import pytest
from support import HOST, Answering, ask, body, get, head, loop, respond, run, visit

from eras.node_0_10 import http


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ({"a": 1}, ["X: [object Object]"]),
        (float("nan"), ["X: NaN"]),
        (float("-inf"), ["X: -Infinity"]),
        (1e21, ["X: 1e+21"]),
        ([["a", "b"], "c"], ["X: a,b", "X: c"]),
        ([], []),
        (datetime.datetime(2013, 7, 25, tzinfo=datetime.timezone.utc), None),
    ],
)
def test_any_header_value_is_sent_as_text(value, lines):
    answer = respond(lambda response: response.end(response.setHeader("X", value)))
    sent = [line for line in head(answer) if line.startswith("X")]
    if lines is None:
        assert sent[0].startswith(f"X: {value.astimezone():%a %b %d %Y %H:%M:%S GMT%z}")
    else:
        assert sent == lines


def test_a_trailer_of_several_values_is_one_line():
    def use(response):
        response.write("x")
        response.addTrailers({"Set-Cookie": ["a=1", "b=2"]})
        response.end()

    assert b"\r\n0\r\nSet-Cookie: a=1,b=2\r\n\r\n" in respond(use)


@pytest.mark.parametrize("status", [204, 304])
def test_chunks_that_a_status_forbids_close_the_connection(status):
    def use(response):
        response.writeHead(status, {"Transfer-Encoding": "chunked"})
        response.end("x")

    answer = respond(use, "/", "Connection: keep-alive")
    assert "Connection: close" in head(answer)
    assert body(answer) == b""


def test_a_refused_continue_closes_the_connection():
    server = http.createServer()
    server.on("checkContinue", lambda request, response: response.end("no"))
    request = get("/", "Expect: 100-continue", "Connection: keep-alive", method="POST", body=b"ab")
    assert "Connection: close" in head(ask(server, request))


def test_a_connection_listener_that_throws_leaves_the_connection_served():
    server = http.createServer(lambda request, response: response.end("served"))
    thrown = ZeroDivisionError()

    @server.once("connection")
    def listener(socket):
        raise thrown

    heard = []

    def uncaught(error):
        heard.append(error)
        return True

    loop.uncaught_listeners.append(uncaught)
    try:
        assert b"served" in ask(server, get())
    finally:
        loop.uncaught_listeners.remove(uncaught)
    assert heard == [thrown]


def test_responses_behind_one_that_closes_hear_nothing_of_the_end():
    log, waiting = [], []

    def listener(request, response):
        response.on("close", lambda: log.append(request.url))
        waiting.append(response)
        if len(waiting) == 2:
            waiting[1].end("second")
            waiting[0].setHeader("Connection", "close")
            waiting[0].end("first")

    server = http.createServer(listener)
    (answer,) = visit(
        server, lambda peer: peer.send(b"GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n").rest()
    )
    assert b"first" in answer
    assert b"second" not in answer
    assert log == []


def test_an_end_that_is_listened_for_after_the_response():
    log = []

    def listener(request, response):
        response.end()
        request.on("end", lambda: log.append("end"))

    ask(http.createServer(listener), get(method="POST", body=b"unread"))
    assert log == ["end"]


def test_a_timeout_is_over_with_its_response():
    """The next request on the connection may take its time."""
    raw = Answering(
        lambda peer: (
            peer.until(b"\r\n\r\n"),
            peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
            peer.until(b"\r\n\r\n"),
            peer.sock.settimeout(0.1),
            peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        )
    )
    agent = http.Agent({"maxSockets": 1})
    listeners = []
    first = http.get({"host": HOST, "port": raw.port, "agent": agent})
    first.setTimeout(1000, lambda: None)
    first.on("response", lambda response: response.resume())
    second = http.get({"host": HOST, "port": raw.port, "agent": agent})
    second.on("socket", lambda socket: listeners.append(len(socket.listeners("timeout"))))
    second.on("response", lambda response: response.resume())
    run()
    assert listeners == [0]


def test_a_head_in_pieces_has_the_bound_of_any_other():
    data = b"GET / HTTP/1.1\r\nConnection: close\r\nX: " + b"a" * (81 * 1024)
    codes = []
    server = http.createServer(lambda request, response: response.end())
    server.on("clientError", lambda error: codes.append(error.code))

    def conversation(peer):
        peer.send(data[:70000])
        try:
            return peer.send(data[70000:] + b"\r\n\r\n").rest()
        except OSError:
            return b""

    assert visit(server, conversation) == [b""]
    assert codes == ["HPE_HEADER_OVERFLOW"]
