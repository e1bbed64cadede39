"""The HTTP/1 readers without a socket: what bytes mean, and which are refused."""

from __future__ import annotations

from collections import deque

import pytest
from nodecore.http1.events import End, ReadError, Upgrade
from nodecore.http1.reader import MAX_HEAD_SIZE
from nodecore.http1.request_reader import RequestReader
from nodecore.http1.response_reader import ResponseReader

CHUNKED = b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"


def simplify(events):
    """Events in a form that compares: pieces of a body joined, ends as their trailers."""
    simple = []
    for event in events:
        if type(event) is bytes and simple and type(simple[-1]) is bytes:
            simple[-1] += event
        elif type(event) is End:
            simple.append(["end", *event.trailers])
        elif type(event) is Upgrade:
            simple.append(["upgrade", event.rest])
        elif type(event) is ReadError:
            simple.append(["error", event.code])
        else:
            simple.append(event)
    return simple


def read(reader_class, *feeds, expect=None, eof=False):
    events = deque()
    reader = reader_class(events)
    if expect is not None:
        reader.expect(expect)
    for data in feeds:
        reader.feed(data)
    if eof:
        reader.eof()
    return simplify(events)


def requests(*feeds):
    return read(RequestReader, *feeds)


def responses(*feeds, expect="GET", eof=False):
    return read(ResponseReader, *feeds, expect=expect, eof=eof)


# -- requests ---------------------------------------------------------------------------------------------


def test_a_request_without_a_body():
    assert requests(b"GET /a?b HTTP/1.1\r\nHost: x\r\nX-Empty:\r\nx-Spaces:   v  \r\n\r\n") == [
        ("GET", b"/a?b", "1.1", [(b"Host", b"x"), (b"X-Empty", b""), (b"x-Spaces", b"v  ")], True, False),
        ["end"],
    ]


def test_a_body_with_a_length():
    assert requests(b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhel", b"lo")[1:] == [b"hello", ["end"]]


def test_a_chunked_body_with_extensions_and_trailers():
    events = requests(CHUNKED + b'3;a=b;c="d"\r\nhel\r\n02\r\nlo\r\n0\r\nX-Sum: 9\r\nx-more: 1\r\n\r\n')
    assert events[1:] == [b"hello", ["end", (b"X-Sum", b"9"), (b"x-more", b"1")]]


def test_a_target_in_raw_utf8():
    target = "/café?q=€".encode()
    assert requests(b"\r\nGET " + target + b" HTTP/1.1\r\nX: \xc3\xa9\r\n\r\n") == [
        ("GET", target, "1.1", [(b"X", b"\xc3\xa9")], True, False),
        ["end"],
    ]


def test_pipelined_requests_come_in_order():
    events = requests(
        b"GET /1 HTTP/1.1\r\n\r\nPOST /2 HTTP/1.1\r\nContent-Length: 1\r\n\r\nxGET /3 HTTP/1.0\r\n\r\n"
    )
    assert [event[1] for event in events if type(event) is tuple] == [b"/1", b"/2", b"/3"]
    assert [event for event in events if type(event) is not tuple] == [["end"], b"x", ["end"], ["end"]]


@pytest.mark.parametrize(
    ("version", "connection", "keep_alive"),
    [
        ("1.1", None, True),
        ("1.1", "close", False),
        ("1.1", "keep-alive", True),
        ("1.0", None, False),
        ("1.0", "keep-alive", True),
        ("1.0", "close", False),
    ],
)
def test_whether_the_connection_is_kept(version, connection, keep_alive):
    line = f"Connection: {connection}\r\n" if connection else ""
    [head, _end] = requests(f"GET / HTTP/{version}\r\n{line}\r\n".encode())
    assert head[2] == version
    assert head[4] is keep_alive


def test_an_upgrade_and_what_follows_it():
    events = requests(
        b"GET /chat HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n\x00raw", b"more"
    )
    assert events[0][5] is True
    assert events[1:] == [["end"], ["upgrade", b"\x00raw"]]


def test_connect_and_what_follows_it():
    events = requests(b"CONNECT host:443 HTTP/1.1\r\nHost: host\r\n\r\n\x16\x03")
    assert events[0][:2] == ("CONNECT", b"host:443")
    assert events[1:] == [["end"], ["upgrade", b"\x16\x03"]]


def test_the_body_of_a_request_for_an_upgrade_belongs_to_what_follows():
    data = b"POST / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: x\r\nContent-Length: 2\r\n\r\nhirest"
    assert requests(data)[1:] == [["end"], ["upgrade", b"hirest"]]


def test_line_breaks_before_a_request_are_skipped():
    assert requests(b"\r\n\r\nGET / HTTP/1.1\r\n\r\n")[0][0] == "GET"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x16\x03\x01\x02\x00", "HPE_INVALID_METHOD"),
        (b"HELO mail.example\r\n", "HPE_INVALID_METHOD"),
        (b"PLAY rtsp://a RTSP/1.0\r\n\r\n", "HPE_INVALID_METHOD"),
        (b"GET / HTTP/x.y\r\n\r\n", "HPE_INVALID_VERSION"),
        (b"GET / JUNK/1.1\r\n\r\n", "HPE_INVALID_CONSTANT"),
        (b"GET / HTTP/1.1\r\nbad header: x\r\n\r\n", "HPE_INVALID_HEADER_TOKEN"),
        (b"GET / HTTP/1.1\r\nA : x\r\n\r\n", "HPE_INVALID_HEADER_TOKEN"),
        (
            b"POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
            "HPE_UNEXPECTED_CONTENT_LENGTH",
        ),
        (
            b"POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
            "HPE_UNEXPECTED_CONTENT_LENGTH",
        ),
        (
            b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
            "HPE_UNEXPECTED_CONTENT_LENGTH",
        ),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "HPE_INVALID_CONTENT_LENGTH"),
        (b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n", "HPE_INVALID_CONTENT_LENGTH"),
        (b"GET / HTTP/1.1\r\nA: b\r\n folded: c\r\n\r\n", "HPE_INVALID_HEADER_TOKEN"),
    ],
)
def test_heads_that_are_refused(data, code):
    events = requests(data, b"GET / HTTP/1.1\r\n\r\n")
    assert len(events) == 1
    assert events[0][0] == "error"


