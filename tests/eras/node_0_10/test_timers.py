"""`timers` of 0.10."""

import math
import time

import pytest
from nodecore.errors import NodeTypeError
from support import loop, run

from eras.node_0_10 import timers


def test_names():
    assert set(timers.__all__) == {
        f"{verb}{kind}" for verb in ("set", "clear") for kind in ("Timeout", "Interval", "Immediate")
    }


def test_timeout_with_arguments():
    log = []
    timers.setTimeout(lambda *args: log.append(args), 1, "a", "b")
    run()
    assert log == [("a", "b")]


def test_order():
    log = []
    timers.setTimeout(log.append, 8, "later")
    timers.setTimeout(log.append, 2, "soon")
    timers.setImmediate(log.append, "immediate")
    loop.next_tick(log.append, "tick")
    run()
    assert log == ["tick", "immediate", "soon", "later"]


def test_each_round_runs_one_immediate_and_what_is_due_comes_between():
    log = []

    def first():
        log.append("first")
        timers.setTimeout(log.append, 1, "timer")
        until = time.monotonic() + 0.004
        while time.monotonic() < until:
            pass

    timers.setImmediate(first)
    cleared = timers.setImmediate(log.append, "never")
    timers.setImmediate(timers.clearImmediate, cleared)
    timers.setImmediate(log.append, "last")
    timers.clearImmediate(cleared)
    run()
    assert log == ["first", "timer", "last"]


@pytest.mark.parametrize("delay", [0, -5, math.nan, None, "x", 2**31, math.inf])
def test_odd_delays_are_one_millisecond(delay):
    timeout = timers.setTimeout(lambda: None, delay)
    assert timeout._idleTimeout == 1
    run()


def test_longest_delay():
    timeout = timers.setTimeout(lambda: None, 2**31 - 1)
    assert timeout._idleTimeout == 2**31 - 1
    timers.clearTimeout(timeout)
    run()


def test_interval_ends_when_cleared():
    log = []

    def tick(value):
        log.append(value)
        if len(log) == 3:
            timers.clearInterval(interval)

    interval = timers.setInterval(tick, 1, "x")
    run()
    assert log == ["x"] * 3


def test_interval_that_throws_is_the_last():
    log = []

    def fail():
        log.append("called")
        raise ValueError

    timers.setInterval(fail, 1)
    loop.uncaught_listeners.append(lambda error: True)
    try:
        run()
    finally:
        loop.uncaught_listeners.pop()
    assert log == ["called"]


def test_what_clearing_ignores():
    log = []
    for clear in (timers.clearTimeout, timers.clearInterval, timers.clearImmediate):
        for nothing in (None, 5, "x", {}):
            clear(nothing)
    timers.clearInterval(timers.setTimeout(log.append, 1, "timeout"))
    run()
    assert log == ["timeout"]


def test_cleared_ones_do_not_fire():
    log = []
    timers.clearTimeout(timers.setTimeout(log.append, 1, "timeout"))
    timers.clearTimeout(timers.setInterval(log.append, 1, "interval"))
    timers.clearImmediate(timers.setImmediate(log.append, "immediate"))
    timers.setTimeout(log.append, 1, "closed").close()
    run()
    assert log == []


def test_unref_lets_the_program_end():
    log = []
    timeout = timers.setTimeout(log.append, 60000, "never")
    assert timeout.unref() is None
    run()
    assert log == []
    timeout.ref()
    timers.clearTimeout(timeout)
    run()


def test_what_is_no_function_fails_when_it_is_due():
    timers.setTimeout("x", 1)
    with pytest.raises(NodeTypeError, match="is not a function"):
        run()


def test_a_foreign_function_learns_its_timer():
    owners = []

    class Foreign:
        def listener_for(self, owner):
            owners.append(owner)
            return lambda: None

        def __call__(self):
            raise AssertionError("called without its timer")

    assert timers.setTimeout(Foreign(), 1) is owners[0]
    assert timers.setImmediate(Foreign()) is owners[1]
    run()
