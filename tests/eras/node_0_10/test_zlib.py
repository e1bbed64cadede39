"""`zlib` in Python. What JavaScript sees of it is compared with the real one in compare/programs."""

import gzip
import zlib as standard_zlib

import pytest
from nodecore.loop import get_loop

from eras.node_0_10 import zlib
from eras.node_0_10.errors import NodeError


def whole(function, data):
    outcome = []
    function(data, lambda *result: outcome.extend(result))
    get_loop().run()
    return outcome


@pytest.mark.parametrize(
    ("there", "back"),
    [
        ("deflate", "inflate"),
        ("gzip", "gunzip"),
        ("deflateRaw", "inflateRaw"),
        ("gzip", "unzip"),
        ("deflate", "unzip"),
    ],
)
@pytest.mark.parametrize("data", [b"", b"hello", bytes(range(256)) * 4000], ids=len)
def test_there_and_back(there, back, data):
    error, packed = whole(getattr(zlib, there), data)
    assert error is None
    assert whole(getattr(zlib, back), packed) == [None, data]


def test_what_python_packed():
    assert whole(zlib.gunzip, gzip.compress(b"text")) == [None, b"text"]


def test_garbage():
    (error,) = whole(zlib.inflate, b"garbage")
    assert (error.message, error.errno, error.code) == ("incorrect header check", -3, "Z_DATA_ERROR")


def test_pieces_are_no_longer_than_a_chunk():
    _, packed = whole(zlib.deflate, b"x" * 100_000)
    pieces = []
    stream = zlib.createInflate({"chunkSize": 1000})
    stream.on("data", pieces.append)
    stream.end(packed)
    get_loop().run()
    assert {len(piece) for piece in pieces} == {1000}
    assert b"".join(pieces) == b"x" * 100_000


def test_flush_lets_out_what_was_written():
    pieces, stream = [], zlib.createGzip()
    stream.on("data", pieces.append)
    stream.write("written")
    stream.flush(lambda: pieces.append("flushed"))
    get_loop().run()
    assert pieces[-1] == "flushed"
    assert b"".join(pieces[:-1]).endswith(b"\0\0\xff\xff")


def test_reset_forgets():
    stream, pieces = zlib.createInflate(), []
    stream.on("data", pieces.append)
    _, packed = whole(zlib.deflate, b"hello")
    stream.write(packed[:5])
    get_loop().run()
    stream.reset()
    stream.end(packed)
    get_loop().run()
    assert b"".join(pieces).endswith(b"hello")


@pytest.mark.parametrize(
    "options", [{"level": 10}, {"windowBits": 7}, {"chunkSize": 1}, {"dictionary": "text"}]
)
def test_impossible_options(options):
    with pytest.raises(NodeError, match="Invalid"):
        zlib.createDeflate(options)


def test_a_small_file_that_holds_much_waits_for_its_reader():
    bomb = gzip.compress(bytes(50_000_000))
    stream = zlib.createGunzip()
    most, total = 0, 0

    def look():
        nonlocal most, total
        most = max(most, stream._readable_state.length)
        piece = stream.read(700_000) or stream.read()
        total += len(piece or b"")
        if total < 50_000_000:
            get_loop().immediate(look)

    stream.end(bomb)
    get_loop().immediate(look)
    get_loop().run()
    assert total == 50_000_000 and most <= 1_100_000


def test_a_flush_just_before_the_end_loses_nothing():
    stream, pieces = zlib.createDeflate(), []
    stream.on("data", pieces.append)
    stream.write(b"abc")
    stream.flush()
    stream.end(b"def")
    get_loop().run()
    assert standard_zlib.decompress(b"".join(pieces)) == b"abcdef"


@pytest.mark.parametrize("create", [name for name in dir(zlib) if name.startswith("create")])
def test_options_may_be_keywords(create):
    with pytest.raises(NodeError, match="chunk size: 1"):
        getattr(zlib, create)(chunkSize=1)
    getattr(zlib, create)(level=9).close()