@pytest.mark.parametrize(
    "data",
    [
        b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\nx",
        CHUNKED + b"zz\r\nhello\r\n",
        CHUNKED + b"3\r\nhelXX",
    ],
)
def test_bodies_that_are_refused(data):
    events = requests(data, b"GET / HTTP/1.1\r\n\r\n")
    assert events[-1][0] == "error"
    assert sum(type(event) is tuple for event in events) == 1


@pytest.mark.parametrize(
    "pieces",
    [
        [b"GET /" + b"a" * 1000] + [b"a" * 1000] * 200,
        [b"GET / HTTP/1.1\r\nX: "] + [b"a" * 1000] * 200,
        [b"GET / HTTP/1.1\r\n"] + [b"X: y\r\n" * 100] * 400,
        [CHUNKED + b"0\r\n"] + [b"X: y\r\n" * 100] * 400,
        [CHUNKED, b"0\r\nX: "] + [b"a" * 1000] * 200,
        [CHUNKED, b"5;"] + [b"a" * 1000] * 200,
        [CHUNKED + b"1;"] + [b"a" * 1000] * 200,
        [b"GET / HTTP/1.1\r\n\r\nGET /" + b"b" * 1000] + [b"b" * 1000] * 200,
    ],
    ids=[
        "target",
        "header",
        "headers",
        "trailers",
        "trailer",
        "extension",
        "extension at once",
        "second head",
    ],
)
def test_what_has_no_end_is_refused_in_time(pieces):
    events = deque()
    reader = RequestReader(events)
    fed = 0
    for piece in pieces:
        fed += len(piece)
        reader.feed(piece)
        while events and type(events[0]) is not ReadError:
            events.popleft()
        if events:
            break
    assert events[0].code == "HPE_HEADER_OVERFLOW"
    assert fed < 2 * MAX_HEAD_SIZE


