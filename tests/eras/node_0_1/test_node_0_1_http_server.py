"""The server of 0.1: what goes over the wire."""

import json

import gevent
import pytest

from eras.node_0_1 import http, process, setTimeout

GET = b"GET / HTTP/1.1\r\n\r\n"


@pytest.fixture
def serve(listening, connect):
    """`serve(listener)`: a peer of a server with that request listener."""
    return lambda listener, **events: connect(listening(http.createServer(listener)))


def answer(status=200, headers=None, *pieces):
    def listener(request, response):
        response.sendHeader(status, headers or {})
        for piece in pieces:
            response.sendBody(piece)
        response.finish()

    return listener


def collect(event, done, store):
    """A request listener that gathers the body, then calls `done(request, response)`."""

    def listener(request, response):
        request.addListener("body", store.append)
        request.addListener("complete", lambda: done(request, response))

    return listener


# -- heads -----------------------------------------------------------------------------------------


def test_hello_world_of_the_document(serve):
    peer = serve(answer(200, {"Content-Type": "text/plain"}, "Hello World\n"))
    assert peer.send(GET).until(b"0\r\n\r\n") == (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: keep-alive\r\n"
        b"Transfer-Encoding: chunked\r\n\r\nc\r\nHello World\n\r\n0\r\n\r\n"
    )


def test_with_a_length_the_body_is_unframed(serve):
    peer = serve(answer(200, {"content-LENGTH": 5}, "he", "llo"))
    assert peer.send(GET).until(b"hello") == (
        b"HTTP/1.1 200 OK\r\ncontent-LENGTH: 5\r\nConnection: keep-alive\r\n\r\nhello"
    )


def test_headers_may_be_pairs_with_repeats_and_keep_their_order(serve):
    pairs = [["B-Header", "1"], ["a-header", 2], ["B-Header", "3"], ["Content-Length", "0"]]
    assert serve(answer(200, pairs)).send(GET).until(b"\r\n\r\n") == (
        b"HTTP/1.1 200 OK\r\nB-Header: 1\r\na-header: 2\r\nB-Header: 3\r\nContent-Length: 0\r\n"
        b"Connection: keep-alive\r\n\r\n"
    )


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (200, b"OK"),
        (302, b"Moved Temporarily"),
        (404, b"Not Found"),
        (408, b"Request Time-out"),
        (413, b"Request Entity Too Large"),
        (414, b"Request-URI Too Large"),
        (504, b"Gateway Time-out"),
        (418, b"unknown"),
        (299, b"unknown"),
        ("404", b"Not Found"),
        (404.0, b"Not Found"),
    ],
)
def test_reason_phrases(serve, code, reason):
    line = serve(answer(code, {"Content-Length": 0})).send(GET).until(b"\r\n")
    assert line == b"HTTP/1.1 %d %s\r\n" % (int(code), reason)


def test_a_header_cannot_split_the_response(serve):
    head = serve(answer(200, {"Location": "/\r\nX-Evil: 1\r\n\r\n<script>"})).send(GET).until(b"\r\n\r\n")
    assert b"\r\nX-Evil" not in head
    assert head.endswith(b"Transfer-Encoding: chunked\r\n\r\n")


def test_the_head_waits_for_the_first_piece_of_body(serve):
    responses = []

    def listener(request, response):
        response.sendHeader(200, {})
        responses.append(response)

    peer = serve(listener).send(GET)
    with gevent.Timeout(0.03, False):
        pytest.fail(f"the head came alone: {peer.sock.recv(100)}")
    responses[0].sendBody("x")
    assert peer.until(b"x\r\n").endswith(b"\r\n\r\n1\r\nx\r\n")
    responses[0].sendBody("y" * 31)
    assert peer.until(b"y\r\n") == b"1f\r\n" + b"y" * 31 + b"\r\n"
    responses[0].finish()
    assert peer.until(b"0\r\n\r\n") == b"0\r\n\r\n"


def test_head_and_first_piece_are_one_write(serve):
    writes = []

    def listener(request, response):
        wire = response.sends_to
        real = wire.transport
        wire.transport = Recording(real, writes)
        answer(200, {}, "a")(request, response)

    serve(listener).send(GET).until(b"0\r\n\r\n")
    assert len(writes) == 1


