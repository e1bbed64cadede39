"""`stream` of 0.10: names, options and errors. Event order is in `differential`."""

import pytest
from nodecore.errors import NodeError
from support import run

from eras.node_0_10 import stream
from eras.node_0_10.stream import Duplex, PassThrough, Readable, Stream, Transform, Writable

OWN_NAMES = {
    Stream: "pipe",
    Readable: "push unshift setEncoding read _read pipe unpipe resume pause wrap",
    Writable: "pipe write _write end",
    Duplex: "write _write end",
    Transform: "push _transform _write _read",
    PassThrough: "_transform",
}


def log_of(emitter, *events):
    log = []
    for event in events:
        emitter.on(event, lambda *args, event=event: log.append((event, *args)))
    return log


@pytest.mark.parametrize("kind", OWN_NAMES, ids=lambda kind: kind.__name__)
def test_names_of_the_prototypes(kind):
    assert set(OWN_NAMES[kind].split()) <= set(vars(kind))


def test_exports():
    assert set(stream.__all__) == {"Stream", "Readable", "Writable", "Duplex", "Transform", "PassThrough"}


def test_kinds():
    duplex = Duplex()
    assert isinstance(duplex, Readable)
    assert not isinstance(duplex, Writable)
    assert isinstance(PassThrough(), Transform)
    assert (duplex.readable, duplex.writable, duplex.allowHalfOpen) == (True, True, True)
    closed = Duplex({"readable": False, "writable": False, "allowHalfOpen": False})
    assert (closed.readable, closed.writable, closed.allowHalfOpen) == (False, False, False)


def test_options_are_a_dict_or_keywords():
    for made in (
        Readable({"highWaterMark": 3, "objectMode": True}),
        Readable(highWaterMark=3, objectMode=True),
    ):
        assert made._readableState.highWaterMark == 3
        assert made._readableState.objectMode is True
    assert Writable()._writableState.highWaterMark == 16384
    assert Writable(decodeStrings=False)._writableState.decodeStrings is False


def test_state_can_be_changed():
    readable = Readable()
    readable._readableState.objectMode = True
    readable._read = lambda size: None
    readable.push({"a": 1})
    assert readable._readableState.buffer == [{"a": 1}]
    assert readable.read() == {"a": 1}
    run()


def test_a_subclass_defines_read():
    class Counter(Readable):
        def __init__(self, options=None):
            super().__init__(options)
            self.count = 0

        def _read(self, size):
            self.count += 1
            self.push(None if self.count > 3 else str(self.count))

    counter = Counter({"encoding": "utf8"})
    log = log_of(counter, "data", "end")
    run()
    assert log == [("data", "1"), ("data", "2"), ("data", "3"), ("end",)]


def test_methods_can_be_assigned():
    source, sink, taken = Readable(), Writable(), []
    left = [b"a", b"b", None]
    source._read = lambda size: source.push(left.pop(0))

    def write(chunk, encoding, callback):
        taken.append((chunk, encoding))
        callback()

    sink._write = write
    log = log_of(sink, "pipe", "finish", "unpipe")
    assert source.pipe(sink) is sink
    run()
    assert taken == [(b"a", "buffer"), (b"b", "buffer")]
    assert log == [("pipe", source), ("finish",), ("unpipe", source)]


def test_strings_are_decoded_unless_told_otherwise():
    for options, expected in (({}, b"\x61"), ({"decodeStrings": False}, "61")):
        writable, taken = Writable(options), []
        writable._write = lambda chunk, encoding, callback, taken=taken: taken.append((chunk, encoding))
        writable.write("61", "hex")
        assert taken == [(expected, "hex")]


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: Readable().read(), "not implemented"),
        (lambda: Writable().write("a"), "not implemented"),
        (lambda: Writable().pipe(None), "Cannot pipe. Not readable."),
        (lambda: Writable().write(5), "Invalid non-string/buffer chunk"),
        (lambda: Readable().push(5), "Invalid non-string/buffer chunk"),
        (lambda: Transform().write("a"), "not implemented"),
        (lambda: Readable().setEncoding("nope"), "Unknown encoding: nope"),
        (lambda: Writable().write("a", "nope"), "Unknown encoding: nope"),
        (lambda: Writable().write(None), "Cannot read property 'length' of null"),
    ],
)
def test_errors(act, message):
    with pytest.raises(NodeError) as caught:
        act()
    assert caught.value.message == message
    run()


def test_write_after_end():
    writable, log = Writable(), []
    writable._write = lambda chunk, encoding, callback: callback()
    errors = log_of(writable, "error")
    writable.end()
    assert writable.write("late", log.append) is False
    run()
    assert [error.message for _, error in errors] == ["write after end"]
    assert [error.message for error in log] == ["write after end"]


def test_piping_excludes_old_mode():
    readable = Readable()
    readable._read = lambda size: None
    readable.pipe(Writable())
    with pytest.raises(NodeError, match=r"^Cannot switch to old mode now\.$"):
        readable.resume()
    run()


def test_listening_is_not_possible_for_the_ended_twice():
    readable = Readable()
    readable._read = lambda size: None
    readable.push(None)
    errors = log_of(readable, "error")
    readable.push(b"x")
    assert [error.message for _, error in errors] == ["stream.push() after EOF"]


