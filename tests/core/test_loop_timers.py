"""Timers: by time and by age, of one kin, repeated, cancelled, and beside callbacks that block."""

from __future__ import annotations

import socket
import time

import gevent
from live import loop, run
from nodecore.loop import READ


def test_timers_fire_by_time_and_then_by_age(log):
    loop.timer(log.append, 12, "late")
    loop.timer(log.append, 2, "early")
    loop.timer(log.append, 2, "early too")
    run()
    assert log == ["early", "early too", "late"]


def test_timers_of_one_kin_are_called_before_the_ticks_of_any(log):
    def tell(name):
        log.append(name)
        loop.next_tick(log.append, f"{name} tick")

    for name, delay, kin in (
        ("a", 1, "x"),
        ("b", 1, None),
        ("c", 2, "x"),
        ("d", 2, "y"),
        ("gone", 2, "y"),
        ("e", 3, "y"),
    ):
        timer = loop.timer(tell, delay, name)
        timer.kin = kin
        if name == "gone":
            loop.timer(timer.cancel, 1)
    time.sleep(0.01)
    run()
    assert log == ["a", "c", "a tick", "c tick", "b", "b tick", "d", "e", "d tick", "e tick"]


def test_those_of_a_kin_behind_one_that_fails_are_called_in_a_tick(log, forgiving):
    def fail():
        loop.next_tick(log.append, "tick")
        raise ValueError

    loop.timer(fail, 1).kin = "x"
    loop.timer(log.append, 1, "kin").kin = "x"
    loop.timer(log.append, 2, "other")
    time.sleep(0.01)
    run()
    assert log == ["other", "tick", "kin"]


def test_a_timer_of_a_kin_that_blocks_does_not_hold_up_the_others(log):
    def block():
        gevent.sleep(0.02)
        log.append("blocked")

    loop.timer(block, 1).kin = "x"
    loop.timer(log.append, 1, "next").kin = "x"
    run()
    assert log == ["next", "blocked"]


def test_a_timer_counts_milliseconds_from_now_even_in_a_long_callback():
    fired = []

    def long_callback():
        time.sleep(0.03)
        started = time.monotonic()
        loop.timer(lambda: fired.append(time.monotonic() - started), 20)

    loop.call_soon(long_callback)
    run()
    assert fired[0] >= 0.019


def test_a_repeating_timer_repeats_until_it_is_cancelled(log):
    def tick():
        log.append(len(log))
        if len(log) == 4:
            timer.cancel()

    timer = loop.timer(tick, 1, repeat=1)
    run()
    assert log == [0, 1, 2, 3]
    assert not timer.active


def test_a_cancelled_timer_does_not_fire_even_when_it_is_due(log):
    def first():
        log.append("first")
        second.cancel()
        second.cancel()

    loop.timer(first, 1)
    second = loop.timer(log.append, 1, "second")
    third = loop.timer(log.append, 1, "third")
    loop.call_soon(time.sleep, 0.005)
    run()
    assert log == ["first", "third"]
    assert not third.active


def test_a_timer_started_again_fires_once_at_its_new_time(log):
    timer = loop.timer(log.append, 1, "again")
    timer.start(10)
    loop.timer(log.append, 5, "between")
    run()
    assert log == ["between", "again"]


def test_an_unrefed_timer_does_not_keep_the_loop_alive(log):
    unrefed = loop.timer(log.append, 60_000, "never").unref()
    loop.timer(log.append, 1, "soon")
    run()
    assert log == ["soon"]
    unrefed.ref()
    unrefed.unref().unref()
    run()
    unrefed.cancel()
    assert log == ["soon"]


def test_a_timer_refed_again_does(log):
    loop.timer(log.append, 3, "awaited").unref().ref()
    run()
    assert log == ["awaited"]


def test_timers_that_a_timer_adds_do_not_starve_the_rest(log):
    left, right = socket.socketpair()

    def spin():
        if not log:
            loop.timer(spin, 0)

    def readable():
        log.append("io")
        watcher.stop()

    watcher = loop.io(right.fileno(), READ)
    loop.watch(watcher, readable)
    spin()
    loop.timer(left.send, 2, b"x")
    run()
    left.close()
    right.close()
    assert log == ["io"]


def test_cancelled_timers_do_not_fill_the_heap(log):
    kept = [loop.timer(log.append, 2, number) for number in range(10)]
    for _ in range(10_000):
        loop.timer(log.append, 60_000, "never").cancel()
    assert len(loop.timers) < 200
    run()
    assert log == list(range(10))
    assert not any(timer.active for timer in kept)


def test_a_timer_that_blocks_does_not_hold_up_the_others(log):
    released = gevent.event.Event()

    def blocks():
        log.append("blocks")
        released.wait()
        log.append("goes on")

    def last():
        log.append("later")
        released.set()

    loop.timer(blocks, 1)
    loop.timer(log.append, 1, "same time")
    loop.timer(last, 5)
    run()
    assert log == ["blocks", "same time", "later", "goes on"]
