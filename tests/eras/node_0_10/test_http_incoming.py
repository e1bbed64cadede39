"""`http.IncomingMessage`, as a server's request and as a client's response."""

import gc
import weakref

import pytest
from support import HOST, Answering, ask, body, get, loop, run, visit, watch, watch_args

from eras.node_0_10 import http, net, stream

CHUNKED = (
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    b"2\r\nhi\r\n3\r\n he\r\n0\r\nX-Sum: 1\r\nx-sum: 2\r\nFoo: a\r\nfoo: b\r\n\r\n"
)


def requested(request_bytes, *notes):
    """What each note(request) says of the request that a server makes of `request_bytes`."""
    seen = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        seen.extend(note(request) for note in notes)
        response.end()

    ask(server, request_bytes)
    return seen


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


# -- the body as a stream --------------------------------------------------------------------------


def uploaded(listener, request=CHUNKED):
    """The answer's body when a server with `listener` gets an upload of 'hi he'."""
    server = http.createServer(listener)
    return body(ask(server, request))


def answering(collect):
    """A listener that ends the response with what `collect(request, pieces)` has gathered at `end`."""

    def listener(request, response):
        response.sendDate = False
        pieces = []
        collect(request, pieces)
        request.on("end", lambda: response.end(repr(pieces)))

    return listener


def chunk_of(value):
    data = repr(value).encode()
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(data), data)


def test_data_gives_buffers():
    answer = uploaded(answering(lambda request, pieces: request.on("data", pieces.append)))
    assert answer in (chunk_of([b"hi", b" he"]), chunk_of([b"hi he"]))


def test_data_gives_text_after_set_encoding():
    def collect(request, pieces):
        request.setEncoding("hex")
        request.on("data", pieces.append)

    assert uploaded(answering(collect), get(body=b"hi")) == chunk_of(["6869"])


def test_set_encoding_joins_characters_that_were_split():
    seen = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        request.setEncoding("utf8")
        request.on("data", lambda text: (seen.append(text), response.write("got")))
        request.on("end", response.end)

    def conversation(peer):
        request = get(body="x\u20acy".encode())
        peer.send(request[:-3]).until(b"got\r\n")
        peer.send(request[-3:]).rest()

    visit(server, conversation)
    assert "".join(seen) == "x\u20acy"
    assert seen[0] == "x"


def test_readable_and_read():
    def collect(request, pieces):
        @request.on("readable")
        def readable():
            while (piece := request.read(2)) is not None:
                pieces.append(piece)

    answer = uploaded(answering(collect), get(body=b"hello"))
    assert answer == chunk_of([b"he", b"ll", b"o"])


def test_read_returns_none_when_there_is_nothing():
    assert requested(get(), lambda it: it.read()) == [None]


def test_pause_and_resume():
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        request.on("data", lambda data: log.append(data))
        request.on("end", response.end)
        request.pause()

        def go_on():
            log.append("resume")
            request.resume()

        loop.timer(go_on, 20)

    ask(server, get(body=b"body"))
    assert log == ["resume", b"body"]


def test_resume_discards_the_body_and_end_follows():
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        watch_args(log, request, "end")
        request.on("end", response.end)
        request.resume()

    ask(server, CHUNKED)
    assert log == [()]


def test_pipe():
    server = http.createServer(lambda request, response: request.pipe(response))
    assert body(ask(server, get(body=b"echo"))) == b"4\r\necho\r\n0\r\n\r\n"


def test_pipe_through_a_transform():
    class Upper(stream.Transform):
        def _transform(self, chunk, encoding, callback):
            callback(None, chunk.upper())

    server = http.createServer(lambda request, response: request.pipe(Upper()).pipe(response))
    assert body(ask(server, get(body=b"echo"))) == b"4\r\nECHO\r\n0\r\n\r\n"


def test_unpipe():
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        sink = stream.PassThrough()
        sink.on("unpipe", lambda source: log.append(source is request))
        request.pipe(sink)
        request.unpipe(sink)
        request.on("data", log.append)
        request.on("end", response.end)

    ask(server, get(body=b"not there"))
    assert log == [True, b"not there"]


def test_unshift_puts_back_what_was_read_too_early():
    def collect(request, pieces):
        @request.once("readable")
        def readable():
            everything = request.read()
            request.unshift(everything[2:])
            request.on("data", pieces.append)

    assert uploaded(answering(collect), get(body=b"hello")) == chunk_of([b"llo"])


def test_a_body_nobody_reads_does_not_stop_the_next_request():
    urls = []
    server = http.createServer(lambda request, response: (urls.append(request.url), response.end()))
    ask(server, get("/unread", "Connection: keep-alive", body=b"x" * 100000) + get("/next"))
    assert urls == ["/unread", "/next"]


def test_a_body_nobody_reads_holds_its_sender_back():
    """What arrives while nobody reads is bounded, and all there once somebody does."""
    size = 8 * 1024 * 1024
    seen = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        def check():
            seen.append(request.socket.bytesRead < size)
            request.on("data", lambda data: seen.append(len(data)))
            request.on("end", response.end)

        loop.timer(check, 60)

    ask(server, get(body=b"x" * size))
    assert seen[0] is True
    assert sum(seen[1:]) == size


def test_response_body_comes_only_when_it_is_read():
    raw = Answering(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody")
    log = []

    @http.get(port=raw.port, host=HOST, agent=False).on("response")
    def listener(response):
        response.on("end", lambda: log.append("end"))

        def read():
            log.append("read")
            response.setEncoding("utf8")
            response.on("data", log.append)

        loop.timer(read, 20)

    run()
    assert log == ["read", "body", "end"]


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
    names = [
        "sent",
        "drained",
        "finish",
        "abort",
        "fail",
        "done",
        "finished",
        "head",
        "body",
        "session",
        "user",
        "connected",
        "closed",
        "send",
    ]
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        for message in (request, response):
            for name in names:
                setattr(message, name, "mine")
        request.on("end", lambda: response.end(request.session + response.user))
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