class OldSource(Stream):
    readable = True

    def __init__(self):
        self.log = []

    def pause(self):
        self.log.append("pause")

    def resume(self):
        self.log.append("resume")


class OldSink(Stream):
    writable = True

    def __init__(self, answer=True):
        self.log = []
        self.answer = answer

    def write(self, chunk):
        self.log.append(chunk)
        return self.answer

    def end(self):
        self.log.append("end")

    def destroy(self):
        self.log.append("destroy")


def test_old_pipe():
    source, sink = OldSource(), OldSink(answer=False)
    piped = log_of(sink, "pipe")
    assert source.pipe(sink) is sink
    assert piped == [("pipe", source)]
    source.emit("data", "x")
    sink.emit("drain")
    source.emit("end")
    source.emit("end")
    source.emit("data", "late")
    assert sink.log == ["x", "end"]
    assert source.log == ["pause", "resume"]


def test_old_pipe_whose_source_closes():
    source, sink = OldSource(), OldSink()
    source.pipe(sink)
    source.emit("close")
    source.emit("end")
    assert sink.log == ["destroy"]


def test_old_pipe_that_must_not_end():
    source, sink = OldSource(), OldSink()
    source.pipe(sink, {"end": False})
    source.emit("end")
    assert sink.log == []


def test_old_pipe_errors():
    source, sink = OldSource(), OldSink()
    source.pipe(sink)
    with pytest.raises(NodeError, match=r"^boo$"):
        source.emit("error", NodeError("boo"))
    source.emit("data", "x")
    assert sink.log == []
    heard = log_of(source, "error")
    source.pipe(sink)
    source.emit("error", "quiet")
    assert heard == [("error", "quiet")]


def test_wrap():
    source, readable = OldSource(), Readable(highWaterMark=3)
    source.extra = lambda: "extra"
    assert readable.wrap(source) is readable
    assert readable.extra() == "extra"
    for chunk in (b"ab", b"cd", b"", "", None):
        source.emit("data", chunk)
    assert source.log == ["pause"]
    log = log_of(readable, "end", "close")
    assert readable.read() == b"abcd"
    assert source.log == ["pause", "resume"]
    source.emit("close")
    source.emit("end")
    run()
    assert log == [("close",), ("end",)]


def test_piping_a_stream_that_is_in_old_mode():
    source, sink = PassThrough(), OldSink()
    source.on("data", lambda chunk: None)
    source.pipe(sink)
    source.end(b"a")
    run()
    assert sink.log == [b"a", "end"]


# -- what programs gave that was no number, and states they looked at --------------------------------


@pytest.mark.parametrize(
    ("given", "mark"),
    [
        (None, 16384),
        (0, 0),
        ("7", 7),
        ("x", 0),
        ("", 16384),
        (2.9, 2),
        (True, 1),
        (False, 16384),
        (float("nan"), 16384),
        (float("inf"), 0),
    ],
)
def test_any_high_water_mark(given, mark):
    assert Readable(highWaterMark=given)._readableState.highWaterMark == mark
    assert Writable(highWaterMark=given)._writableState.highWaterMark == mark


@pytest.mark.parametrize(
    ("n", "read"),
    [("", None), ("x", b"abcd"), (False, None), (float("nan"), b"abcd"), (float("inf"), None), (-1, None)],
)
def test_read_of_any_size(n, read):
    readable = Readable()
    readable._read = lambda size: None
    readable.push(b"abcd")
    assert readable.read(n) == read


def test_states_are_the_same_objects_each_time():
    duplex = stream.Duplex()
    assert duplex._readableState is duplex._readableState
    assert duplex._writableState is duplex._writableState


def test_what_waits_to_be_written_is_shown_with_its_encoding():
    writable = Writable(decodeStrings=False)
    writable._write = lambda chunk, encoding, callback: None
    writable.write("a")
    writable.write("b", "hex")
    assert writable._writableState.buffer == [{"chunk": "b", "encoding": "hex", "callback": None}]
    assert writable._writableState.writelen == 1


@pytest.mark.parametrize("nothing", [0, "", False, float("nan")])
def test_a_transform_never_comes_to_what_is_nothing(nothing):
    through = PassThrough(objectMode=True)
    through.write(nothing)
    through.write("later")
    assert through.read() is None


def test_an_encoding_that_is_none_of_a_constructor():
    with pytest.raises(Exception, match="Unknown encoding: x"):
        Readable(encoding="x")


class Sink:
    """Has the methods of an emitter, and is none."""

    def __init__(self):
        self.heard = {}
        self.log = []

    def on(self, event, listener):
        self.heard[event] = listener

    def removeListener(self, event, listener):
        assert self.heard.pop(event) is listener

    def emit(self, event, *args):
        self.log.append(event)
        if event in self.heard:
            self.heard[event](*args)

    def write(self, chunk):
        self.log.append(chunk)

    def end(self):
        self.log.append("end")


def test_a_pipe_takes_whatever_has_the_methods_of_an_emitter():
    source, sink = stream.PassThrough(), Sink()
    assert source.pipe(sink) is sink
    source.end("text")
    run()
    assert sink.log == ["pipe", b"text", "end"]
    source.unpipe(sink)
    assert (sink.log[-1], sink.heard) == ("unpipe", {})
