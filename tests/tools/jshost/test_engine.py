"""The engine's traps: endless recursion, other greenlets, other threads."""

import gc
import threading

import gevent
import pytest
from eratools.jshost.engine import EngineMissing


def test_endless_recursion_is_a_range_error(world):
    source = (
        "var depth = 0; function r() { depth++; r(); } try { r(); } catch (e) { e instanceof RangeError }"
    )
    assert world.run(source)
    assert world.run("depth") > 500


def test_endless_recursion_that_calls_python_which_calls_javascript(world):
    """Each level enters the engine again and leaves it, which moves the mark it measures its stack from."""
    world.define("call", lambda f: f())
    source = """
    var depth = 0, nothing = function () {};
    function r() { depth++; call(nothing); r(); }
    try { r(); } catch (e) { e instanceof RangeError }
    """
    assert world.run(source)
    assert world.run("depth") > 500


def test_endless_recursion_through_both_languages(world):
    world.define("call", lambda f: f())
    assert world.run("function r() { call(r); } try { r(); } catch (e) { e instanceof RangeError }")
    assert world.run("1 + 1") == 2


def test_recursion_in_a_greenlet(world):
    job = gevent.spawn(world.run, "function r() { r(); } try { r(); } catch (e) { e instanceof RangeError }")
    assert job.get(timeout=60)


def test_another_greenlet_waits_until_the_first_has_left(world):
    inside, leave, order = gevent.event.Event(), gevent.event.Event(), []

    def park():
        inside.set()
        leave.wait()

    world.define("park", park)
    world.define("note", order.append)
    first = gevent.spawn(world.run, "park(); note('first')")
    inside.wait()
    second = gevent.spawn(world.run, "note('second')")
    third = gevent.spawn(world.run, "note('third')")
    gevent.idle()
    assert order == []
    leave.set()
    gevent.joinall([first, second, third], timeout=60, raise_error=True)
    assert order == ["first", "second", "third"]


def test_a_parked_greenlet_that_is_killed_leaves_the_engine_usable(world):
    inside = gevent.event.Event()

    def park():
        inside.set()
        gevent.event.Event().wait()

    world.define("park", park)
    job = gevent.spawn(world.run, "park()")
    inside.wait()
    job.kill()
    assert world.run("1 + 1") == 2


def test_objects_released_in_another_thread(world):
    held = [world.run("(function () {})") for _ in range(200)]
    thread = threading.Thread(target=lambda: (held.clear(), gc.collect()))
    thread.start()
    thread.join()
    assert world.run("1 + 1") == 2
    assert not world.bridge.engine.graveyard


def test_jobs_run_before_an_entry_ends(world):
    world.run("var order = []; Promise.resolve().then(() => order.push('job')); order.push('script')")
    assert world.run("order") == ["script", "job"]


def test_a_missing_engine_is_told_with_what_to_do(monkeypatch):
    import sys

    from eratools.jshost.engine import Engine

    monkeypatch.setitem(sys.modules, "quickjs", None)
    with pytest.raises(EngineMissing, match=r"pip install 'node-eras\[js\]'"):
        Engine()
