"""`stream` of 0.10: each method, event and option that a source, a sink or a filter has."""

import pytest
from nodecore.errors import NodeError
from support import loop, run, watch

from eras.node_0_10 import events, stream
from eras.node_0_10.stream import Duplex, PassThrough, Readable, Stream, Transform, Writable


def source(*chunks, **options):
    """A stream of `chunks`, one at a time."""
    made, left = Readable(options), [*chunks, None]
    made._read = lambda size: made.push(left.pop(0))
    return made


def sink(**options):
    """A stream that takes everything at once, and a list of what it took."""
    made, taken = Writable(options), []

    def write(chunk, encoding, callback):
        taken.append(chunk)
        callback()

    made._write = write
    return made, taken


def noted(emitter, *names):
    log = []
    for name in names:
        emitter.on(name, lambda *args, name=name: log.append((name, *args)))
    return log


def test_every_kind_is_a_stream():
    for kind in (Readable, Writable, Duplex, Transform, PassThrough):
        assert issubclass(kind, stream.Stream)
        assert issubclass(kind, events.EventEmitter)
    assert stream.Readable().readable is True
    assert stream.Writable().writable is True


def test_pass_through():
    made = stream.PassThrough()
    log = noted(made, "data")
    made.end("as it is")
    run()
    assert log == [("data", b"as it is")]
    assert isinstance(made, stream.Transform)


# -- reading ---------------------------------------------------------------------------------------


def test_readable_and_read():
    made, seen = source("ab", "cd"), []

    @made.on("readable")
    def readable(*args):
        assert args == ()
        while (chunk := made.read()) is not None:
            seen.append(chunk)

    run()
    assert b"".join(seen) == b"abcd"


def test_read_with_a_size():
    made, seen = source("abcdef"), []
    made.once("readable", lambda: seen.extend([made.read(2), made.read(100), made.read(4)]))
    run()
    assert seen[0] == b"ab"
    assert b"".join(chunk for chunk in seen[1:] if chunk) == b"cdef"


def test_data_and_end():
    log = noted(source("a", "b"), "data", "end")
    run()
    assert log == [("data", b"a"), ("data", b"b"), ("end",)]


def test_end_waits_for_a_reader():
    made = source("a")
    log = noted(made, "end")
    loop.timer(lambda: (log.append("reading"), made.resume()), 1)
    run()
    assert log == ["reading", ("end",)]


def test_close_of_what_is_wrapped():
    old = Stream()
    old.pause = old.resume = lambda: None
    log = noted(Readable().wrap(old), "close")
    old.emit("close")
    assert log == [("close",)]


def test_error_of_a_chunk_that_is_none():
    made, log = source({}), []
    made.on("error", lambda error: log.append(error.message))
    made.read()
    assert log == ["Invalid non-string/buffer chunk"]


def test_set_encoding():
    made = source(b"\xe2\x82", b"\xac")
    made.setEncoding("utf8")
    log = noted(made, "data")
    run()
    assert log == [("data", "€")]


def test_resume_discards():
    made = source("a", "b")
    log = noted(made, "end")
    made.resume()
    run()
    assert log == [("end",)]


def test_pause_and_resume():
    made, log = source("a", "b"), []

    def resume():
        log.append("resume")
        made.resume()

    @made.on("data")
    def data(chunk):
        log.append(chunk)
        made.pause()
        loop.timer(resume, 1)

    run()
    assert log[:3] == [b"a", "resume", b"b"]


def test_pipe():
    into, taken = sink()
    log = noted(into, "finish")
    assert source("a", "b").pipe(into) is into
    run()
    assert taken == [b"a", b"b"]
    assert log == [("finish",)]


def test_pipe_that_leaves_its_destination_open():
    into, taken = sink()
    log = noted(into, "finish")
    source("a").pipe(into, {"end": False})
    run()
    assert (taken, log) == ([b"a"], [])


def test_unpipe_of_one():
    (one, nothing), (two, all_of_it), made = sink(), sink(), source("a")
    log = noted(one, "unpipe")
    made.pipe(one)
    made.pipe(two)
    assert made.unpipe(one) is made
    run()
    assert (nothing, all_of_it) == ([], [b"a"])
    assert log == [("unpipe", made)]


def test_unpipe_of_all():
    (one, nothing), made = sink(), source("a")
    made.pipe(one)
    made.unpipe()
    log = noted(made, "data")
    run()
    assert (nothing, log) == ([], [("data", b"a")])


def test_unshift():
    made, seen = source("bc"), []
    made.once("readable", lambda: (made.unshift(b"a"), seen.append(made.read())))
    run()
    assert seen == [b"abc"]