class Recording:
    def __init__(self, transport, writes):
        self._transport = transport
        self._writes = writes

    def write(self, data):
        self._writes.append(data)
        return self._transport.write(data)

    def __getattr__(self, name):
        return getattr(self._transport, name)


@pytest.mark.parametrize(
    ("chunk", "encoding", "sent"),
    [
        ("aä\u20ac", (), b"3\r\na\xe4\xac\r\n"),
        ("ä", ("utf8",), b"2\r\n\xc3\xa4\r\n"),
        ("ä", ("binary",), b"1\r\n\xe4\r\n"),
        ([1, 2, 255], (), b"3\r\n\x01\x02\xff\r\n"),
        (b"\x00", (), b"1\r\n\x00\r\n"),
        ("", (), b""),
    ],
)
def test_what_send_body_takes(serve, chunk, encoding, sent):
    def listener(request, response):
        response.sendHeader(200, {})
        response.sendBody(chunk, *encoding)
        response.finish()

    body = serve(listener).send(GET).until(b"0\r\n\r\n").partition(b"\r\n\r\n")[2]
    assert body == sent + b"0\r\n\r\n"


def test_the_order_of_calls_is_enforced(serve):
    errors = []

    def attempt(call, *args):
        with pytest.raises(Exception, match="sendHeader") as caught:
            call(*args)
        errors.append(caught.value.message)

    def listener(request, response):
        attempt(response.sendBody, "early")
        attempt(response.finish)
        response.sendHeader(200, {})
        attempt(response.sendHeader, 200, {})
        response.finish()
        response.sendBody("late")
        response.finish()

    peer = serve(listener).send(GET)
    assert peer.until(b"0\r\n\r\n").count(b"HTTP/1.1") == 1
    assert len(errors) == 3
    peer.send(b"GET / HTTP/1.0\r\n\r\n")
    assert peer.rest().endswith(b"\r\n\r\n")


def test_sent_is_emitted(serve):
    order = []

    def listener(request, response):
        response.addListener("sent", lambda: order.append("sent"))
        response.sendHeader(200, {})
        response.sendBody("x")
        order.append("before")
        response.finish()

    serve(listener).send(GET).until(b"0\r\n\r\n")
    assert order == ["before", "sent"]


# -- which connections go on -----------------------------------------------------------------------


@pytest.mark.parametrize("request_head", [b"", b"Connection: keep-alive\r\n"])
def test_a_1_0_client_gets_no_chunks_and_the_connection_closes(serve, request_head):
    peer = serve(answer(200, {"A": "b", "Transfer-Encoding": "chunked"}, "one", "two"))
    assert peer.send(b"GET / HTTP/1.0\r\n" + request_head + b"\r\n").rest() == (
        b"HTTP/1.1 200 OK\r\nA: b\r\nConnection: close\r\n\r\nonetwo"
    )


def test_connection_close_of_the_client(serve):
    peer = serve(answer(200, {}, "x"))
    assert peer.send(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n").rest() == (
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"
    )


def test_connection_close_of_the_program(serve):
    peer = serve(answer(200, {"Connection": "close", "Content-Length": 1}, "x"))
    assert (
        peer.send(GET + GET).rest() == b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx"
    )


def test_keep_alive_serves_one_request_after_another(serve):
    peer = serve(
        lambda request, response: answer(200, {"Content-Length": 2}, request.uri.full)(request, response)
    )
    assert peer.send(b"GET /a HTTP/1.1\r\n\r\n").until(b"/a").count(b"keep-alive") == 1
    assert peer.send(b"GET /b HTTP/1.1\r\n\r\n").until(b"/b").count(b"keep-alive") == 1


def test_a_response_to_head_has_no_body(serve):
    peer = serve(answer(200, {}, "body"))
    head = b"HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert peer.send(b"HEAD / HTTP/1.1\r\n\r\n").until(b"\r\n\r\n") == head
    assert peer.send(b"HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n").rest() == head.replace(
        b"keep-alive", b"close"
    )


@pytest.mark.parametrize("code", [204, 304])
def test_a_status_without_a_body_has_none(serve, code):
    peer = serve(answer(code, {}, "body"))
    assert peer.send(GET).until(b"\r\n\r\n").endswith(b"Connection: keep-alive\r\n\r\n")
    assert peer.send(GET).until(b"\r\n").startswith(b"HTTP/1.1 %d" % code)


