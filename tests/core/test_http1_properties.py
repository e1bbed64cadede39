"""What holds for any bytes: splits do not matter, garbage is only ever an error, what is written is read."""

from __future__ import annotations

import itertools
from collections import deque

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nodecore.http1.events import ReadError
from nodecore.http1.request_reader import RequestReader
from nodecore.http1.response_reader import ResponseReader
from nodecore.http1.writer import header_line
from test_http1_reader import simplify
from wire import Client, Response, Server, send

examples = settings(max_examples=150, deadline=None)

TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~"
names = st.text(TOKEN, min_size=1, max_size=12).map(lambda name: f"X-{name}")
values = st.text(
    st.one_of(st.characters(min_codepoint=33, max_codepoint=126), st.sampled_from("é€")), max_size=30
)
headers = st.lists(st.tuples(names, values), max_size=5)
bodies = st.lists(st.binary(min_size=1, max_size=40), max_size=4)


@st.composite
def messages(draw, first_line):
    """`(first line, headers, pieces, chunked, trailers)` of a message that says where it ends."""
    pieces = draw(bodies)
    chunked = draw(st.booleans())
    trailers = draw(headers) if chunked else []
    framing = ("Transfer-Encoding", "chunked") if chunked else ("Content-Length", str(sum(map(len, pieces))))
    return draw(first_line), [*draw(headers), framing], pieces, chunked, trailers


request_lines = st.builds(
    lambda method, path: f"{method} /{path} HTTP/1.1",
    st.sampled_from(["GET", "POST", "PUT", "M-SEARCH"]),
    st.text(TOKEN, max_size=10),
)
response_lines = st.builds(
    lambda status, reason: f"HTTP/1.1 {status} {reason}".rstrip(),
    st.sampled_from([200, 206, 404, 500]),
    st.sampled_from(["OK", "Not Found", "Très bien"]),
)


def lines(pairs):
    return "".join(header_line(name, value)[0] for name, value in pairs)


def send_message(outgoing, message):
    first_line, pairs, pieces, chunked, trailers = message
    send(outgoing, f"{first_line}\r\n{lines(pairs)}\r\n", *pieces, chunked=chunked, trailers=lines(trailers))


def written(message):
    """The bytes of `message`, as the writer writes them."""
    client = Client()
    request = Response()
    client.start(request, "GET")
    send_message(request, message)
    return client.transport.sent


def raw(pairs):
    return [(name.encode(), value.encode()) for name, value in pairs]


def split(data, cuts):
    edges = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[start:end] for start, end in itertools.pairwise(edges)]


def read(reader_class, pieces, expect=None):
    events = deque()
    reader = reader_class(events)
    if expect:
        reader.expect(expect)
    for piece in pieces:
        reader.feed(piece)
    return events


def codes_dropped(events):
    """What was wrong may be named differently when it came in pieces; that it was wrong may not."""
    return [["error"] if type(event) is list and event[0] == "error" else event for event in simplify(events)]


cuts = st.lists(st.integers(0, 5000), max_size=12)


@examples
@given(st.lists(messages(request_lines), min_size=1, max_size=4), cuts)
def test_any_split_of_requests_gives_the_same_messages(sent, cuts):
    data = b"".join(map(written, sent))
    whole = simplify(read(RequestReader, [data]))
    assert simplify(read(RequestReader, split(data, cuts))) == whole
    assert [event[0] for event in whole if type(event) is tuple] == [
        message[0].split()[0] for message in sent
    ]


@examples
@given(messages(response_lines), cuts, st.sampled_from(["GET", "HEAD", "CONNECT"]), st.integers(0, 2))
def test_any_split_of_a_response_gives_the_same_message(sent, cuts, method, informational):
    data = b"HTTP/1.1 100 Continue\r\n\r\n" * informational + written(sent)
    if method == "HEAD":
        data = data[: data.index(b"\r\n\r\n", data.index(sent[0].encode())) + 4]
    if method == "CONNECT":
        # The bytes behind the head are the tunnel's: how much of them comes with it depends on the split.
        heads = [event for event in read(ResponseReader, split(data, cuts), method) if type(event) is tuple]
        assert [head[0] for head in heads] == [100] * informational + [int(sent[0].split()[1])]
    else:
        assert simplify(read(ResponseReader, split(data, cuts), method)) == simplify(
            read(ResponseReader, [data], method)
        )


