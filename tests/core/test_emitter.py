"""The emitter: listeners of any shape, changes during an emit, once, and errors nobody hears."""

from __future__ import annotations

import functools
import gc
import time
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nodecore.emitter import Emitter, UnhandledError, adapt, positional_bounds


@pytest.fixture
def log():
    return []


@pytest.fixture
def emitter():
    return Emitter()


class Known(Emitter):
    """Declares how many arguments its event has."""

    event_arity = {"pair": 2}


class Owner:
    def __init__(self, log):
        self.log = log

    def hear(self, value):
        self.log.append(value)

    def __call__(self, first, second):
        self.log.append((first, second))

    @staticmethod
    def one_of_class(log):
        log.append("static")


# -- listeners of any shape -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [Emitter, Known])
@pytest.mark.parametrize(
    ("listener", "heard"),
    [
        (lambda log: lambda: log.append(()), ()),
        (lambda log: lambda a: log.append((a,)), (1,)),
        (lambda log: lambda a, b: log.append((a, b)), (1, 2)),
        (lambda log: lambda a, b=None: log.append((a, b)), (1, 2)),
        (lambda log: lambda *args: log.append(args), (1, 2)),
        (lambda log: lambda a, *rest: log.append((a, rest)), (1, (2,))),
        (lambda log: lambda a, *, key="k": log.append((a, key)), (1, "k")),
        (lambda log: Owner(log).hear, 1),
        (lambda log: Owner(log), (1, 2)),
        (lambda log: functools.partial(lambda x, a: log.append((x, a)), 0), (0, 1)),
        (lambda log: functools.partial(lambda x, a, b: log.append((x, a, b)), 0), (0, 1, 2)),
        (lambda log: functools.partial(lambda a, b: log.append((a, b)), b=9), (1, 9)),
        (lambda log: log.append, 1),
        (lambda log: functools.wraps(Owner.hear)(lambda *args: log.append(args)), (1, 2)),
    ],
)
def test_a_listener_takes_as_many_arguments_as_it_likes(kind, listener, heard, log):
    emitter = kind()
    emitter.add_listener("pair", listener(log))
    emitter.emit("pair", 1, 2)
    assert log == [heard]


def test_arguments_that_are_missing_are_none(emitter, log):
    emitter.add_listener("event", lambda a, b, c="default": log.append((a, b, c)))
    emitter.add_listener("event", lambda a: log.append(a))
    emitter.add_listener("event", lambda a, *rest: log.append((a, rest)))
    emitter.emit("event")
    assert log == [(None, None, "default"), None, (None, ())]


def test_a_listener_is_adapted_once_when_it_is_added(emitter, log):
    class Foreign:
        def listener_for(self, emitter):
            log.append(("asked", emitter))
            return lambda *args: log.append(args)

        __call__ = None

    emitter.add_listener("event", Foreign())
    emitter.emit("event", 1)
    emitter.emit("event", 2, 3)
    assert log == [("asked", emitter), (1,), (2, 3)]


def test_a_foreign_listener_is_asked_also_for_once(emitter, log):
    class Foreign:
        def listener_for(self, emitter):
            return lambda *args: log.append((emitter, *args))

    foreign = Foreign()
    emitter.listen_once("event", foreign)
    emitter.emit("event", 1)
    emitter.emit("event", 2)
    assert log == [(emitter, 1)]


@pytest.mark.parametrize(
    ("function", "bounds"),
    [
        (lambda: None, (0, 0)),
        (lambda a, b=1: None, (1, 2)),
        (lambda *args: None, None),
        (Owner([]).hear, (1, 1)),
        (Owner.one_of_class, (1, 1)),
        (staticmethod(Owner.one_of_class), (1, 1)),
        (print, None),
        (functools.wraps(lambda a, b: None)(lambda *args: None), (2, 2)),
    ],
)
def test_bounds(function, bounds):
    assert positional_bounds(function) == bounds


def test_a_listener_that_fits_is_called_without_a_wrapper():
    def listener(a, b):
        pass

    assert adapt(listener, Known(), 2) is listener
    assert adapt(print, None) is print


# -- order and change -------------------------------------------------------------------------------------


def test_listeners_are_called_in_the_order_they_were_added(emitter, log):
    emitter.add_listener("event", lambda: log.append("a"))
    emitter.add_listener("event", lambda: log.append("b"))
    emitter.add_listener("event", lambda: log.append("first"), first=True)
    assert emitter.emit("event") is True
    assert log == ["first", "a", "b"]
    assert emitter.listener_count("event") == 3


def test_emit_tells_whether_anybody_listened(emitter):
    assert emitter.emit("event") is False
    assert emitter.listener_count("event") == 0
    assert emitter._events is None