def test_a_length_beside_chunks_is_taken_out(serve):
    peer = serve(answer(200, {"Content-Length": 1, "Transfer-Encoding": "chunked"}, "x"))
    head = peer.send(GET).until(b"\r\n\r\n")
    assert b"Content-Length" not in head
    assert peer.until(b"0\r\n\r\n") == b"1\r\nx\r\n0\r\n\r\n"


# -- pipelining ------------------------------------------------------------------------------------


def test_pipelined_requests_are_answered_in_order(serve):
    waiting = []

    def listener(request, response):
        waiting.append((request.uri.path, response))
        if len(waiting) == 3:
            for path, each in reversed(waiting):
                answer(200, {"Content-Length": 2}, path)(None, each)

    peer = serve(listener).send(b"".join(b"GET /%d HTTP/1.1\r\n\r\n" % number for number in (1, 2, 3)))
    everything = peer.until(b"/3")
    assert [everything.index(path) for path in (b"/1", b"/2", b"/3")] == sorted(
        everything.index(path) for path in (b"/1", b"/2", b"/3")
    )


def test_an_early_response_waits_but_is_sent_later(serve):
    first = []

    def listener(request, response):
        if request.uri.path == "/slow":
            first.append(response)
        else:
            answer(200, {"Content-Length": 4}, "fast")(request, response)

    peer = serve(listener).send(b"GET /slow HTTP/1.1\r\n\r\nGET /fast HTTP/1.1\r\n\r\n")
    with gevent.Timeout(0.03, False):
        pytest.fail(f"out of order: {peer.sock.recv(100)}")
    answer(200, {"Content-Length": 4}, "slow")(None, first[0])
    assert peer.until(b"fast").index(b"slow") > 0


# -- bad and half-closed peers ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "garbage",
    [
        b"hello\r\n\r\n",
        b"GET / HTTP/9.9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
)
def test_what_does_not_parse_gets_no_answer(serve, garbage):
    peer = serve(lambda request, response: None)
    assert peer.send(garbage).rest() == b""


def test_bad_input_harms_no_other_connection(listening, connect):
    server = listening(http.createServer(answer(200, {"Content-Length": 2}, "ok")))
    good, bad = connect(server), connect(server)
    bad.send(b"\x00\x01\x02")
    assert bad.rest() == b""
    assert good.send(GET).until(b"ok")


def test_fin_without_a_pending_response_closes(serve):
    assert serve(answer()).fin().rest() == b""


def test_fin_with_pending_responses_closes_after_the_last(serve):
    responses = []
    peer = serve(lambda request, response: responses.append(response)).send(GET + GET).fin()
    while len(responses) < 2:
        gevent.sleep(0)
    gevent.sleep(0.01)
    answer(200, {"Content-Length": 1}, "2")(None, responses[1])
    answer(200, {"Content-Length": 1}, "1")(None, responses[0])
    everything = peer.rest()
    assert everything.count(b"HTTP/1.1 200 OK") == 2
    assert everything.endswith(b"Connection: close\r\n\r\n2")


