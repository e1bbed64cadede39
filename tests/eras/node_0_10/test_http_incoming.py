"""`http.IncomingMessage`, as a server's request and as a client's response."""

import gc
import weakref

import pytest
from support import CHUNKED, HOST, Answering, ask, get, requested, run, visit, watch, watch_args

from eras.node_0_10 import http, net


def responded(answer, *notes):
    """What each note(response) says of the response that a client makes of `answer`."""
    raw = Answering(answer)
    seen = []

    @http.get(port=raw.port, host=HOST, agent=False).on("response")
    def listener(response):
        seen.extend(note(response) for note in notes)
        response.resume()

    run()
    return seen


# -- what a request says ---------------------------------------------------------------------------


def test_method_and_url():
    request = get("/status?name=ryan", method="DELETE")
    assert requested(request, lambda it: it.method, lambda it: it.url) == ["DELETE", "/status?name=ryan"]


KNOWN_METHODS = """
    CHECKOUT COPY DELETE GET HEAD LOCK M-SEARCH MERGE MKACTIVITY MKCOL MOVE NOTIFY OPTIONS PATCH POST PROPFIND
    PROPPATCH PURGE PUT REPORT SEARCH SUBSCRIBE TRACE UNLOCK UNSUBSCRIBE
"""
LATER_METHODS = "ACL BIND LINK MKCALENDAR QUERY REBIND SOURCE UNBIND UNLINK FOO"


def test_methods_are_those_of_the_time():
    known, later = KNOWN_METHODS.split(), LATER_METHODS.split()
    methods, codes = [], []
    server = http.createServer(lambda request, response: (methods.append(request.method), response.end()))
    server.on("clientError", lambda error: codes.append(error.code))
    ask(server, *[get(method=method) for method in known + later])
    assert methods == known
    assert len(codes) == len(later)


def test_url_may_hold_utf8():
    request = "GET /caf\u00e9?q=\u20ac HTTP/1.1\r\nConnection: close\r\n\r\n".encode()
    assert requested(request, lambda it: it.url) == ["/caf\u00e9?q=\u20ac"]


def test_header_values_may_hold_utf8():
    assert requested(get("/", "X-A: caf\u00e9"), lambda it: it.headers["x-a"]) == ["caf\u00e9"]


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_http_version_of_a_request(version):
    seen = requested(
        get(version=version),
        lambda it: it.httpVersion,
        lambda it: it.httpVersionMajor,
        lambda it: it.httpVersionMinor,
    )
    assert seen == [version, 1, int(version[2])]


def test_status_code_is_not_for_requests():
    assert requested(get(), lambda it: it.statusCode) == [None]


def test_headers_have_lower_case_names_and_unchanged_values():
    request = get("/", "User-Agent: curl/7.22.0", "HOST: A:80", "accept:   */*")
    assert requested(request, lambda it: it.headers) == [
        {"user-agent": "curl/7.22.0", "host": "A:80", "accept": "*/*", "connection": "close"}
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Accept", "1, 2"),
        ("Cookie", "1, 2"),
        ("X-Forwarded-For", "1, 2"),
        ("Link", "1, 2"),
        ("WWW-Authenticate", "1, 2"),
        ("Sec-WebSocket-Protocol", "1, 2"),
        ("Set-Cookie", ["1", "2"]),
        ("Content-Type", "1"),
        ("User-Agent", "1"),
        ("Via", "1"),
        ("Unheard-Of", "1"),
    ],
)
def test_repeated_headers(name, value):
    request = get("/", f"{name}: 1", f"{name.upper()}: 2")
    assert requested(request, lambda it: it.headers[name.lower()]) == [value]


def test_one_set_cookie_is_an_array_too():
    assert requested(get("/", "Set-Cookie: a"), lambda it: it.headers["set-cookie"]) == [["a"]]


def test_socket_and_connection():
    seen = requested(
        get(),
        lambda it: type(it.socket) is net.Socket,
        lambda it: it.connection is it.socket,
        lambda it: it.socket.remoteAddress,
    )
    assert seen == [True, True, HOST]


# -- what a response says --------------------------------------------------------------------------


def test_status_code_of_a_response():
    assert responded(b"HTTP/1.1 404 Not Found\r\n\r\n", lambda it: it.statusCode) == [404]


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_http_version_of_a_response(version):
    seen = responded(
        f"HTTP/{version} 200 OK\r\n\r\n".encode(),
        lambda it: it.httpVersion,
        lambda it: (it.httpVersionMajor, it.httpVersionMinor),
    )
    assert seen == [version, (1, int(version[2]))]


