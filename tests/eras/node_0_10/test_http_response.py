"""`http.ServerResponse`: body, trailers, end, timeouts."""

import pytest
from support import ask, body, get, head, masked, respond, run, visit, watch, watch_args

from eras.node_0_10 import http, net, stream, timers

KEEP = "Connection: keep-alive"


# -- write and drain -------------------------------------------------------------------------------


def test_write_sends_chunks():
    def use(response):
        assert response.write("one") is True
        assert response.write(b"\x00two") is True
        response.end()

    assert body(respond(use)) == b"3\r\none\r\n4\r\n\x00two\r\n0\r\n\r\n"


@pytest.mark.parametrize("chunk", [b"data", bytearray(b"data"), memoryview(b"data")])
def test_buffers_of_every_kind(chunk):
    assert body(respond(lambda response: (response.write(chunk), response.end(chunk)))) == (
        b"4\r\ndata\r\n4\r\ndata\r\n0\r\n\r\n"
    )


def test_write_encodes_strings_as_utf8_unless_told():
    def use(response):
        response.writeHead(200, {"Content-Length": 9})
        response.write("\u00e9")
        response.write("\u00e9", "binary")
        response.write("YWJj", "base64")
        response.end("646566", "hex")

    assert body(respond(use)) == b"\xc3\xa9\xe9abcdef"


def test_head_goes_out_with_the_first_chunk_of_the_body():
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        response.write("early")
        request.on("end", lambda: response.end("late"))
        request.resume()

    def conversation(peer):
        early = peer.send(get(body=b"x")[:-1]).until(b"early\r\n")
        return early, peer.send(b"x").rest()

    ((early, late),) = visit(server, conversation)
    assert head(early)[0] == "HTTP/1.1 200 OK"
    assert late == b"4\r\nlate\r\n0\r\n\r\n"


@pytest.mark.parametrize("chunk", [7, None, True, {}])
def test_write_takes_strings_and_buffers_only(chunk):
    def use(response):
        with pytest.raises(TypeError, match=r"^first argument must be a string or Buffer$"):
            response.write(chunk)
        response.end()

    respond(use)


def test_write_returns_false_when_the_peer_is_slow_and_drain_follows():
    log = []
    server = http.createServer()
    big = b"x" * (8 * 1024 * 1024)

    @server.on("request")
    def listener(request, response):
        log.append(response.write(big))

        @response.on("drain")
        def drained(*args):
            log.append(("drain", args))
            response.end()

    assert len(ask(server, get(version="1.0"))) > len(big)
    assert log == [False, ("drain", ())]


@pytest.mark.parametrize("size, told", [(16_000, [True]), (16 * 1024, [False, "drain"])])
def test_drain_follows_within_the_callback_where_the_system_took_much_at_once(size, told):
    log = []

    def use(response):
        response.writeHead(200, {"Content-Length": size})
        response.on("drain", lambda: log.append("drain"))
        log.append(response.write(b"x" * size))
        timers.setImmediate(response.end)

    assert len(body(respond(use))) == size
    assert log == told


def test_response_is_a_writable_stream_to_pipe_into():
    log = []
    source = stream.PassThrough()

    def use(response):
        assert response.writable is True
        response.on("pipe", lambda piped: log.append(piped is source))
        source.pipe(response)
        source.end("piped")

    assert b"piped" in respond(use)
    assert log == [True]


# -- end -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "sent"),
    [((), b"0\r\n\r\n"), (("hi",), b"2\r\nhi\r\n0\r\n\r\n"), ((b"hi",), b"2\r\nhi\r\n0\r\n\r\n")],
)
def test_end(args, sent):
    assert body(respond(lambda response: response.end(*args))) == sent


def test_end_encodes():
    def use(response):
        response.writeHead(200, {"Content-Length": 1})
        response.end("\u00e9", "binary")

    assert body(respond(use)) == b"\xe9"


def test_end_emits_finish():
    log = []

    def use(response):
        watch_args(log, response, "finish")
        assert response.end() is True
        log.append("ended")

    respond(use)
    assert log == [(), "ended"]


def test_after_the_end_nothing_more_is_sent():
    def use(response):
        response.end("all")
        assert response.end("more") is False
        assert response.write("more") is False

    assert body(respond(use)) == b"3\r\nall\r\n0\r\n\r\n"


def test_a_response_must_be_ended():
    server = http.createServer(lambda request, response: response.write("part"))
    server.timeout = 30
    assert body(ask(server, get())) == b"4\r\npart\r\n"


# -- addTrailers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "trailers", [{"Content-MD5": "abc", "X-B": "2"}, [["Content-MD5", "abc"], ["X-B", "2"]]]
)
def test_add_trailers(trailers):
    def use(response):
        response.writeHead(200, {"Trailer": "Content-MD5"})
        response.write("data")
        assert response.addTrailers(trailers) is None
        response.end()

    assert body(respond(use)) == b"4\r\ndata\r\n0\r\nContent-MD5: abc\r\nX-B: 2\r\n\r\n"


def test_trailers_are_discarded_without_chunks():
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        response.addTrailers({"X-Sum": "1"})
        response.end("data")

    assert body(ask(server, get(version="1.0"))) == b"data"


# -- writeContinue ---------------------------------------------------------------------------------


def test_write_continue():
    answer = respond(lambda response: (response.writeContinue(), response.end()))
    assert masked(answer).startswith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n")


# -- setTimeout ------------------------------------------------------------------------------------


def test_set_timeout_listens_on_the_response():
    seen = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        def timed_out(*args):
            seen.extend(args)
            assert args == (request.socket,)
            response.end("late")

        assert response.setTimeout(20, timed_out) is None
        assert response.listeners("timeout") == [timed_out]

    assert b"late" in ask(server, get())
    assert [type(socket) for socket in seen] == [net.Socket]


def test_set_timeout_without_a_listener_destroys_the_socket():
    log = []

    def use(response):
        response.setTimeout(20)
        watch(log, response, "close")

    assert respond(use) == b""
    assert log == ["close"]


# -- close -----------------------------------------------------------------------------------------


def test_close_when_the_client_goes_away():
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        watch_args(log, response, "close")
        response.on("close", lambda: log.append([response.write("x"), response.end(), response.end()]))
        response.write("part")

    visit(server, lambda peer: (peer.send(get("/", KEEP)).until(b"part"), peer.reset()))
    assert log == [(), [False, False, False]]


def test_no_close_after_end():
    log = []
    respond(lambda response: (watch(log, response, "close", "finish"), response.end()))
    assert log == ["finish"]


def test_a_response_can_be_ended_much_later():
    assert b"later" in respond(lambda response: timers.setTimeout(response.end, 5, "later"))


def test_connection_is_given_back_when_the_response_is_over():
    log = []

    def use(response):
        assert type(response.connection) is net.Socket
        response.on("finish", lambda: log.append(response.connection))
        response.end()

    respond(use)
    run()
    assert log == [None]