def test_a_peer_that_leaves_in_the_middle_of_a_body(serve, until):
    seen = []
    peer = serve(collect("body", lambda request, response: seen.append("complete"), seen))
    peer.send(b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf")
    until(lambda: seen)
    peer.close()
    gevent.sleep(0.02)
    assert seen == ["half"]


def test_the_descriptor_is_given_back_once_both_sides_ended(listening, connect, until):
    closed = []
    server = listening(http.createServer(answer(200, {"Connection": "close"}, "x")))
    server.addListener("connection", lambda connection: connection.addListener("close", closed.append))
    peer = connect(server).send(GET)
    peer.rest()
    gevent.sleep(0.01)
    assert closed == []
    peer.close()
    until(lambda: closed)
    assert closed == [False]


# -- requests --------------------------------------------------------------------------------------


@pytest.fixture
def request_of(serve):
    """`request_of(bytes)`: the request a server makes of them."""

    def request_of(data):
        requests = []
        serve(lambda request, response: requests.append(request)).send(data)
        while not requests:
            gevent.sleep(0)
        return requests[0]

    return request_of


def test_the_request_of_the_document(request_of):
    request = request_of(b"GET /status?name=ryan HTTP/1.1\r\nAccept: text/plain\r\n\r\n")
    assert (request.method, request.httpVersion) == ("GET", "1.1")
    assert vars(request.uri) == {
        "full": "/status?name=ryan",
        "path": "/status",
        "queryString": "name=ryan",
        "params": {"name": "ryan"},
        "fragment": "",
    }


@pytest.mark.parametrize(
    ("target", "path", "query", "params", "fragment"),
    [
        ("/", "/", "", {}, ""),
        ("/a?", "/a", "", {}, ""),
        ("/a?b=1&c=%20x+y&d&=e&b=2", "/a", "b=1&c=%20x+y&d&=e&b=2", {"b": "2", "c": " x+y", "": "e"}, ""),
        ("/a?x=%zz&y=%e4&z=%C3%A4", "/a", "x=%zz&y=%e4&z=%C3%A4", {"z": "ä"}, ""),
        ("/a?b=c=d#frag", "/a", "b=c=d", {"b": "c=d"}, "frag"),
        ("http://host:80/p?q=1", "/p", "q=1", {"q": "1"}, ""),
        ("*", "*", "", {}, ""),
    ],
)
def test_uris(request_of, target, path, query, params, fragment):
    method = b"OPTIONS" if target == "*" else b"GET"
    uri = request_of(b"%s %s HTTP/1.1\r\n\r\n" % (method, target.encode())).uri
    assert (uri.full, uri.path, uri.queryString, uri.params, uri.fragment) == (
        target,
        path,
        query,
        params,
        fragment,
    )


def test_headers_fold_join_and_take_any_case(request_of):
    headers = request_of(
        b"GET / HTTP/1.1\r\nHost: a\r\nX_Odd.Name: 1\r\nX-Two: 1\r\nx-two: 2\r\n"
        b"Set-Cookie: a\r\nset-cookie: b\r\n\r\n"
    ).headers
    assert list(headers) == ["host", "x-odd-name", "x-two", "set-cookie"]
    assert headers["Host"] == headers["host"] == headers.get("HOST") == "a"
    assert headers["X_ODD.Name"] == "1"
    assert (headers["X-Two"], headers["set-cookie"]) == ("1, 2", "a, b")
    assert "HOST" in headers
    assert "nothing" not in headers
    assert headers.get("nothing") is None
    with pytest.raises(KeyError):
        _ = headers["Nothing"]
    assert json.loads(json.dumps(headers))["x-two"] == "1, 2"


KNOWN_METHODS = "DELETE GET HEAD POST PUT OPTIONS TRACE COPY LOCK MKCOL MOVE PROPFIND UNLOCK"


@pytest.mark.parametrize("method", KNOWN_METHODS.split(" "))
def test_known_methods(request_of, method):
    assert request_of(f"{method} / HTTP/1.1\r\nHost: x\r\n\r\n".encode()).method == method


def test_a_method_of_later_years_is_unknown(request_of):
    assert request_of(b"PATCH / HTTP/1.1\r\n\r\n").method == "UNKNOWN_METHOD"


def test_an_upgrade_is_a_request_as_any_other(serve):
    peer = serve(
        lambda request, response: answer(200, {"Content-Length": 2}, request.uri.path)(request, response)
    )
    peer.send(b"GET /a HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\nGET /b HTTP/1.1\r\n\r\n")
    assert peer.until(b"/b").count(b"HTTP/1.1 200") == 2


# -- bodies ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "framed",
    [
        b"Content-Length: 6\r\n\r\nh\xc3\xa9llo",
        b"Transfer-Encoding: chunked\r\n\r\n2\r\nh\xc3\r\n4\r\n\xa9llo\r\n0\r\n\r\n",
    ],
)
@pytest.mark.parametrize(
    ("encoding", "text"), [(None, "h\xc3\xa9llo"), ("binary", "h\xc3\xa9llo"), ("utf8", "héllo")]
)
def test_bodies_come_as_strings(serve, framed, encoding, text):
    bodies = []

    def listener(request, response):
        if encoding:
            request.setBodyEncoding(encoding)
        collect("body", answer(200, {"Content-Length": 2}, "ok"), bodies)(request, response)

    serve(listener).send(b"POST / HTTP/1.1\r\n" + framed).until(b"ok")
    assert "".join(bodies) == text


