"""`multipart` of 0.1: bodies in any pieces, from data, from requests and from a real client."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from itertools import pairwise

import gevent.event
import pytest
from gevent import subprocess
from hypothesis import given, settings
from hypothesis import strategies as st
from run_0_1 import needs_javascript, run, start

from eras.node_0_1 import http, multipart, process

BINARY = "".join(map(chr, range(256))) + "\r\n--not the boundary\r\n--\r\r\n\n-"
BODY = (
    "--x\r\n"
    'Content-Disposition: form-data; name="text"\r\n'
    "\r\n"
    "hello\r\n"
    "--x\r\n"
    'content-disposition: form-data; name="file"; filename="a \\"b\\".bin"\r\n'
    "Content-Type: application/octet-stream\r\n"
    "X-Plain:  as it is \r\n"
    "\r\n"
    f"{BINARY}\r\n"
    "--x\r\n"
    "Content-Disposition: form-data; name=empty\r\n"
    "\r\n"
    "\r\n"
    "--x--\r\n"
)
VALUES = {"text": "hello", "file": BINARY, "empty": ""}


class Source(process.EventEmitter):
    """What a stream needs of a request."""

    def __init__(self, kind="multipart/form-data; boundary=x", **headers):
        self.headers = {"Content-Type": kind, **headers}

    def send(self, *pieces):
        for piece in pieces:
            self.emit("body", piece)
        self.emit("complete")


class Recorder:
    """All that a stream tells."""

    def __init__(self, stream):
        self.stream = stream
        self.parts = []
        self.events = []
        self.over = gevent.event.Event()
        stream.addListener("part", self.part)
        stream.addListener("complete", lambda: self.end("complete"))
        stream.addListener("error", lambda error: self.end(f"error {error.message}"))

    def part(self, part):
        number = len(self.parts)
        self.parts.append([part, ""])
        self.events.append(f"part {number}")

        @part.addListener("body")
        def body(chunk):
            assert chunk
            self.parts[number][1] += chunk

        @part.addListener("complete")
        def complete():
            self.events.append(f"complete {number}")

    def end(self, what):
        self.events.append(what)
        self.over.set()


def record(*pieces, **headers):
    """What a stream tells of a body that comes in these pieces."""
    source = Source(**headers)
    recorder = Recorder(multipart.Stream(source))
    source.send(*pieces)
    return recorder


def whole(recorder):
    """The values by name, of a body that came to its end."""
    assert recorder.events[-1] == "complete"
    return {part.name: text for part, text in recorder.parts}


def outcome(promise):
    """`(event, arguments)` of a promise."""
    result = gevent.event.AsyncResult()
    promise.addCallback(lambda *args: result.set(("success", *args)))
    promise.addErrback(lambda *args: result.set(("error", *args)))
    return result.get()


# -- parts ----------------------------------------------------------------------------------------------


def test_parts_their_names_and_headers():
    recorder = record(BODY)
    (text, _), (file, _), (empty, _) = recorder.parts
    assert isinstance(text, multipart.Part)
    assert (text.name, text.filename) == ("text", None)
    assert (file.name, file.filename) == ("file", 'a "b".bin')
    assert (empty.name, empty.filename) == ("empty", None)
    assert file.headers == {
        "content-disposition": {"value": "form-data", "name": "file", "filename": 'a "b".bin'},
        "content-type": "application/octet-stream",
        "x-plain": "as it is",
    }
    assert whole(recorder) == VALUES


def test_events_in_their_order():
    parts = [f"{event} {number}" for number in range(3) for event in ("part", "complete")]
    assert record(BODY).events == [*parts, "complete"]


@pytest.mark.parametrize("place", range(1, len(BODY)))
def test_a_body_in_two_pieces(place):
    assert whole(record(BODY[:place], BODY[place:])) == VALUES


def test_a_body_in_pieces_of_one_size():
    for size in range(1, 40):
        pieces = [BODY[start : start + size] for start in range(0, len(BODY), size)]
        assert whole(record(*pieces)) == VALUES


@given(st.lists(st.integers(0, len(BODY)), max_size=12).map(sorted))
def test_a_body_in_any_pieces(places):
    cuts = [0, *places, len(BODY)]
    pieces = [BODY[start:end] for start, end in pairwise(cuts)]
    assert whole(record(*pieces)) == VALUES


@given(
    st.dictionaries(st.text("abc", min_size=1), st.text(st.sampled_from("\r\n-x\0\xff\u20ac\ud800"))),
    st.integers(1, 9),
)
@settings(max_examples=60)
def test_any_text_comes_through(values, size):
    values = {name: text for name, text in values.items() if "\r\n--x" not in f"\r\n{text}"}
    head = '--x\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
    body = "".join(head.format(name, text) for name, text in values.items()) + "--x--"
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    assert whole(record(*pieces)) == values


def test_what_stands_before_and_after_is_passed_over():
    assert whole(record("before\r\n" + BODY + "after")) == VALUES


def test_a_body_without_parts():
    assert whole(record("--x--")) == {}


def test_a_part_without_a_name():
    recorder = record("--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nhi\r\n--x--")
    ((part, text),) = recorder.parts
    assert (part.name, part.filename, text) == (None, None, "hi")
    assert part.headers == {"content-type": {"value": "text/plain", "charset": "utf-8"}}


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ('"a;b=c"', "a;b=c"),
        (r'"a\\b"', "a\\b"),
        (r'"C:\dir\file"', r"C:\dir\file"),
        ('"a%22b%0D%0Ac%41"', 'a"b\r\nc%41'),
        ("bare", "bare"),
        ('"open', '"open'),
        ('""', ""),
        ('"\u00c3\u00bc"', "\u00c3\u00bc"),
    ],
)
def test_values_are_unescaped(given, name):
    recorder = record(f"--x\r\nContent-Disposition: form-data; NAME={given}\r\n\r\n\r\n--x--")
    assert recorder.parts[0][0].name == name


# -- bodies that are none ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "",
        "--x",
        BODY[:-4],
        "no boundary at all",
        "--x\r\nno colon\r\n\r\n",
        "--xy\r\nA: b\r\n\r\n\r\n--xy--",
        "--x\r\nA: " + "b" * 10_000,
        "--x\r\n" + "A: b\r\n" * 40 + "\r\n\r\n--x--",
        "--x\r\n\r\n\r\n" * 1002 + "--x--",
    ],
    ids=["empty", "start", "cut", "text", "header", "boundary", "long header", "many headers", "many parts"],
)
def test_an_error_is_the_last_event(body):
    recorder = record(body, "more", kind="multipart/form-data; boundary=x")
    assert [event[:6] for event in recorder.events if event[:4] not in ("part", "comp")] == ["error "]
    assert recorder.events[-1].startswith("error ")


def test_a_header_without_an_end_is_not_kept():
    source = Source()
    recorder = Recorder(multipart.Stream(source))
    source.emit("body", "--x\r\nA: ")
    for _ in range(20):
        source.emit("body", "b" * 1000)
    assert recorder.events[0].startswith("error ")


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "", "text/plain", "multipart/form-data; boundary=" + "x" * 300]
)
def test_no_boundary(kind):
    recorder = Recorder(multipart.Stream(Source(kind)))
    assert recorder.events == []
    recorder.over.wait()
    assert len(recorder.events) == 1
    assert recorder.events[0].startswith("error ")
    assert outcome(multipart.parse(Source(kind))) == ("error",)


# -- streams and parse ------------------------------------------------------------------------------------


def test_a_stream_of_data_begins_after_the_call():
    recorder = Recorder(multipart.Stream({"boundary": "x", "data": BODY}))
    assert recorder.events == []
    recorder.over.wait()
    assert whole(recorder) == VALUES
    assert recorder.stream.bytesTotal == recorder.stream.bytesReceived == len(BODY)


def test_data_may_be_bytes():
    recorder = Recorder(multipart.Stream({"boundary": "x", "data": BODY.encode("latin-1")}))
    recorder.over.wait()
    assert whole(recorder) == VALUES


def test_bytes_are_counted_as_they_come():
    source = Source(**{"content-length": str(len(BODY))})
    stream = multipart.Stream(source)
    assert (stream.bytesTotal, stream.bytesReceived) == (len(BODY), 0)
    source.emit("body", BODY[:10])
    assert stream.bytesReceived == 10
    source.send(BODY[10:])
    assert stream.bytesReceived == stream.bytesTotal
    assert multipart.Stream(Source()).bytesTotal is None


def test_parse():
    assert outcome(multipart.parse({"boundary": "x", "data": BODY})) == ("success", VALUES)
    assert multipart.parse({"boundary": "x", "data": BODY}).wait() == VALUES
    source = Source()
    promise = multipart.parse(source)
    source.send(BODY[:99], BODY[99:])
    assert promise.wait() == VALUES


def test_parse_errs_without_parameters():
    assert outcome(multipart.parse({"data": BODY})) == ("error",)
    assert outcome(multipart.parse({"boundary": "y", "data": BODY})) == ("error",)


def test_parse_leaves_out_what_has_no_name():
    body = "--x\r\n\r\nnameless\r\n" + BODY
    assert outcome(multipart.parse({"boundary": "x", "data": body})) == ("success", VALUES)


def test_parse_keeps_no_more_than_so_much(monkeypatch):
    monkeypatch.setattr(multipart, "MAX_COLLECTED", len(BINARY) + 5)
    assert outcome(multipart.parse({"boundary": "x", "data": BODY})) == ("success", VALUES)
    monkeypatch.setattr(multipart, "MAX_COLLECTED", len(BINARY) + 4)
    assert outcome(multipart.parse({"boundary": "x", "data": BODY})) == ("error",)


def test_a_listener_may_wait_for_the_end_of_its_part():
    values = {}
    stream = multipart.Stream({"boundary": "x", "data": BODY})
    recorder = Recorder(stream)

    @stream.addListener("part")
    def collect(part):
        pieces = []
        over = process.Promise()
        part.addListener("body", pieces.append)
        part.addListener("complete", over.emitSuccess)
        over.wait()
        values[part.name] = "".join(pieces)

    recorder.over.wait()
    gevent.sleep()
    assert values == whole(recorder) == VALUES


def test_a_listener_that_raises_loses_nothing_of_what_follows(uncaught):
    source = Source()
    stream = multipart.Stream(source)
    recorder = Recorder(stream)

    @stream.addListener("part")
    def fails(part):
        raise ValueError("of the listener")

    with pytest.raises(ValueError, match="of the listener"):
        source.emit("body", BODY)
    while len(recorder.parts) < 3 or recorder.events[-1] != "complete 2":
        gevent.sleep(0.001)
    source.emit("complete")
    assert whole(recorder) == VALUES
    assert [str(error) for error in uncaught] == ["of the listener"] * 2
    uncaught.clear()


# -- over HTTP --------------------------------------------------------------------------------------------


def test_a_request(listening, connect):
    seen = gevent.event.AsyncResult()

    def uploaded(request, response):
        recorder = Recorder(multipart.Stream(request))
        request.addListener("complete", lambda: seen.set(recorder))

    peer = connect(listening(http.createServer(uploaded)))
    body = BODY.encode("latin-1")
    head = "POST / HTTP/1.1\r\nContent-Type: Multipart/Form-Data; boundary=x\r\n"
    peer.send(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[:200])
    peer.send(body[200:])
    recorder = seen.get()
    assert whole(recorder) == VALUES
    assert recorder.stream.bytesTotal == recorder.stream.bytesReceived == len(body)


def test_a_request_in_utf8(listening, connect):
    seen = gevent.event.AsyncResult()

    def uploaded(request, response):
        request.setBodyEncoding("utf8")
        stream = multipart.Stream(request)
        parts = multipart.parse(request)
        parts.addCallback(lambda values: seen.set((values, stream.bytesReceived == stream.bytesTotal)))

    peer = connect(listening(http.createServer(uploaded)))
    body = (
        '--x\r\nContent-Disposition: form-data; name="\u20ac"\r\n\r\ngr\u00fc\u00df\u20ac\r\n--x--'.encode()
    )
    head = "POST / HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\n"
    peer.send(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    assert seen.get() == ({"\u20ac": "gr\u00fc\u00df\u20ac"}, True)


SERVERS = {
    "js": """
