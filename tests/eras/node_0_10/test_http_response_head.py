"""`http.ServerResponse`: the head of a response."""

import re

import pytest
from support import ask, body, get, head, respond

from eras.node_0_10 import http

KEEP = "Connection: keep-alive"


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
        ((201, None, {"X-A": "1"}), ["HTTP/1.1 201 Created"]),  # what is no reason phrase is the headers
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
    assert headers_of(lambda response: response.writeHead(201, headers={"X-A": "1"}))[1:] == ["X-A: 1"]


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


def test_write_head_after_the_end_only_sets_status_code():
    seen = []

    def use(response):
        response.writeHead(200, {"X-A": "first"})
        response.end("x")
        response.writeHead(206, {"X-A": "second"})
        seen.append((response.statusCode, response.end("late")))

    assert headers_of(use) == ["HTTP/1.1 200 OK", "X-A: first"]
    assert seen == [(206, False)]


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
    [(7, "7"), (1.0, "1"), (1.5, "1.5"), (True, "true"), (None, "undefined"), ("", ""), (b"abc", "abc")],
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


def test_implicit_head_calls_write_head():
    calls = []

    def use(response):
        write_head = response.writeHead
        response.writeHead = lambda *args: (calls.append(args), write_head(*args))
        response.statusCode = 202
        response.write("x")
        response.end()

    assert head(respond(use))[0] == "HTTP/1.1 202 Accepted"
    assert calls == [(202,)]


def test_send_date_leaves_a_date_that_was_set():
    def use(response):
        response.setHeader("date", "today")
        response.end(str(response.sendDate))

    answer = respond(use)
    assert [line for line in answer.split(b"\r\n") if line.lower().startswith(b"date")] == [b"date: today"]
    assert b"True" in answer