def test_complete_comes_once_also_without_a_body(serve):
    seen = []

    def listener(request, response):
        request.addListener("complete", lambda: seen.append(request.method))
        answer(200, {"Content-Length": 2}, "ok")(request, response)

    peer = serve(listener)
    peer.send(GET).until(b"ok")
    peer.send(b"POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx").until(b"ok")
    assert seen == ["GET", "POST"]


def test_pause_and_resume(serve):
    seen = []
    requests = []

    def listener(request, response):
        requests.append(request)
        request.pause()
        collect("body", answer(200, {"Content-Length": 2}, "ok"), seen)(request, response)

    peer = serve(listener).send(b"POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody")
    gevent.sleep(0.02)
    assert len(requests) == 1
    assert seen == []
    requests[0].resume()
    peer.until(b"ok")
    assert seen == ["body"]


def test_resume_inside_the_listener_loses_nothing(serve):
    seen = []

    def listener(request, response):
        request.pause()
        request.resume()
        collect("body", answer(200, {"Content-Length": 2}, "ok"), seen)(request, response)

    serve(listener).send(b"POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody").until(b"ok")
    assert seen == ["body"]


def test_a_finished_response_does_not_end_a_pause(serve):
    seen = []
    requests = []

    def listener(request, response):
        requests.append(request)
        request.addListener("body", seen.append)
        request.pause()
        answer(200, {"Content-Length": 2}, "ok")(request, response)

    peer = serve(listener).send(b"POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody")
    peer.until(b"ok")
    gevent.sleep(0.02)
    assert seen == []
    requests[0].resume()
    gevent.sleep(0.02)
    assert seen == ["body"]


def test_waiting_for_the_body_inside_the_listener(serve):
    def listener(request, response):
        pieces = []
        promise = process.Promise()
        request.addListener("body", pieces.append)
        request.addListener("complete", lambda: promise.emitSuccess("".join(pieces)))
        body = promise.wait()
        answer(200, {"Content-Length": len(body)}, body)(request, response)

    peer = serve(listener)
    for body in (b"together", b"again"):
        peer.send(b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        peer.until(body)


def test_what_was_sent_goes_out_while_the_listener_waits(serve):
    released = process.Promise()

    def listener(request, response):
        response.sendHeader(200, {})
        response.sendBody("now")
        released.wait()
        response.finish()

    peer = serve(listener).send(GET)
    peer.until(b"now\r\n")
    released.emitSuccess()
    assert peer.until(b"0\r\n\r\n") == b"0\r\n\r\n"


def test_an_answer_that_comes_later(serve):
    peer = serve(lambda request, response: setTimeout(lambda: answer(200, {}, "late")(request, response), 5))
    assert peer.send(GET).until(b"0\r\n\r\n").endswith(b"4\r\nlate\r\n0\r\n\r\n")


# -- the server ------------------------------------------------------------------------------------


def test_the_connection_is_emitted_and_belongs_to_its_requests(listening, connect, until):
    events = []
    server = listening(http.createServer())

    @server.addListener("connection")
    def connected(connection):
        events.append(connection)
        for name in ("eof", "close"):
            connection.addListener(name, lambda *args, name=name: events.append((name, *args)))

    @server.addListener("request")
    def requested(request, response):
        events.append(request.connection)
        answer(200, {"Content-Length": 2}, request.connection.readyState[:2])(request, response)

    peer = connect(server).send(GET)
    assert peer.until(b"op")
    peer.close()
    until(lambda: len(events) == 4)
    assert isinstance(events[0], http.Connection)
    assert events[0] is events[1]
    assert events[0].remoteAddress == "127.0.0.1"
    assert events[2:] == [("eof",), ("close", False)]


def test_close_stops_accepting_but_serves_on(listening, connect, until):
    closed = []
    server = listening(http.createServer(answer(200, {"Content-Length": 2}, "ok")))
    server.addListener("close", closed.append)
    peer = connect(server)
    peer.send(GET).until(b"ok")
    server.close()
    until(lambda: closed)
    assert closed == [0]
    assert peer.send(GET).until(b"ok")


def test_an_idle_connection_times_out(serve, until):
    events = []

    def listener(request, response):
        request.connection.setTimeout(20)
        for name in ("timeout", "close"):
            request.connection.addListener(name, lambda *args, name=name: events.append(name))

    assert serve(listener).send(GET).rest() == b""
    until(lambda: len(events) == 2)
    assert events == ["timeout", "close"]
