"""The stream states of the core: lazy state, bounds, and text at the borders of chunks."""

import tracemalloc

from nodecore.errors import NodeError
from nodecore.loop import get_loop
from nodecore.streams2 import Duplex, PassThrough, Readable, Transform, Writable


class Source(Readable):
    """A source that does not call the constructor and only gives what it is told to."""

    def __init__(self, *chunks):
        self.chunks = list(chunks)
        self.asked = 0

    def _read(self, size):
        self.asked += 1
        if self.chunks:
            self.push(self.chunks.pop(0))


class Sink(Writable):
    def __init__(self, **options):
        super().__init__(**options)
        self.taken = []

    def _write(self, chunk, encoding, callback):
        self.taken.append(chunk)
        callback()


def collect(stream, *events):
    log = []
    for event in events:
        stream.add_listener(event, lambda *args, event=event: log.append((event, *args)))
    return log


def run():
    get_loop().run()


def test_a_stream_nobody_reads_has_no_state():
    source = Source(b"a")
    source.add_listener("close", lambda: None)
    source.emit("close")
    assert source._readable_state is None
    assert source.asked == 0


def test_construction_allocates_nothing_but_the_object():
    class Bare(Readable):
        __slots__ = ()

        def __init__(self):
            pass

    Bare()
    tracemalloc.start()
    try:
        kept = [Bare() for _ in range(1000)]
        size, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size / len(kept) < 100


def test_push_tells_when_to_stop():
    source = Source()
    assert source.push(b"x" * 16383)
    assert not source.push(b"x")
    assert not source.push(b"x" * 100)
    assert len(source.read()) == 16484
    run()


def test_data_then_end():
    source = Source(b"a", b"b", None)
    log = collect(source, "data", "end")
    run()
    assert log == [("data", b"a"), ("data", b"b"), ("end",)]
    assert source.readable is False


def test_end_waits_for_a_reader():
    source = Source()
    source.push(b"a")
    source.push(None)
    log = collect(source, "end")
    run()
    assert log == []
    source.resume()
    run()
    assert log == [("end",)]


def test_set_encoding_decodes_across_chunks():
    source = Source()
    source.set_encoding("utf8")
    source.push("é€".encode()[:3])
    source.push("é€".encode()[3:])
    source.push(None)
    assert source.read() == "é€"
    run()


def test_what_came_before_set_encoding_stays_what_it_is():
    source = Source()
    source.push("é€".encode()[:3])
    source.set_encoding("utf8")
    assert source.read(2) == "é".encode()
    source.push("€".encode()[1:])
    assert source.read() == "\ufffd" * 3


def test_what_is_read_across_set_encoding_is_text():
    source = Source()
    source.push(b"ab")
    source.set_encoding("utf8")
    source.push(b"cd")
    assert source.read() == "abcd"


def test_text_that_is_put_back_is_read_as_it_is():
    source = Source()
    source.unshift("back")
    assert source.read(2) == "ba"
    source.push(b"!")
    assert source.read() == b"ck!"


def test_read_takes_parts_and_asks_for_more_than_the_mark():
    source = Source()
    for chunk in (b"abc", b"de", b"fgh"):
        source.push(chunk)
    assert source.read(4) == b"abcd"
    assert source.read(9) is None
    assert source.read() == b"efgh"
    run()


def test_unshift_comes_first():
    source = Source()
    source.push(b"b")
    source.unshift(b"a")
    assert source.read() == b"ab"
    run()


def test_pause_keeps_data_back():
    source = Source()
    log = collect(source, "data", "pause", "resume")
    source.push(b"a")
    source.pause()
    source.push(b"b")
    run()
    assert log == [("data", b"a"), ("pause",)]
    source.resume()
    run()
    assert log[2:] == [("resume",), ("data", b"b")]


def test_pipe_waits_for_drain_and_ends():
    waiting = []

    class Slow(Sink):
        def _write(self, chunk, encoding, callback):
            self.taken.append(chunk)
            waiting.append(callback)

    source, slow = Source(b"aa", b"bb", None), Slow(high_water_mark=1)
    log = collect(slow, "finish")
    assert source.pipe(slow) is slow
    run()
    assert slow.taken == [b"aa"]
    while waiting:
        waiting.pop()()
        run()
    assert b"".join(slow.taken) == b"aabb"
    assert log == [("finish",)]


def test_pipe_to_standard_output_never_ends_it():
    source, sink = Source(b"a", None), Sink()
    sink.is_standard_stream = True
    source.pipe(sink)
    run()
    assert sink.taken == [b"a"]
    assert not sink._writable_state.ended


def test_the_destination_behind_one_that_leaves_misses_the_chunk():
    """As ever: the real 0.10.15 goes by place through a list from which the failing one was just taken."""

    class Failing(Writable):
        def _write(self, chunk, encoding, callback):
            callback(NodeError("full"))

    source, failing, sink = Source(b"a", b"b", None), Failing(), Sink()
    errors = collect(failing, "error")
    source.pipe(failing)
    source.pipe(sink)
    run()
    assert [error.message for _, error in errors] == ["full"]
    assert b"".join(sink.taken) == b"b"


def test_write_callbacks_and_drain():
    sink = Sink(high_water_mark=2)
    log = collect(sink, "drain", "finish")
    assert not sink.write("é", None, lambda: log.append("written"))
    sink.end(lambda: log.append("ended"))
    run()
    assert sink.taken == ["é".encode()]
    assert log == [("finish",), ("drain",), "written", "ended"]


def test_writing_to_a_stream_without_constructor():
    class Lazy(Writable):
        def __init__(self):
            self.taken = []

        _write = Sink._write

    lazy = Lazy()
    assert lazy._writable_state is None
    assert lazy.write(b"a")
    run()
    assert lazy.taken == [b"a"]


def test_transform_and_flush():
    class Doubling(Transform):
        def _transform(self, chunk, encoding, callback):
            self.push(chunk)
            callback(None, chunk)

        def _flush(self, callback):
            self.push(b"!")
            callback()

    doubling = Doubling()
    log = collect(doubling, "data", "end")
    doubling.write(b"a")
    doubling.end(b"b")
    run()
    assert b"".join(entry[1] for entry in log[:-1]) == b"aabb!"
    assert log[-1] == ("end",)


def test_pass_through_bounds_what_it_holds():
    through = PassThrough()
    written = 0
    while through.write(b"x" * 1024):
        written += 1
    run()
    assert written < 64
    assert through._readable_state.length < 32 * 1024


def test_duplex_that_must_not_stay_half_open():
    class Both(Duplex):
        _read = Source._read
        _write = Sink._write

    both = Both(allow_half_open=False)
    both.asked, both.chunks, both.taken = 0, [None], []
    log = collect(both, "end", "finish")
    both.resume()
    run()
    assert log == [("end",), ("finish",)]


def test_reading_little_by_little_copies_little():
    source = Source()
    source.push(b"x" * 2_000_000)
    tracemalloc.start()
    try:
        for _ in range(50):
            assert source.read(3) == b"xxx"
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 100_000
    assert len(source.read()) == 2_000_000 - 150
    run()


def test_chunks_are_bytes_whatever_was_pushed_or_written():
    source, sink = Source(), Sink()
    mutable = bytearray(b"ab")
    source.push(mutable)
    source.push(memoryview(b"cd"))
    sink.write(mutable)
    mutable[0] = 0
    assert source.read(3) == b"abc"
    chunk = source.read()
    assert chunk == b"d"
    assert type(chunk) is bytes
    assert sink.taken == [b"ab"]
    run()
