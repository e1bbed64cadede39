"""Bytes cross exactly: of any size, several at once, while others cross, with and without shared memory."""

import gevent
import pytest
from eratools.jshost import library
from eratools.jshost.engine import Engine
from eratools.jshost.passage import SIZE

from .conftest import World


def without_memory(_engine, _size):
    raise NotImplementedError


@pytest.fixture(params=["memory", "base64"])
def world(request, monkeypatch):
    if request.param == "base64":
        monkeypatch.setattr(Engine, "memory", without_memory)
    return World()


def pattern(size):
    return (bytes(range(251)) * (size // 251 + 1))[:size]


@pytest.mark.parametrize("size", [0, 1, 250, 65536, SIZE - 1, SIZE, SIZE + 1, 3 * SIZE])
def test_bytes_of_any_size_go_there_and_back(world, size):
    data = pattern(size)
    assert world.run("(bytes) => bytes.length")(data) == size
    assert world.run("(bytes) => bytes")(data) == data


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_every_kind_of_bytes_goes_there(world, kind):
    assert world.run("(bytes) => [bytes.length, bytes[2]]")(kind(b"\0\1\xff")) == [3, 255]


def test_a_view_of_wider_numbers_goes_there_as_its_bytes(world):
    assert world.run("(bytes) => bytes.length")(memoryview(b"abcdefgh").cast("I")) == 8


def test_several_cross_in_one_call(world):
    sizes = [3, SIZE // 2, 5, SIZE // 2, SIZE, 7]
    given = [pattern(size) for size in sizes]
    echo = world.run("(...all) => ({ all, first: all[0], wide: new Uint16Array([258, 3]) })")
    back = echo(*given)
    assert back["all"] == given
    assert back["first"] == given[0]
    assert back["wide"] == b"\x02\x01\x03\x00"


def test_what_arrived_stays_as_it_was(world):
    keep = world.run("var kept = []; (bytes) => { kept.push(bytes); }")
    for value in (b"one", b"two!", b"3"):
        keep(value)
    assert world.run("kept") == [b"one", b"two!", b"3"]


def test_a_getter_may_send_bytes_while_others_are_on_their_way(world):
    heard = []
    world.define("hear", lambda *values: heard.append(values) or b"answer")
    world.run(
        """
        const bytes = (value) => new Uint8Array([value, value]);
        hear(bytes(1), { a: bytes(2), get b() { return hear(bytes(3), bytes(4)); }, c: bytes(5) }, bytes(6));
        """
    )
    inner, outer = heard
    assert inner == (b"\3\3", b"\4\4")
    assert outer == (b"\1\1", {"a": b"\2\2", "b": b"answer", "c": b"\5\5"}, b"\6\6")


def test_who_waits_for_the_engine_finds_its_own_bytes(world):
    inside, leave = gevent.event.Event(), gevent.event.Event()

    def park(_bytes):
        inside.set()
        leave.wait()

    world.define("park", park)
    echo = world.run("(bytes) => bytes")
    first = gevent.spawn(world.run, "park(new Uint8Array([1, 2, 3]))")
    inside.wait()
    others = [gevent.spawn(echo, bytes([number] * 9)) for number in range(4)]
    gevent.idle()
    leave.set()
    assert [other.get(timeout=30) for other in others] == [bytes([number] * 9) for number in range(4)]
    first.get(timeout=30)


def test_an_engine_that_lacks_what_is_asked_of_its_library_takes_bytes_all_the_same(monkeypatch):
    monkeypatch.setitem(library._SIGNATURES, "JS_OfALaterVersion", (None, []))
    assert World().run("(bytes) => bytes")(b"bytes") == b"bytes"
