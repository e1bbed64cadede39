"""Objects of a finished exchange are released on both sides; what is still needed stays whole."""

# ruff: noqa: E501 (lines of JavaScript)

import gc
import os
import weakref

import pytest
from nodecore.emitter import Emitter

from .conftest import era_class


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@era_class
class Message(Emitter):
    emit = Emitter.emit

    def __init__(self, url="/"):
        self.url = url
        self.headers = {"host": "example.com"}

    def on(self, event, listener):
        self.add_listener(event, listener)
        return self


@era_class
class Response(Message):
    def __init__(self, request=None):
        super().__init__()
        self.request = request
        self.written = []

    def write(self, text):
        self.written.append(text)


SERVER = """
server.on('request', function (req, res) {
  req.res = res;
  res.context = { req: req, res: res };
  req.on('data', function (data) { res.write(data + req.url); });
  req.on('end', function () { res.write('end'); req.headers.back = req; });
  res.on('finish', function () { req.finished = res; });
});
"""


def exchange(server, url="/"):
    request = Message(url)
    response = Response(request)
    server.emit("request", request, response)
    request.emit("data", "chunk ")
    request.emit("end")
    response.emit("finish")
    assert response.written == ["chunk " + url, "end"]


def test_exchanges_with_cyclic_closures_leave_nothing_behind(world):
    server = Message()
    world.define("server", server)
    world.run(SERVER)
    for _ in range(3000):
        exchange(server)
    before = resident()
    for _ in range(9000):
        exchange(server)
    assert world.bridge.table.size < 8000
    assert resident() - before < 24 << 20
    world.sweep()
    gc.collect()
    assert world.bridge.table.size <= 2


def test_a_python_object_dies_when_both_sides_let_go(world):
    world.define("server", server := Message())
    world.run("var kept; server.on('m', function (m) { kept = m; m.on('x', function () { m; }); })")
    alive = weakref.ref(message := Message())
    server.emit("m", message)
    del message
    world.sweep()
    assert alive() is not None, "JavaScript still has it"
    world.run("kept = null")
    world.sweep()
    assert alive() is None


def test_what_a_program_put_on_an_object_lasts_as_long_as_python_has_it(world):
    message = Message()
    world.define("give", lambda: message)
    world.run(
        "(function () { var m = give(), calls = 0; m.mark = 7; m.on('x', function () { m.mark++; }); })()"
    )
    world.sweep()
    message.emit("x")
    world.sweep()
    assert world.run("give().mark") == 8


def test_a_weak_wrapper_is_strong_again_after_crossing(world):
    held = []
    world.define("keep", held.append)
    world.define("Message", Message)
    world.run("var m = new Message(); m.mark = 1")
    world.sweep()
    world.run("keep(m); m = undefined")
    world.sweep()
    held[0].on("x", print)
    assert world.run("(m) => m.mark")(held[0]) == 1


def test_objects_that_hold_each_other_in_python(world):
    class Pair(Message):
        def __init__(self):
            super().__init__()
            self.twin = Message()
            self.twin.twin = self

    era_class(Pair)
    world.define("server", server := Message())
    world.run(
        "var got = []; server.on('m', function (m) { m.mark = 1; m.twin.on('x', function () { got.push(m.mark); }); })"
    )
    alive = weakref.ref(pair := Pair())
    server.emit("m", pair)
    world.sweep()
    pair.twin.emit("x")
    assert world.run("got") == [1], "in use: what JavaScript put there is still there"
    del pair
    world.sweep()
    gc.collect()
    assert alive() is None


def test_one_of_a_tied_pair_keeps_the_other_whole(world):
    """Only JavaScript holds one of two objects that hold each other: the other's listeners must stay."""
    first, second = Message(), Message()
    first.peer, second.peer = second, first
    world.define("give", lambda: pair.pop())
    pair = [second, first]
    world.run(
        "var first = give(); (function () { var s = give(), n = 0; s.on('x', function () { first.count = ++n; }); })()"
    )
    del first, second
    world.sweep()
    gc.collect()
    python_first = world.run("first")
    python_first.peer.emit("x")
    assert world.run("first.count") == 1


def test_a_removed_listener_is_let_go(world):
    message = Message()
    world.define("message", message)
    world.run("""
    var registry = new FinalizationRegistry(function () { gone = true; }), gone = false;
    (function () { var f = function () {}; registry.register(f, 1); message.on('x', f); })()
    """)
    world.sweep()
    assert world.run("gone") is False
    message.remove_all_listeners()
    world.sweep()
    assert world.run("gone") is True


@pytest.mark.parametrize("count", [12000])
def test_many_long_lived_objects_are_not_visited_at_each_sweep(world, count):
    server = Message()
    world.define("server", server)
    world.run("server.on('m', function (m) { m.on('x', function () { m.seen = true; }); })")
    sockets = [Message() for _ in range(count)]
    for socket in sockets:
        server.emit("m", socket)
    table = world.bridge.table
    assert table.size >= count
    visited = []
    table._sweep_old = lambda: visited.append(1)
    for _ in range(2000):
        server.emit("m", Message())
    assert len(visited) <= 1
    sockets[0].emit("x")
    assert world.run("(m) => m.seen")(sockets[0])