def test_what_is_added_during_an_emit_is_called_by_the_next(emitter, log):
    def adds():
        log.append("adds")
        emitter.add_listener("event", lambda: log.append("added"))

    emitter.add_listener("event", adds)
    emitter.emit("event")
    assert log == ["adds"]
    emitter.emit("event")
    assert log == ["adds", "adds", "added"]


def test_what_is_removed_during_an_emit_is_still_called_by_it(emitter, log):
    def removes():
        emitter.remove_listener("event", second)

    def second():
        log.append("second")

    emitter.add_listener("event", removes)
    emitter.add_listener("event", second)
    emitter.emit("event")
    emitter.emit("event")
    assert log == ["second"]


def test_the_last_added_of_equal_listeners_is_removed(emitter, log):
    hear = functools.partial(log.append, "equal")
    emitter.add_listener("event", hear)
    emitter.add_listener("event", lambda: log.append("between"))
    emitter.add_listener("event", hear)
    assert emitter.remove_listener("event", hear)
    emitter.emit("event")
    assert log == ["equal", "between"]


def test_a_bound_method_is_removed_by_another_of_the_same(emitter, log):
    owner = Owner(log)
    emitter.add_listener("event", owner.hear)
    assert emitter.remove_listener("event", owner.hear)
    assert not emitter.remove_listener("event", owner.hear)
    assert emitter.emit("event", 1) is False


def test_removing_all_of_one_event_or_of_every_event(emitter):
    for event in ("a", "b", "c"):
        emitter.add_listener(event, print)
    emitter.remove_all_listeners("a")
    assert [emitter.listener_count(event) for event in "abc"] == [0, 1, 1]
    emitter.remove_all_listeners()
    assert [emitter.listener_count(event) for event in "abc"] == [0, 0, 0]
    Emitter().remove_all_listeners()


def test_new_listener_is_told_before_the_listener_is_added(emitter, log):
    def told(event, listener):
        log.append((event, listener, emitter.listener_count("event")))

    emitter.add_listener("newListener", told)
    emitter.add_listener("event", print)
    emitter.listen_once("event", len)
    assert log == [("event", print, 0), ("event", len, 1)]


def test_an_error_in_a_listener_leaves_emit_and_the_rest_are_not_called(emitter, log):
    emitter.add_listener("event", lambda: 1 / 0)
    emitter.add_listener("event", lambda: log.append("not reached"))
    with pytest.raises(ZeroDivisionError):
        emitter.emit("event")
    assert log == []


# -- once -------------------------------------------------------------------------------------------------


def test_once_is_removed_before_it_is_called(emitter, log):
    def listener(value):
        log.append((value, emitter.listener_count("event")))
        emitter.emit("event", "again")

    emitter.listen_once("event", listener)
    emitter.emit("event", 1)
    assert log == [(1, 0)]


def test_once_can_be_removed_by_what_it_wraps(emitter, log):
    emitter.listen_once("event", log.append)
    assert emitter.remove_listener("event", log.append)
    emitter.emit("event", 1)
    assert log == []


def test_a_once_listener_that_never_was_called_does_not_keep_its_emitter():
    emitter = Emitter()
    emitter.listen_once("x", lambda: None)
    alive = weakref.ref(emitter)
    gc.disable()
    try:
        del emitter
        assert alive() is None
    finally:
        gc.enable()


def test_a_once_listener_is_called_once_also_without_its_emitter(log):
    emitter = Emitter()
    once = emitter.listen_once("x", lambda: log.append("called"))
    del emitter
    once()
    once()
    assert log == ["called"]


def test_nested_emits_call_a_once_listener_only_once(emitter, log):
    emitter.add_listener("event", lambda depth: depth and emitter.emit("event", 0))
    emitter.listen_once("event", log.append)
    emitter.emit("event", 1)
    assert log == [0]


# -- the live list ----------------------------------------------------------------------------------------


def test_changing_the_list_of_listeners_changes_what_is_called(emitter, log):
    emitter.add_listener("event", lambda: log.append("a"))
    listeners = emitter.listeners("event")
    listeners.append(lambda value: log.append(value))
    listeners.insert(0, lambda: log.append("first"))
    emitter.emit("event", "last")
    assert log == ["first", "a", "last"]
    log.clear()
    listeners.reverse()
    del listeners[0]
    emitter.emit("event")
    assert log == ["a", "first"]
    listeners.clear()
    assert emitter.emit("event") is False


def test_the_list_of_an_event_without_listeners_is_live_too(emitter, log):
    emitter.listeners("event").append(log.append)
    emitter.emit("event", "heard")
    assert log == ["heard"]