@examples
@given(st.lists(messages(request_lines), min_size=1, max_size=3))
def test_the_server_reads_what_the_writer_writes(sent):
    server = Server()
    server.data_received(b"".join(map(written, sent)))
    assert len(server.exchanges) == len(sent)
    for (request, _), (first_line, pairs, pieces, _, trailers) in zip(server.exchanges, sent, strict=True):
        assert f"{request.head[0]} {request.head[1].decode()} HTTP/1.1" == first_line
        assert request.head[3] == raw(pairs)
        assert request.body == b"".join(pieces)
        assert request.ending == ["end", *raw(trailers)]


@examples
@given(st.lists(messages(response_lines), min_size=1, max_size=4), st.data())
def test_the_client_reads_what_the_server_writes_in_whatever_order_it_answers(sent, data):
    server = Server()
    server.data_received(b"GET / HTTP/1.1\r\n\r\n" * len(sent))
    for index in data.draw(st.permutations(range(len(sent)))):
        send_message(server.exchanges[index][1], sent[index])
    client = Client()
    stream = server.transport.sent
    for first_line, pairs, pieces, chunked, trailers in sent:
        client.start(Response(), "GET")
        size = len(written((first_line, pairs, pieces, chunked, trailers)))
        client.data_received(stream[:size])
        stream = stream[size:]
        response = client.complete[-1]
        assert response.head[0] == int(first_line.split()[1])
        assert response.head[3] == raw(pairs)
        assert (response.body, response.ending) == (b"".join(pieces), ["end", *raw(trailers)])
    assert stream == b""


NEARLY = [
    b"GET / HTTP/1.1\r\n",
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.1 100 \r\n",
    b"HTTP/1.1 101 x\r\n",
    b"HTTP/1.1 304\r\n",
    b"CONNECT a:1 HTTP/1.1\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"Content-Length: 3\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Upgrade: x\r\nConnection: upgrade\r\n",
    b"3\r\nabc\r\n",
    b"0\r\n",
    b"\r\n",
    b"\n",
    b"\r",
    b": ",
    b"\0",
    b"\xff\xfe",
]
garbage = st.lists(st.one_of(st.sampled_from(NEARLY), st.binary(max_size=20)), min_size=1, max_size=12).map(
    lambda pieces: [piece for piece in pieces if piece]
)


@settings(max_examples=400, deadline=None)
@given(garbage, st.sampled_from([None, "GET", "HEAD", "CONNECT"]), cuts)
def test_random_bytes_never_raise_and_split_alike(pieces, expect, cuts):
    reader_class = RequestReader if expect is None else ResponseReader
    data = b"".join(pieces)
    events = read(reader_class, pieces, expect)
    assert all(type(event) is not ReadError for event in list(events)[:-1])
    # How much comes with an upgrade depends on the split; a raw UTF-8 target is read only when it is whole.
    if "upgrade" not in str(simplify(events)) and (data.isascii() or expect is not None):
        assert codes_dropped(read(reader_class, split(data, cuts), expect)) == codes_dropped(events)


@settings(max_examples=200, deadline=None)
@given(garbage, st.sampled_from(["GET", "HEAD", "CONNECT"]))
def test_random_bytes_never_break_a_connection_object(pieces, method):
    def answer(request, response):
        send(response, "HTTP/1.1 200 OK\r\n\r\n", b"x", chunked=True)

    server = Server(answer)
    client = Client()
    client.start(Response(), method)
    for piece in pieces:
        server.data_received(piece)
        client.data_received(piece)
    for connection in (server, client):
        connection.eof_received()
    server.closed(False)
    assert all(request.ending for request, _ in server.exchanges)


@pytest.mark.parametrize("text", ["a\r\nb", "\r\n\r\n", "\0", "x\n y", "\r", "é\r\n"])
@examples
@given(before=st.text(max_size=10), after=st.text(max_size=10))
def test_no_value_can_split_a_head(text, before, after):
    line, _ = header_line("X", before + text + after)
    data = line.encode("utf-8", "replace")
    events = simplify(read(RequestReader, [b"GET / HTTP/1.1\r\n" + data + b"Last: 1\r\n\r\n"]))
    if events[0][0] == "GET":
        assert [name for name, _ in events[0][3]] == [b"X", b"Last"]
        assert len(events) == 2
    else:
        assert len(events) == 1