var http = require("http"), multipart = require("multipart"), sys = require("sys");
http.createServer(function (request, response) {
  multipart.parse(request).addCallback(function (values) {
    var text = JSON.stringify(values.text) + "\\n";
    response.sendHeader(200, {});
    response.sendBody(text, "binary");
    response.sendBody(values.file, "binary");
    response.finish();
  });
}).listen(%d, "127.0.0.1");
sys.puts("ready");
""",
    "py": """
import json
from eras.node_0_1 import http, multipart, sys
def uploaded(request, response):
    @multipart.parse(request).addCallback
    def parsed(values):
        response.sendHeader(200, {})
        response.sendBody(json.dumps(values["text"]) + "\\n", "binary")
        response.sendBody(values["file"], "binary")
        response.finish()
http.createServer(uploaded).listen(%d, "127.0.0.1")
sys.puts("ready")
""",
}


@pytest.fixture
def port():
    """A port that is free at the moment."""
    from gevent.socket import socket

    with socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("language", [pytest.param("js", marks=needs_javascript), "py"])
def test_an_upload_with_curl(tmp_path, port, language):
    contents = os.urandom(200_000) + b"\r\n--" + b"-" * 100
    (tmp_path / "upload").write_bytes(contents)
    server = start(tmp_path, SERVERS[language] % port, language)
    try:
        assert server.stdout.readline() == b"ready\n"
        address = f"http://127.0.0.1:{port}/"
        command = ["curl", "-sS", "-F", "text=a b", "-F", "file=@upload;filename=x.bin", address]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    finally:
        server.kill()
        server.wait()
    text, _, echoed = done.stdout.partition(b"\n")
    assert json.loads(text) == "a b"
    assert hashlib.sha256(echoed).digest() == hashlib.sha256(contents).digest()


PROGRAM = r"""
var multipart = require("multipart"), sys = require("sys"), disposition = "Content-Disposition: form-data; ";
var body = "--x\r\n" + disposition + "name=\"a\"\r\n\r\nhi\u00ff\u0000\r\n--x\r\n" + disposition +
  "name=\"b\"; filename=\"q\\\"\"\r\nContent-Type: text/plain\r\n\r\n\r\n--x--";