def test_method_and_url_are_not_for_responses():
    assert responded(b"HTTP/1.1 200 OK\r\n\r\n", lambda it: it.method, lambda it: it.url) == [None, ""]


def test_headers_of_a_response():
    answer = b"HTTP/1.1 200 OK\r\nX-A: 1\r\nSet-Cookie: a\r\nSet-Cookie: b\r\nContent-Length: 0\r\n\r\n"
    assert responded(answer, lambda it: it.headers) == [
        {"x-a": "1", "set-cookie": ["a", "b"], "content-length": "0"}
    ]


def test_socket_of_a_response():
    seen = responded(
        b"HTTP/1.1 200 OK\r\n\r\n", lambda it: type(it.socket), lambda it: it.socket.remotePort > 0
    )
    assert seen == [net.Socket, True]


# -- trailers --------------------------------------------------------------------------------------


def test_trailers_are_there_after_end():
    seen = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        seen.append(dict(request.trailers))

        @request.on("end")
        def ended():
            seen.append(request.trailers)
            response.end()

        request.resume()

    ask(server, CHUNKED)
    assert seen == [{}, {"x-sum": "1, 2", "foo": "a"}]


def test_trailers_of_a_response():
    raw = Answering(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX-Sum: 9\r\n\r\n")
    seen = []

    @http.get(port=raw.port, host=HOST, agent=False).on("response")
    def listener(response):
        response.on("end", lambda: seen.append(response.trailers))
        response.resume()

    run()
    assert seen == [{"x-sum": "9"}]


# -- close and setTimeout --------------------------------------------------------------------------


def test_close_of_a_request_whose_client_went_away():
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        watch(log, request, "aborted", "end")
        watch_args(log, request, "close")
        response.write("part")

    visit(server, lambda peer: (peer.send(get("/", "Connection: keep-alive")).until(b"part"), peer.reset()))
    assert log.count(()) == 1
    assert log[-1] == ()


def test_no_close_when_the_response_was_ended():
    log = []
    requested(get(), lambda it: watch(log, it, "close", "aborted"))
    assert log == []


def test_close_of_a_response_cut_short():
    raw = Answering(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
    log = []

    @http.get(port=raw.port, host=HOST, agent=False).on("response")
    def listener(response):
        watch(log, response, "aborted", "end", "close")
        response.on("data", log.append)

    run()
    assert log == [b"half", "aborted", "end", "close"]


def test_set_timeout_of_a_request_whose_body_does_not_come():
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        def timed_out(socket):
            log.append(socket is request.socket)
            response.end("late")

        assert request.setTimeout(20, timed_out) is None

    answer = ask(server, get(body=b"12345")[:-1])
    assert log == [True]
    assert b"late" in answer


def test_set_timeout_of_a_request_that_is_complete_destroys_its_socket():
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        request.setTimeout(20, lambda socket: log.append("timeout"))
        watch(log, request, "close")

    assert ask(server, get()) == b""
    assert log == ["close"]


def test_set_timeout_of_a_response():
    raw = Answering(
        lambda peer: (peer.until(b"\r\n\r\n"), peer.send(b"HTTP/1.1 200 OK\r\n\r\n"), peer.rest())
    )
    log = []

    @http.get(port=raw.port, host=HOST, agent=False).on("response")
    def listener(response):
        assert response.setTimeout(20) is None
        response.socket.on("timeout", lambda: (log.append("timeout"), response.destroy()))

    run()
    assert log == ["timeout"]


def test_destroy_closes_the_connection():
    server = http.createServer(lambda request, response: request.destroy())
    assert ask(server, get()) == b""


def test_programs_can_put_any_name_on_messages():
    names = ["sent", "drained", "finish", "abort", "fail", "done", "finished", "head", "body", "user"]
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        for message in (request, response):
            for name in names:
                setattr(message, name, "mine")
        request.on("end", lambda: response.end(request.body + response.user))
        request.resume()

    assert b"minemine" in ask(server, get(body=b"x"))


def test_messages_of_a_finished_exchange_are_released():
    kept = []
    counts = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        gc.collect()
        counts.append(sum(message() is not None for message in kept))
        kept.extend((weakref.ref(request), weakref.ref(response)))
        request.on("end", lambda: response.end(request.url))
        request.resume()

    def conversation(peer):
        for _ in range(5):
            peer.send(get("/", "Connection: keep-alive", body=b"x")).until(b"0\r\n\r\n")

    visit(server, conversation)
    assert max(counts) <= 2, "the last exchange may still be held by the connection"
    gc.collect()
    assert not [message for message in kept if message() is not None]