def test_adding_after_a_change_of_the_list(emitter, log):
    emitter.listeners("event").append(lambda: log.append("a"))
    emitter.add_listener("event", lambda: log.append("b"))
    emitter.listeners("event")[0] = lambda: log.append("c")
    emitter.emit("event", 1)
    assert log == ["c", "b"]


def test_a_new_listener_never_inherits_the_adapter_of_a_dead_one(emitter, log):
    """A listener made where a removed one was may get its `id`."""
    emitter.add_listener("event", lambda: log.append("dead"))
    for number in range(200):
        emitter.listeners("event").pop()
        emitter.listeners("event").append(lambda number=number: log.append(number))
    emitter.emit("event", "alive")
    assert log == ["alive"]


# -- fewer arguments than an event has ---------------------------------------------------------------------


def test_whoever_gets_fewer_arguments_than_the_event_has_gets_none(log):
    emitter = Known()
    emitter.add_listener("pair", lambda *args: log.append(args))
    emitter.add_listener("pair", lambda a, b: log.append((a, b)))
    emitter.add_listener("pair", functools.partial(lambda a, b: log.append([a, b])))
    emitter.listen_once("pair", lambda a, b: log.append((a, b, "once")))
    emitter.add_listener("pair", lambda a: log.append((a,)))
    emitter.emit("pair", 1)
    assert log == [(1,), (1, None), [1, None], (1, None, "once"), (1,)]
    log.clear()
    assert emitter.emit("pair")
    assert log == [(), (None, None), [None, None], (None,)]


@pytest.mark.parametrize("args", [(), (1,), (1, 2)])
def test_a_type_error_inside_a_listener_stays_one(args, log):
    emitter = Known()

    def listener(first, second):
        log.append(first)
        return len(first) + second

    emitter.add_listener("pair", listener)
    with pytest.raises(TypeError, match="has no len"):
        emitter.emit("pair", *args)
    assert len(log) == 1


def test_a_number_names_an_event_as_its_digits_do(emitter, log):
    emitter.add_listener("5", log.append)
    assert emitter.emit(5, "heard")
    assert log == ["heard"]


# -- errors -----------------------------------------------------------------------------------------------


def test_an_error_nobody_hears_is_raised(emitter):
    with pytest.raises(ValueError, match="told"):
        emitter.emit("error", ValueError("told"))


@pytest.mark.parametrize(("args", "message"), [((), "unspecified"), (("text",), "text")])
def test_an_error_that_is_no_exception_is_wrapped(emitter, args, message):
    with pytest.raises(UnhandledError, match=message):
        emitter.emit("error", *args)


def test_an_error_somebody_hears_is_not_raised(emitter, log):
    emitter.add_listener("error", log.append)
    error = ValueError()
    emitter.emit("error", error)
    assert log == [error]
    emitter.remove_listener("error", log.append)
    with pytest.raises(ValueError):
        emitter.emit("error", error)


# -- many listeners ---------------------------------------------------------------------------------------

_CHANGE = st.sampled_from(["add", "first", "remove", "emit", "outside"])


@given(st.integers(0, 150), st.lists(st.tuples(_CHANGE, st.integers(0, 200)), max_size=60))
def test_however_many_there_are_and_however_they_change_an_emit_calls_them_in_order(count, changes):
    emitter, log = Emitter(), []
    listeners = [functools.partial(log.append, number) for number in range(count)]
    for listener in listeners:
        emitter.add_listener("event", listener)
    model = list(listeners)
    for what, number in [*changes, ("emit", 0)]:
        listener = functools.partial(log.append, (what, number))
        if what == "emit":
            log.clear()
            emitter.emit("event")
            assert log == [one.args[0] for one in model]
        elif what == "remove" and model:
            emitter.remove_listener("event", model.pop(number % len(model)))
        elif what == "outside":
            emitter.listeners("event").append(listener)
            model.append(listener)
        elif what != "remove":
            emitter.add_listener("event", listener, first=what == "first")
            model.insert(0 if what == "first" else len(model), listener)


def test_the_work_of_adding_a_listener_does_not_grow_with_their_number():
    def nothing():
        pass

    def seconds(count):
        emitter = Emitter()
        start = time.thread_time()
        for _ in range(count):
            emitter.add_listener("event", nothing)
        return time.thread_time() - start

    gc.disable()  # how much there is to look through is not the emitter's
    try:
        few, many = (min(seconds(count) for _ in range(3)) for count in (4_000, 40_000))
    finally:
        gc.enable()
    assert many < 50 * max(few, 0.002)
