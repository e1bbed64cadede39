"""`http.ClientRequest`: the bytes of a request, its mutable head and its body."""

import pytest
from support import HOST, OK, Answering, ask, body, collect, get, head, run, sent, sent_with

from eras.node_0_10 import http, net

# -- special headers -------------------------------------------------------------------------------


def test_content_length_disables_chunks():
    received = sent_with("four", method="POST", headers={"Content-Length": 4})
    assert "Transfer-Encoding: chunked" not in head(received)
    assert body(received) == b"four"


def test_expect_sends_the_head_at_once():
    seen = []

    def conversation(peer):
        seen.append(peer.until(b"\r\n\r\n"))
        peer.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        seen.append(peer.until(b"0\r\n\r\n"))
        peer.send(OK)

    raw = Answering(conversation)
    request = http.request(host=HOST, port=raw.port, method="POST", headers={"Expect": "100-continue"})
    assert request.headersSent is True

    @request.on("continue")
    def go_on(*args):
        seen.append(args)
        request.end("body")

    run()
    assert head(seen[0])[1] == "Expect: 100-continue"
    assert seen[1:] == [(), b"4\r\nbody\r\n0\r\n\r\n"]


def test_connection_keep_alive_is_sent_as_given():
    lines = head(sent_with(agent=False, headers={"Connection": "keep-alive"}))
    assert [line for line in lines if line.startswith("Connection")] == ["Connection: keep-alive"]


# -- write and end ---------------------------------------------------------------------------------


def test_write_and_end_send_chunks():
    received = sent_with("data\n", b"more\n", "end", method="POST")
    assert "Transfer-Encoding: chunked" in head(received)
    assert body(received) == b"5\r\ndata\n\r\n5\r\nmore\n\r\n3\r\nend\r\n0\r\n\r\n"


def test_end_without_a_body_ends_the_chunks():
    assert body(sent_with(method="POST")) == b"0\r\n\r\n"


def test_a_get_has_no_body_by_default():
    lines = head(sent_with())
    assert not [line for line in lines if line.startswith(("Content-Length", "Transfer-Encoding"))]


def test_write_and_end_take_encodings():
    def make(options):
        request = http.request(options, method="POST", headers={"Content-Length": 7})
        request.write("\u00e9")
        request.write("\u00e9", "binary")
        request.write("YWJj", "base64")
        request.end("64", "hex")
        return request

    assert body(sent(make)) == b"\xc3\xa9\xe9abcd"


def test_write_takes_strings_and_buffers_only():
    request = http.request(host=HOST, port=1, method="POST", agent=False)
    request.on("error", lambda error: None)
    with pytest.raises(TypeError, match=r"^first argument must be a string or Buffer$"):
        request.write(1)
    run()


def test_before_there_is_a_socket_nothing_is_flushed():
    raw = Answering(collect)
    request = http.request(host=HOST, port=raw.port, method="POST")
    assert request.socket is None
    assert [request.write("a"), request.end("b"), request.end(), request.write("c")] == [False] * 4
    run()
    assert body(raw.received[0]) == b"1\r\na\r\n1\r\nb\r\n0\r\n\r\n"


def test_write_returns_false_when_the_server_is_slow_and_drain_follows():
    size = 8 * 1024 * 1024
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        counted = []
        request.on("data", lambda data: counted.append(len(data)))
        request.on("end", lambda: (log.append(sum(counted)), response.end(), server.close()))

    @server.listen(0, HOST).on("listening")
    def listening():
        request = http.request(host=HOST, port=server.address()["port"], method="POST", agent=False)

        @request.on("socket")
        def connected():
            log.append(request.write(b"x" * size))

        request.on("drain", lambda: (log.append("drain"), request.end()))

    run()
    assert log == [False, "drain", size]


def test_trailers_of_a_request():
    def make(options):
        request = http.request(options, method="POST")
        request.addTrailers({"X-Sum": "9"})
        return request

    assert body(sent(make)).startswith(b"0\r\nX-Sum: 9\r\n")


# -- the mutable head ------------------------------------------------------------------------------


def test_header_methods():
    def make(options):
        request = http.request(options, headers={"X-Given": "g", "X-Gone": "x"})
        assert request.getHeader("x-given") == "g"
        assert request.getHeader("missing") is None
        assert request.getHeader("Host") == f"{HOST}:{options['port']}"
        assert request.setHeader("X-Set", ["a", "b"]) is None
        request.setHeader("x-given", "new")
        request.removeHeader("x-GONE")
        assert request.headersSent is False
        return request

    lines = head(sent(make))
    assert lines[1:5] == ["x-given: new", "Host: 127.0.0.1:PORT", "X-Set: a", "X-Set: b"]
    assert not [line for line in lines if line.startswith("X-Gone")]


def test_head_is_fixed_once_the_body_has_begun():
    def make(options):
        request = http.request(options, method="POST")
        request.write("x")
        assert request.headersSent is True
        with pytest.raises(Exception, match=r"^Can't set headers after they are sent\.$"):
            request.setHeader("X-Late", "1")
        with pytest.raises(Exception, match=r"^Can't remove headers after they are sent\.$"):
            request.removeHeader("Host")
        return request

    assert "X-Late" not in str(sent(make))


def test_method_and_path_of_a_request():
    def make(options):
        request = http.request(options, method="put", path="/here")
        assert (request.method, request.path) == ("PUT", "/here")
        return request

    sent(make)


def test_request_is_a_writable_stream_to_pipe_into():
    echo = http.createServer(lambda request, response: request.pipe(response))
    proxy = http.createServer()
    piped = []

    @proxy.on("request")
    def listener(request, response):
        options = {"host": HOST, "port": echo.address()["port"], "method": "POST", "agent": False}
        onward = http.request(options, lambda answer: answer.pipe(response))
        assert onward.writable is True
        onward.on("pipe", lambda source: piped.append(source is request))
        request.pipe(onward)
        response.on("finish", echo.close)

    echo.listen(0, HOST)
    assert body(ask(proxy, get(body=b"through"))) == b"7\r\nthrough\r\n0\r\n\r\n"
    assert piped == [True]


def test_create_connection_makes_the_socket():
    calls = []

    def create(options):
        calls.append(sorted(options))
        return net.connect(options["port"], options["host"])

    sent_with(agent=False, createConnection=create)
    assert len(calls) == 1
    assert {"host", "port"} <= set(calls[0])
