"""`http.IncomingMessage` as a stream: ways to read a body, or not to."""

from support import CHUNKED, HOST, Answering, ask, body, get, loop, requested, run, visit, watch_args

from eras.node_0_10 import http, stream


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


def test_readable_until_the_end():
    seen = []

    def listener(request, response):
        seen.append(request.readable)
        request.on("end", lambda: (seen.append(request.readable), response.end()))
        request.resume()

    ask(http.createServer(listener), get(body=b"x"))
    assert seen == [True, False]


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


def test_pipe_that_leaves_its_destination_open():
    def listener(request, response):
        request.pipe(response, {"end": False})
        request.on("end", lambda: response.end(" and more"))

    server = http.createServer(listener)
    assert body(ask(server, get(body=b"echo"))) == b"4\r\necho\r\n9\r\n and more\r\n0\r\n\r\n"


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