@pytest.mark.parametrize(
    ("reader_class", "first_line"),
    [(RequestReader, b"POST / HTTP/1.1"), (ResponseReader, b"HTTP/1.1 200 OK")],
)
def test_a_stream_of_chunks_that_come_in_pieces_is_no_long_head(reader_class, first_line):
    events = deque()
    reader = reader_class(events)
    reader.feed(first_line + b"\r\nTransfer-Encoding: chunked\r\n\r\n")
    for piece in [b"5\r\n", b"hello", b"\r\n"] * (MAX_HEAD_SIZE // 4):
        events.clear()
        reader.feed(piece)
    reader.feed(b"0\r\n\r\n")
    assert simplify(events) == [["end"]]


def test_long_bodies_and_many_messages_are_no_long_head():
    events = deque()
    reader = RequestReader(events)
    reader.feed(b"POST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n")
    for _ in range(1000):
        reader.feed(b"x" * 1000)
    reader.feed(CHUNKED)
    for _ in range(500):
        for piece in (b"3e", b"8;ext=1\r\n", b"y" * 1000, b"\r\n"):
            events.clear()
            reader.feed(piece)
    reader.feed(b"0\r\n\r\n")
    for _ in range(2000):
        reader.feed(b"GET / HTTP/1.1\r\nX: " + b"z" * 100)
        reader.feed(b"\r\n\r\n")
    assert not reader.failed


def test_whether_a_message_has_begun():
    reader = RequestReader(deque())
    assert not reader.mid_message
    reader.feed(b"\r\n")
    assert not reader.mid_message
    reader.feed(b"GE")
    reader.feed(b"T /")
    assert reader.mid_message
    reader.feed(b" HTTP/1.1\r\n\r\n")
    assert not reader.mid_message
    reader.feed(b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nx")
    assert reader.mid_message


@pytest.mark.parametrize(
    "line", [b"H", b"HTTP/1.1 200\r\n", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nA: b\r\n"]
)
def test_half_a_head_of_a_response_stays_one_when_that_is_asked(line):
    events = deque()
    reader = ResponseReader(events)
    reader.feed(line)
    assert reader.mid_message
    assert not events


def test_an_error_knows_its_offset():
    events = deque()
    RequestReader(events).feed(b"GET / HTTP/1.1\r\nbad header: x\r\n\r\n")
    [error] = events
    assert b"GET / HTTP/1.1\r\nbad header: x"[: error.offset].startswith(b"GET / HTTP/1.1\r\nbad")


def test_a_closed_reader_reads_nothing():
    events = deque()
    reader = RequestReader(events)
    reader.close()
    reader.feed(b"GET / HTTP/1.1\r\n\r\n")
    assert not events


# -- responses --------------------------------------------------------------------------------------------


def test_a_response():
    assert responses(b"HTTP/1.1 404 Not There\r\nContent-Length: 2\r\n\r\nno") == [
        (404, b"Not There", "1.1", [(b"Content-Length", b"2")], True, False),
        b"no",
        ["end"],
    ]


def test_a_body_that_ends_with_the_connection():
    assert responses(b"HTTP/1.1 200 OK\r\n\r\nall", b" of it", eof=True)[1:] == [b"all of it", ["end"]]


@pytest.mark.parametrize("head", [b"Content-Length: 9\r\n", b"Transfer-Encoding: chunked\r\n"])
def test_a_body_that_is_cut_short_has_no_end(head):
    events = responses(b"HTTP/1.1 200 OK\r\n" + head + b"\r\n5\r\nhello", eof=True)
    assert ["end"] not in events


@pytest.mark.parametrize("status", [204, 304])
def test_a_status_without_a_body(status):
    data = f"HTTP/1.1 {status} x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".encode()
    assert [event if type(event) is list else event[0] for event in responses(data)] == [
        status, ["end"], 200, ["end"]
    ]  # fmt: skip


@pytest.mark.parametrize("length", [b"Content-Length: 5\r\n", b"Transfer-Encoding: chunked\r\n", b""])
def test_the_response_to_head_has_no_body_whatever_it_says(length):
    events = deque()
    reader = ResponseReader(events)
    reader.expect("HEAD")
    reader.feed(b"\r\nHTTP/1.1 200 OK\r\n" + length)
    reader.feed(b"\r\n")
    reader.expect("GET")
    reader.feed(b"HTTP/1.1 201 OK\r\nContent-Length: 1\r\n\r\nx")
    assert [event[0] for event in events if type(event) is tuple] == [200, 201]
    assert simplify(events)[1] == ["end"]
    assert simplify(events)[3:] == [b"x", ["end"]]


def test_what_comes_behind_the_response_to_head_is_read_as_another():
    data = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"
    assert [event[0] for event in responses(data, expect="HEAD")] == [200, "end", 500, "end"]


def test_informational_heads_come_before_the_final_one():
    informational = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\n"
    data = informational + b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"
    for expect in ("GET", "POST"):
        events = responses(data, expect=expect)
        assert [event[0] for event in events if type(event) is tuple] == [100, 103, 200]
        assert events[3:] == [b"x", ["end"]]
    events = responses(data, expect="HEAD")
    assert [event[0] for event in events][:3] == [100, 103, 200]


@pytest.mark.parametrize("expect", ["GET", "HEAD"])
def test_a_whole_read_of_informational_heads_or_of_line_breaks(expect):
    final = b"HTTP/1.1 200 OK\r\n\r\n"
    events = responses(b"HTTP/1.1 100 Continue\r\n\r\n" * 2600, final, expect=expect)
    assert [event[0] for event in events[:2601]] == [100] * 2600 + [200]
    assert responses(b"\r\n" * 32_000 + final, expect=expect)[0][0] == 200


@pytest.mark.parametrize("expect", ["GET", "HEAD"])
def test_line_breaks_without_an_end(expect):
    events = responses(*[b"\r\n" * 1000] * 100, expect=expect)
    assert events == [["error", "HPE_HEADER_OVERFLOW"]]


@pytest.mark.parametrize("expect", ["GET", "HEAD"])
def test_an_informational_head_has_no_body(expect):
    data = b"HTTP/1.1 199 Odd\r\nContent-Length: 2\r\n\r\nhi"
    assert responses(data, expect=expect) == [["error", "HPE_UNEXPECTED_CONTENT_LENGTH"]]


def test_an_era_says_which_heads_are_informational():
    events = deque()
    reader = ResponseReader(events, frozenset({100}))
    reader.feed(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n")
    assert simplify(events)[1:] == [simplify(events)[1], ["end"]]
    assert [event[0] for event in events if type(event) is tuple] == [100, 102]


def test_switching_protocols():
    data = b"HTTP/1.1 101 Switch\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\nraw"
    assert responses(data)[1:] == [["end"], ["upgrade", b"raw"]]
    assert responses(data)[0][5] is True


def test_the_response_to_connect():
    events = responses(b"HTTP/1.1 200 Established\r\n\r\nraw", b"more", expect="CONNECT")
    assert events[0][0] == 200
    assert events[1:] == [["end"], ["upgrade", b"raw"]]


@pytest.mark.parametrize("expect", ["GET", "HEAD", "CONNECT"])
@pytest.mark.parametrize(
    "data",
    [b"220 smtp ready\r\n\r\n", b"HTTP/1.1 abc OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nbad header: x\r\n\r\n"],
)
def test_responses_that_are_refused(data, expect):
    assert responses(data, expect=expect)[0][0] == "error"


@pytest.mark.parametrize("expect", ["GET", "HEAD"])
def test_a_response_head_without_an_end_is_refused_in_time(expect):
    events = deque()
    reader = ResponseReader(events)
    reader.expect(expect)
    reader.feed(b"HTTP/1.1 200 OK\r\n")
    fed = 0
    while not events:
        reader.feed(b"X: " + b"a" * 1000 + b"\r\n")
        fed += 1000
        assert fed < 2 * MAX_HEAD_SIZE
    assert simplify(events) == [["error", "HPE_HEADER_OVERFLOW"]]


# -- long bodies of known length go past the parser -------------------------------------------------------

LONG = bytes(range(256)) * 256  # 64 KiB


def long_body(size=64 * 1024):
    return b"PUT / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % size


@pytest.mark.parametrize("step", [1000, 16 * 1024, 40_000, len(LONG)])
@pytest.mark.parametrize("with_head", [0, 1, 5000])
def test_a_long_body_and_what_stands_behind_it(step, with_head):
    wire = long_body() + LONG
    first = len(long_body()) + with_head
    wire += CHUNKED + b"2\r\nok\r\n0\r\n\r\n" + b"GET /next HTTP/1.1\r\n\r\n"
    feeds = [wire[:first], *(wire[start : start + step] for start in range(first, len(wire), step))]
    put, body, end, post, ok, post_end, get, get_end = requests(*feeds)
    assert (put[0], body, end) == ("PUT", LONG, ["end"])
    assert (post[0], ok, post_end) == ("POST", b"ok", ["end"])
    assert (get[1], get_end) == (b"/next", ["end"])


def test_a_piece_of_a_long_body_is_handed_on_and_not_copied():
    events = deque()
    reader = RequestReader(events)
    reader.feed(long_body())
    reader.feed(LONG[:-1])
    assert reader.mid_message
    reader.feed(LONG[-1:])
    assert events[1] == LONG[:-1]
    assert not reader.mid_message
    big = LONG * 2
    reader.feed(long_body(size=len(big)))
    reader.feed(big)
    assert events[-2] is big


def test_nonsense_behind_a_long_body_is_refused():
    assert requests(long_body(), LONG + b"nonsense\r\n\r\n")[2:] == [["end"], ["error", "HPE_INVALID_METHOD"]]


def test_a_long_response_and_the_next():
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(LONG)
    first, body, end, second, second_end = responses(
        head, LONG[:30_000], LONG[30_000:] + b"HTTP/1.1 204 No Content\r\n\r\n"
    )
    assert (first[0], body, end) == (200, LONG, ["end"])
    assert (second[0], second_end) == (204, ["end"])


def test_a_long_response_that_is_cut_short_has_no_end():
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(LONG)
    assert responses(head, LONG[:-1], eof=True)[1:] == [LONG[:-1]]


def test_the_length_in_an_answer_to_head_says_nothing_of_what_follows():
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"
    assert [event[0] for event in responses(answer, answer, expect="HEAD")] == [200, "end", 200]
    assert responses(b"HTTP/1.1 200 OK\r\n\r\n", expect="HEAD", eof=True)[1:] == [["end"]]
