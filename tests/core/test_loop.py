"""The loop: order of dispatch, runs, nested waits, errors and threads."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time

import gevent
import pytest
from live import in_thread, loop, run
from nodecore.loop import READ

# -- order ------------------------------------------------------------------------------------------------


def test_callbacks_run_in_the_order_they_were_queued(log):
    for number in range(5):
        loop.call_soon(log.append, number)
    run()
    assert log == [0, 1, 2, 3, 4]


def test_ticks_that_add_ticks_leave_others_their_turn_when_they_are_limited(log, monkeypatch):
    monkeypatch.setattr(loop, "tick_limit", 3)

    def tick(left):
        log.append((left, loop.tick_depth))
        if left:
            loop.next_tick(tick, left - 1)

    loop.call_soon(loop.next_tick, tick, 4)
    loop.call_soon(log.append, "other")
    run()
    assert log == [(4, 1), (3, 2), (2, 3), "other", (1, 1), (0, 2)]
    assert loop.tick_depth == 0


def test_next_ticks_run_after_each_callback_and_before_the_next(log):
    def callback(name):
        log.append(name)
        loop.next_tick(log.append, f"{name} tick")
        loop.next_tick(loop.next_tick, log.append, f"{name} tick of a tick")

    loop.call_soon(callback, "a")
    loop.call_soon(callback, "b")
    run()
    assert log == ["a", "a tick", "a tick of a tick", "b", "b tick", "b tick of a tick"]


def test_a_successor_comes_after_the_ticks_and_before_all_that_wait(log):
    def first():
        loop.call_soon(log.append, "soon")
        loop.next_tick(log.append, "tick")
        loop.call_next(log.append, "successor")
        log.append("first")

    loop.call_soon(first)
    loop.call_soon(log.append, "second")
    run()
    assert log == ["first", "tick", "successor", "second", "soon"]


def test_a_round_is_io_then_immediates_then_closings_then_timers(log):
    left, right = socket.socketpair()

    def everything():
        loop.call_on_close(log.append, "closing")
        loop.immediate(log.append, "immediate")
        loop.timer(log.append, 1, "timer")
        until = time.monotonic() + 0.004
        while time.monotonic() < until:
            pass
        watcher.stop()
        left.send(b"x")
        loop.watch(watcher, readable)
        loop.call_soon(log.append, "soon")
        loop.next_tick(log.append, "tick")

    def readable():
        log.append("io")
        watcher.stop()

    watcher = loop.io(right.fileno(), READ)
    loop.call_soon(everything)
    run()
    left.close()
    right.close()
    assert log == ["tick", "soon", "immediate", "closing", "timer", "io"]


def test_what_became_readable_first_is_told_first(log):
    pairs = [socket.socketpair() for _ in range(10)]
    watchers = []

    def readable(number):
        log.append(number)
        watchers[number].stop()

    for number, (_, right) in enumerate(pairs):
        watchers.append(loop.io(right.fileno(), READ))
        loop.watch(watchers[number], readable, number)
    for left, _ in pairs:
        left.send(b"x")
    run()
    for left, right in pairs:
        left.close()
        right.close()
    assert log == list(range(10))


def test_an_immediate_that_an_immediate_adds_waits_for_the_next_round(log):
    def first():
        log.append("first")
        loop.immediate(log.append, "added")
        loop.call_soon(log.append, "soon")

    loop.immediate(first)
    loop.immediate(log.append, "second")
    run()
    assert log == ["first", "second", "soon", "added"]


@pytest.mark.parametrize("queue", [loop.immediate, loop.call_on_close])
def test_io_gets_its_turn_before_what_an_immediate_or_a_closing_adds(log, queue):
    left, right = socket.socketpair()
    watcher = loop.io(right.fileno(), READ)

    def readable():
        watcher.stop()
        log.append("readable")

    def first():
        left.send(b"x")
        queue(log.append, "added")

    loop.watch(watcher, readable)
    queue(first)
    run()
    left.close()
    right.close()
    assert log == ["readable", "added"]


def test_a_cancelled_immediate_does_not_run(log):
    loop.immediate(log.append, "kept")
    loop.immediate(log.append, "cancelled").cancel()
    run()
    assert log == ["kept"]


def test_behind_what_fails_the_ticks_wait_for_the_next_callback(log, forgiving):
    def fail(name):
        loop.next_tick(log.append, f"{name} tick")
        raise ValueError

    loop.call_soon(fail, "a")
    loop.call_soon(fail, "b")
    loop.call_soon(log.append, "c")
    loop.call_soon(log.append, "d")
    run()
    assert log == ["c", "a tick", "b tick", "d"]


def test_behind_a_tick_that_fails_the_others_wait_too(log, forgiving):
    def fail():
        loop.next_tick(log.append, "inner")
        raise ValueError

    loop.call_soon(loop.next_tick, fail)
    loop.call_soon(log.append, "callback")
    run()
    loop.call_soon(loop.next_tick, fail)
    run()
    assert log == ["callback", "inner", "inner"]


# -- running ----------------------------------------------------------------------------------------------


def test_run_returns_at_once_when_there_is_nothing_to_do():
    run()


def test_run_can_run_again(log):
    loop.timer(log.append, 1, "first")
    run()
    loop.call_soon(log.append, "second")
    run()
    assert log == ["first", "second"]


def test_run_belongs_to_the_main_greenlet():
    with pytest.raises(RuntimeError, match="main greenlet"):
        gevent.spawn(loop.run).get()


def test_run_cannot_be_called_from_a_callback():
    def nested():
        with pytest.raises(RuntimeError):
            loop.run()

    loop.call_soon(nested)
    run()


def test_exit_listeners_are_called_in_order_and_may_add_work(log):
    def at_exit():
        log.append("exit")
        if log.count("exit") == 1:
            loop.timer(log.append, 1, "one more")

    loop.exit_listeners += [at_exit, lambda: log.append("second listener")]
    try:
        run()
    finally:
        loop.exit_listeners.clear()
    assert log == ["exit", "second listener", "one more", "exit", "second listener"]


def test_what_an_exit_listener_raises_is_uncaught(log, forgiving):
    def fail():
        raise ValueError("at exit")

    loop.exit_listeners += [fail, lambda: log.append("second listener")]
    try:
        run()
        loop.uncaught_listeners.clear()
        with pytest.raises(ValueError, match="at exit"):
            run()
    finally:
        loop.exit_listeners.clear()
    assert log == ["second listener", "second listener"]


def test_an_exit_listener_may_start_io(log):
    left, right = socket.socketpair()
    watcher = loop.io(right.fileno(), READ)

    def readable():
        log.append(right.recv(1))
        watcher.stop()

    def at_exit():
        if not log:
            loop.watch(watcher, readable)
            left.send(b"x")

    loop.exit_listeners.append(at_exit)
    try:
        run()
    finally:
        loop.exit_listeners.clear()
        left.close()
        right.close()
    assert log == [b"x"]


def test_stop_ends_run_and_what_is_queued_survives(log):
    def callback():
        loop.stop()
        loop.stop(ValueError("comes too late"))

    loop.call_soon(callback)
    loop.call_soon(log.append, "later")
    run()
    assert log == []
    run()
    assert log == ["later"]


def test_stop_without_a_run_does_nothing(log):
    loop.stop(ValueError())
    loop.call_soon(log.append, "runs")
    run()
    assert log == ["runs"]


def test_an_exception_leaves_run_and_the_rest_of_the_queue_survives(log):
    def fails():
        loop.next_tick(log.append, "its tick")
        raise ValueError("nobody catches this")

    loop.call_soon(fails)
    loop.call_soon(log.append, "next callback")
    loop.timer(log.append, 1, "timer")
    with pytest.raises(ValueError, match="nobody catches this"):
        run()
    assert log == []
    run()
    assert log == ["its tick", "next callback", "timer"]


def test_the_first_of_two_failures_is_the_one_that_leaves_run():
    def outer():
        loop.call_soon(fails)
        loop.run_until(lambda: False)
        raise ValueError("a consequence")

    def fails():
        raise KeyError("the cause")

    loop.call_soon(outer)
    with pytest.raises(KeyError, match="the cause"):
        run()
    run()


@pytest.mark.parametrize("how", ["next_tick", "immediate", "call_on_close"])
def test_an_exception_of_any_kind_of_callback_leaves_run(how):
    def fails():
        raise ValueError(how)

    getattr(loop, how)(fails)
    with pytest.raises(ValueError, match=how):
        run()


def test_uncaught_listeners_are_asked_in_order_until_one_has_handled_it(log):
    def fails():
        raise ValueError("uncaught")

    def not_mine(error):
        log.append("not mine")
        return False

    def mine(error):
        log.append(str(error))
        return True

    loop.uncaught_listeners += [not_mine, mine, not_mine]
    try:
        loop.call_soon(fails)
        loop.call_soon(log.append, "goes on")
        run()
    finally:
        loop.uncaught_listeners.clear()
    assert log == ["not mine", "uncaught", "goes on"]


def test_an_uncaught_listener_that_fails_ends_the_run_with_its_own_error():
    def fails():
        raise ValueError

    def fails_too(error):
        raise KeyError("in the listener")

    loop.uncaught_listeners.append(fails_too)
    try:
        loop.call_soon(fails)
        with pytest.raises(KeyError, match="in the listener"):
            run()
    finally:
        loop.uncaught_listeners.clear()


def test_system_exit_is_never_offered_to_uncaught_listeners(log):
    loop.uncaught_listeners.append(log.append)
    try:
        loop.call_soon(sys.exit, 3)
        with pytest.raises(SystemExit):
            run()
    finally:
        loop.uncaught_listeners.clear()
    assert log == []


def test_without_a_run_an_error_is_reported_and_dispatch_goes_on():
    program = (
        "import gevent\nfrom nodecore.loop import get_loop\nloop = get_loop()\n"
        "loop.call_soon(lambda: 1 / 0)\nloop.call_soon(print, 'goes on')\ngevent.sleep(0.01)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.stdout == "goes on\n"
    assert "ZeroDivisionError" in done.stderr


# -- nested dispatch --------------------------------------------------------------------------------------


def wait_nested(log, depth):
    """Wait `depth` times in one another; what ends the outermost wait comes first."""
    flags = [False] * depth

    def enter(level):
        if level == depth:
            for number in range(depth):
                loop.call_soon(fulfil, number)
            return
        loop.call_soon(enter, level + 1)
        loop.run_until(lambda: flags[level])
        log.append(level)

    def fulfil(number):
        flags[number] = True

    return lambda: enter(0)


def test_waits_nest_twenty_deep_and_unwind_last_in_first_out(log):
    loop.call_soon(wait_nested(log, 20))
    run()
    assert log == list(range(19, -1, -1))


def test_waits_nest_in_the_main_greenlet_before_run(log):
    wait_nested(log, 20)()
    assert log == list(range(19, -1, -1))
    loop.call_soon(log.append, "still works")
    run()
    assert log[-1] == "still works"


def test_a_wait_dispatches_everything_else_meanwhile(log):
    def waits():
        loop.timer(log.append, 3, "timer")
        loop.immediate(log.append, "immediate")
        loop.next_tick(log.append, "tick")
        loop.call_soon(log.append, "callback")
        loop.run_until(lambda: "timer" in log)
        log.append("after")

    loop.call_soon(waits)
    run()
    assert log == ["tick", "callback", "immediate", "timer", "after"]


def test_wake_makes_a_wait_look_again(log):
    done = []

    def from_outside():
        done.append(True)
        loop.wake()

    def waits():
        loop.run_until(lambda: bool(done))
        log.append("woken")

    loop.call_soon(waits)
    gevent.spawn_later(0.005, from_outside)
    run()
    assert log == ["woken"]


def test_a_wait_that_is_fulfilled_does_not_dispatch(log):
    loop.call_soon(log.append, "later")
    loop.run_until(lambda: True)
    assert log == []
    run()


# -- blocking callbacks -----------------------------------------------------------------------------------


def test_a_callback_that_blocks_lets_the_others_run(log):
    released = gevent.event.Event()

    def blocks():
        loop.next_tick(log.append, "tick of the blocked")
        released.wait()
        log.append("released")

    loop.call_soon(blocks)
    loop.call_soon(log.append, "other")
    loop.timer(released.set, 2)
    run()
    assert log == ["tick of the blocked", "other", "released"]


def test_a_hundred_callbacks_may_block_at_once(log):
    released = gevent.event.Event()

    def blocks(number):
        released.wait()
        log.append(number)

    for number in range(100):
        loop.call_soon(blocks, number)
    loop.timer(released.set, 2)
    run()
    assert sorted(log) == list(range(100))
    assert len(loop._idle) <= 64


# -- threads, signals, children, files --------------------------------------------------------------------


def test_in_thread_gives_the_value(log):
    loop.in_thread(lambda a, b: a + b, 1, 2, done=lambda *outcome: log.append(outcome))
    run()
    assert log == [(None, 3)]


def test_in_thread_gives_the_error_and_prints_nothing(log, capfd):
    loop.in_thread(os.stat, "/no/such/file", done=lambda *outcome: log.append(outcome))
    run()
    [(error, value)] = log
    assert isinstance(error, FileNotFoundError)
    assert value is None
    assert capfd.readouterr().err == ""


def test_in_thread_does_not_hold_up_the_loop(log):
    left, right = socket.socketpair()

    def blocks():
        return right.recv(1)

    in_thread(blocks, then=log.append)
    loop.call_soon(log.append, "meanwhile")
    loop.timer(left.send, 2, b"x")
    run()
    left.close()
    right.close()
    assert log == ["meanwhile", b"x"]


def test_a_signal_watcher_fires_and_keeps_nothing_alive(log):
    watcher = loop.signal(signal.SIGUSR1)
    loop.watch(watcher, log.append, "signal")
    loop.timer(os.kill, 1, os.getpid(), signal.SIGUSR1)
    loop.timer(log.append, 10, "timer")
    run()
    watcher.stop()
    assert log == ["signal", "timer"]


def test_a_child_watcher_knows_how_the_child_ended(log):
    child = subprocess.Popen([sys.executable, "-c", "import sys; sys.exit(7)"])
    watcher = loop.child(child.pid)

    def ended():
        log.append(os.waitstatus_to_exitcode(watcher.rstatus))
        watcher.stop()

    loop.watch(watcher, ended)
    run()
    child.returncode = 7
    assert log == [7]


def test_a_stat_watcher_notices_a_change(log, tmp_path):
    path = tmp_path / "watched"
    path.write_text("before")
    watcher = loop.stat(str(path), 100)

    def changed():
        log.append(path.read_text())
        watcher.stop()

    loop.watch(watcher, changed)
    loop.timer(path.write_text, 1, "after, and longer")
    run()
    assert log == ["after, and longer"]
