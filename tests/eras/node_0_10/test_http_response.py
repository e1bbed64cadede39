"""`http.ServerResponse`: head, body, trailers, end, timeouts."""

import re

import pytest
from support import ask, body, get, head, masked, run, visit, watch, watch_args

from eras.node_0_10 import http, net, stream, timers

KEEP = "Connection: keep-alive"


def answer_of(listener, *request):
    """All bytes a server with `listener(request, response)` answers to `get(*request)`."""
    return ask(http.createServer(listener), get(*request))


def respond(use, *request):
    """All bytes that come of a response that `use(response)` handles."""
    return answer_of(lambda _request, response: use(response), *request)


def headers_of(use):
    """The header lines that come of `use(response)`, without those every answer has."""
    lines = head(respond(lambda response: (use(response), response.end())))
    return [line for line in lines if not line.startswith(("Date", "Connection", "Transfer-Encoding"))]


# -- writeHead -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        ((200,), ["HTTP/1.1 200 OK"]),
        ((404, "Nope"), ["HTTP/1.1 404 Nope"]),
        ((201, {"X-A": "1", "x-b": 2}), ["HTTP/1.1 201 Created", "X-A: 1", "x-b: 2"]),
        ((201, "Mine", {"X-A": "1"}), ["HTTP/1.1 201 Mine", "X-A: 1"]),
        ((201, None, {"X-A": "1"}), ["HTTP/1.1 201 Created", "X-A: 1"]),
        ((200, [["X-A", "1"], ["X-A", "2"]]), ["HTTP/1.1 200 OK", "X-A: 1", "X-A: 2"]),
        ((200, {"Set-Cookie": ["a=1", "b=2"]}), ["HTTP/1.1 200 OK", "Set-Cookie: a=1", "Set-Cookie: b=2"]),
        ((700,), ["HTTP/1.1 700 unknown"]),
    ],
)
def test_write_head(args, lines):
    results = []
    assert headers_of(lambda response: results.append(response.writeHead(*args))) == lines
    assert results == [None]


def test_write_head_with_keywords():
    lines = headers_of(lambda response: response.writeHead(200, reasonPhrase="Fine", headers={"X-A": "1"}))
    assert lines == ["HTTP/1.1 200 Fine", "X-A: 1"]


def test_write_head_adds_to_headers_that_were_set():
    def use(response):
        response.setHeader("X-Set", "kept")
        response.setHeader("X-Both", "old")
        response.writeHead(200, {"X-Both": "new", "X-Given": "given"})

    assert headers_of(use)[1:] == ["X-Set: kept", "X-Both: new", "X-Given: given"]


def test_write_head_does_not_send_before_the_body():
    def use(response):
        response.writeHead(200, {"X-A": "first"})
        response.writeHead(202, {"X-A": "second"})

    assert headers_of(use) == ["HTTP/1.1 202 Accepted", "X-A: second"]


def test_write_head_after_the_body_has_begun():
    def use(response):
        response.write("x")
        with pytest.raises(Exception, match=r"^Can't render headers after they are sent to the client\.$"):
            response.writeHead(200)
        response.end()

    assert head(respond(use))[0] == "HTTP/1.1 200 OK"


def test_write_head_sets_status_code():
    seen = []
    respond(lambda response: (response.writeHead(503), seen.append(response.statusCode), response.end()))
    assert seen == [503]


def test_content_length_is_not_checked():
    assert body(respond(lambda response: (response.writeHead(200, {"Content-Length": 3}), response.end("x"))))


def test_a_header_value_cannot_split_the_response():
    lines = headers_of(lambda response: response.writeHead(200, {"X-A": "a\r\nX-Evil: 1"}))
    assert lines == ["HTTP/1.1 200 OK", "X-A: aX-Evil: 1"]


# -- what is added ---------------------------------------------------------------------------------


def test_implicit_head():
    lines = head(respond(lambda response: response.end("hello")))
    assert lines == ["HTTP/1.1 200 OK", "Date: DATE", "Connection: close", "Transfer-Encoding: chunked"]


def test_explicit_headers_replace_the_automatic_ones():
    def use(response):
        response.setHeader("date", "today")
        response.setHeader("Content-Length", 5)
        response.setHeader("connection", "close")
        response.end("hello")

    answer = respond(use)
    assert head(answer) == ["HTTP/1.1 200 OK", "date: today", "Content-Length: 5", "connection: close"]
    assert body(answer) == b"hello"


def test_connection_close_of_the_program_ends_a_connection_that_was_kept_alive():
    answer = respond(lambda response: (response.setHeader("Connection", "close"), response.end()), "/", KEEP)
    assert "Connection: close" in head(answer)