def test_push():
    made = Readable({"highWaterMark": 3})
    made._read = lambda size: None
    assert [made.push("ab"), made.push(b"cd"), made.push(None)] == [True, False, False]
    log = noted(made, "data", "end")
    run()
    assert log == [("data", b"abcd"), ("end",)]


def test_push_with_an_encoding():
    made = Readable()
    made._read = lambda size: None
    made.push("6162", "hex")
    assert made.read() == b"ab"


def test_read_is_asked_for_as_much_as_fits():
    made, sizes = Readable(highWaterMark=7), []
    made._read = lambda size: (sizes.append(size), made.push(None))
    made.read(0)
    run()
    assert sizes == [7]


def test_high_water_mark_of_a_readable():
    made, asked = Readable(highWaterMark=2), []
    made._read = lambda size: (asked.append(size), made.push("x"))
    made.read(0)
    run()
    assert len(asked) == 2


def test_encoding_option():
    log = noted(source(b"ab", encoding="hex"), "data")
    run()
    assert log == [("data", "6162")]


def test_object_mode_of_a_readable():
    log = noted(source({"a": 1}, "text", 0, objectMode=True), "data")
    run()
    assert log == [("data", {"a": 1}), ("data", "text"), ("data", 0)]


# -- writing ---------------------------------------------------------------------------------------


def test_write():
    made, taken = sink()
    assert made.write("a") is True
    assert made.write(b"b") is True
    assert taken == [b"a", b"b"]


def test_write_with_encoding_and_callback():
    made, taken = sink()
    made.write("6162", "hex", lambda: taken.append("told"))
    run()
    assert taken == [b"ab", "told"]


def test_write_past_the_high_water_mark_and_drain():
    made = Writable({"highWaterMark": 3})
    made._write = lambda chunk, encoding, callback: loop.timer(callback, 1)
    log = noted(made, "drain")
    assert (made.write("ab"), made.write("c")) == (True, False)
    run()
    assert log == [("drain",)]


def test_end_and_finish():
    made, taken = sink()
    log = noted(made, "finish")
    made.write("a")
    made.end("b")
    run()
    assert (taken, log) == ([b"a", b"b"], [("finish",)])


def test_end_with_chunk_encoding_and_callback():
    made, taken = sink()
    made.end("6162", "hex", lambda: taken.append("finished"))
    run()
    assert taken == [b"ab", "finished"]


def test_error_of_a_write():
    made = Writable()
    made._write = lambda chunk, encoding, callback: callback(NodeError("no room"))
    log = []
    made.on("error", lambda error: log.append(error.message))
    made.write("x")
    run()
    assert log == ["no room"]


def test_object_mode_of_a_writable():
    made, taken = sink(objectMode=True)
    made.write({"a": 1})
    made.write(0)
    assert taken == [{"a": 1}, 0]


# -- both ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("options", "expected"), [({"allowHalfOpen": False}, [("finish",)]), ({}, [])])
def test_allow_half_open(options, expected):
    made = Duplex(options)
    made._read = lambda size: made.push(None)
    made._write = lambda chunk, encoding, callback: callback()
    log = noted(made, "finish")
    made.resume()
    run()
    assert log == expected


def test_two_sides():
    made, taken, left = Duplex(), [], ["out", None]
    made._read = lambda size: made.push(left.pop(0))
    made._write = lambda chunk, encoding, callback: (taken.append(chunk), callback())
    made.write("in")
    log = noted(made, "data")
    run()
    assert (taken, log) == ([b"in"], [("data", b"out")])


def test_transform_and_flush():
    made, given = Transform(), []

    def transform(chunk, encoding, callback):
        given.append((chunk, encoding))
        made.push(chunk.upper())
        callback(None, "!")

    made._transform = transform
    made._flush = lambda callback: (made.push("the end"), callback())
    log = noted(made, "data")
    made.end("quiet")
    run()
    assert given == [(b"quiet", "utf8")]
    assert b"".join(chunk for _, chunk in log) == b"QUIET!the end"


def test_transform_that_fails():
    made, log = Transform(), []
    made._transform = lambda chunk, encoding, callback: callback(NodeError("cannot"))
    made.on("error", lambda error: log.append(error.message))
    made.write("x")
    run()
    assert log == ["cannot"]


def test_finish_and_end_of_a_transform():
    made, log = PassThrough(), []
    watch(log, made, "finish", "end")
    made.resume()
    made.end("x")
    run()
    assert log == ["finish", "end"]