var stream = new multipart.Stream({ boundary: "x", data: body });
stream.addListener("part", function (part) {
  sys.puts([part instanceof multipart.Part, part.name, typeof part.filename, part.filename]);
  sys.puts(JSON.stringify(part.headers));
  part.addListener("body", function (chunk) { sys.puts(JSON.stringify(chunk)); });
  part.addListener("complete", function () { sys.puts("part complete"); });
});
stream.addListener("complete", function () {
  sys.puts(stream.bytesTotal === stream.bytesReceived && stream.bytesTotal > 100);
  multipart.parse({ boundary: "x", data: "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x--" })
    .addCallback(function (values) { sys.puts(JSON.stringify(values)); });
  multipart.parse({ data: "" }).addErrback(function () { sys.puts("error " + arguments.length); });
});
"""


@needs_javascript
def test_javascript(tmp_path):
    assert sorted(run(tmp_path, PROGRAM).splitlines()) == sorted(
        [
            "true,a,undefined,",
            '{"content-disposition":{"value":"form-data","name":"a"}}',
            '"hi\u00ff\\u0000"',
            "part complete",
            'true,b,string,q"',
            '{"content-disposition":{"value":"form-data","name":"b","filename":"q\\""},'
            '"content-type":"text/plain"}',
            "part complete",
            "true",
            '{"a":"1"}',
            "error 0",
        ]
    )