def test_old_clients_get_no_chunks():
    server = http.createServer(lambda request, response: (response.write("a"), response.end("b")))
    answer = ask(server, get(version="1.0"))
    assert head(answer) == ["HTTP/1.1 200 OK", "Date: DATE", "Connection: close"]
    assert body(answer) == b"ab"


@pytest.mark.parametrize("status", [204, 304])
def test_answers_without_body(status):
    def use(response):
        response.writeHead(status)
        assert response.write("ignored") is True
        response.end("ignored")

    answer = respond(use)
    assert "Transfer-Encoding: chunked" not in head(answer)
    assert body(answer) == b""


def test_head_requests_get_no_body():
    server = http.createServer(lambda request, response: (response.writeHead(200), response.end("ignored")))
    assert body(ask(server, get(method="HEAD"))) == b""


# -- statusCode ------------------------------------------------------------------------------------


def test_status_code_defaults_to_200():
    seen = []
    respond(lambda response: (seen.append(response.statusCode), response.end()))
    assert seen == [200]


def test_status_code_controls_the_implicit_head():
    def use(response):
        response.statusCode = 404
        response.end()
        assert response.statusCode == 404

    assert head(respond(use))[0] == "HTTP/1.1 404 Not Found"


# -- setHeader, getHeader, removeHeader ------------------------------------------------------------


def test_set_header():
    results = []

    def use(response):
        results.append(response.setHeader("X-One", "1"))
        response.setHeader("Number", 7)

    assert headers_of(use)[1:] == ["X-One: 1", "Number: 7"]
    assert results == [None]


def test_set_header_replaces_in_any_case():
    def use(response):
        response.setHeader("X-One", "1")
        response.setHeader("X-Two", "2")
        response.setHeader("x-one", "new")

    assert headers_of(use)[1:] == ["x-one: new", "X-Two: 2"]


def test_set_header_with_an_array():
    def use(response):
        response.setHeader("Set-Cookie", ["type=ninja", "language=javascript"])

    assert headers_of(use)[1:] == ["Set-Cookie: type=ninja", "Set-Cookie: language=javascript"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(7, "7"), (1.0, "1"), (1.5, "1.5"), (True, "true"), (None, "null"), ("", ""), (b"abc", "abc")],
)
def test_header_values_of_other_types(value, text):
    assert headers_of(lambda response: response.setHeader("X", value))[1:] == [f"X: {text}"]


def test_get_header_reads_what_was_set():
    seen = []

    def use(response):
        response.setHeader("Content-Type", "text/html")
        response.setHeader("Set-Cookie", ["a", "b"])
        seen.extend(response.getHeader(name) for name in ("content-TYPE", "set-cookie", "missing"))

    headers_of(use)
    assert seen == ["text/html", ["a", "b"], None]


def test_remove_header():
    def use(response):
        response.setHeader("X-One", "1")
        response.setHeader("X-Two", "2")
        assert response.removeHeader("x-ONE") is None
        response.removeHeader("missing")

    assert headers_of(use)[1:] == ["X-Two: 2"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda response: response.setHeader(), "`name` and `value` are required for setHeader()."),
        (lambda response: response.setHeader("x"), "`name` and `value` are required for setHeader()."),
        (lambda response: response.getHeader(), "`name` is required for getHeader()."),
        (lambda response: response.removeHeader(), "`name` is required for removeHeader()."),
    ],
)
def test_header_methods_without_their_arguments(call, message):
    def use(response):
        with pytest.raises(Exception, match=f"^{re.escape(message)}$"):
            call(response)
        response.end()

    respond(use)


def test_headers_are_fixed_once_sent():
    def use(response):
        response.setHeader("X-One", "1")
        response.write("x")
        with pytest.raises(Exception, match=r"^Can't set headers after they are sent\.$"):
            response.setHeader("X-One", "2")
        with pytest.raises(Exception, match=r"^Can't remove headers after they are sent\.$"):
            response.removeHeader("X-One")
        response.end()

    assert "X-One: 1" in head(respond(use))


# -- headersSent and sendDate ----------------------------------------------------------------------


def test_headers_sent():
    seen = []

    def use(response):
        seen.append(response.headersSent)
        response.write("x")
        seen.append(response.headersSent)
        response.end()
        seen.append(response.headersSent)

    respond(use)
    assert seen == [False, True, True]


def test_headers_sent_is_read_only():
    seen = []

    def use(response):
        try:
            response.headersSent = True
        except AttributeError:
            pass
        seen.append(response.headersSent)
        response.end()

    respond(use)
    assert seen == [False]


def test_send_date_defaults_to_true():
    seen = []
    answer = respond(lambda response: (seen.append(response.sendDate), response.end()))
    assert seen == [True]
    assert re.search(rb"Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT\r\n", answer)


def test_send_date_off():
    def use(response):
        response.sendDate = False
        response.end()

    assert not [line for line in head(respond(use)) if line.startswith("Date")]


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
