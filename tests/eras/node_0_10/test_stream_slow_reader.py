"""1 GiB through pipes to a slow reader: no more is made than it takes."""

import resource

import pytest
from support import loop, run

from eras.node_0_10 import stream

BLOCK = b"x" * 262_144
TOTAL = 1 << 30
EVERY = 512
"""The reader rests after so many chunks."""


class Source(stream.Readable):
    """So many blocks, made as they are asked for."""

    made = 0

    def _read(self, size):
        if self.made == TOTAL:
            self.push(None)
            return
        self.made += len(BLOCK)
        self.push(BLOCK)


class Slow(stream.Writable):
    """Counts what it takes, and how far the source is ahead."""

    def __init__(self, source):
        super().__init__()
        self.taken = self.chunks = self.most_ahead = 0
        self.source = source

    def _write(self, chunk, encoding, callback):
        self.taken += len(chunk)
        self.chunks += 1
        self.most_ahead = max(self.most_ahead, self.source.made - self.taken)
        if self.chunks % EVERY:
            callback()
        else:
            loop.timer(callback, 1)


def old_mode(source, sink):
    """Join the two as programs did before 0.10."""

    def data(chunk):
        if not sink.write(chunk):
            source.pause()

    source.on("data", data)
    sink.on("drain", source.resume)
    source.on("end", sink.end)


JOINS = {
    "pipe": lambda source, sink: source.pipe(sink),
    "through two others": lambda source, sink: (
        source.pipe(stream.PassThrough()).pipe(stream.PassThrough()).pipe(sink)
    ),
    "old mode": old_mode,
}


@pytest.mark.parametrize("join", JOINS.values(), ids=JOINS)
def test_no_more_is_made_than_is_taken(join):
    source = Source()
    sink = Slow(source)
    finished = []
    sink.on("finish", lambda: finished.append(sink.taken))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    join(source, sink)
    run()
    assert finished == [TOTAL]
    assert sink.most_ahead <= 16 * len(BLOCK)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 * 1024
