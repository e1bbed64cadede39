"""`events` of 0.10."""

import pytest
from nodecore.errors import NodeError, NodeTypeError

from eras.node_0_10 import events
from eras.node_0_10.events import EventEmitter
from eras.node_0_10.net import Socket


def test_names():
    assert events.__all__ == ["EventEmitter"]


def test_listeners_in_order_with_arguments():
    emitter, log = EventEmitter(), []
    assert emitter.on("x", lambda a, b: log.append(("first", a, b))) is emitter
    emitter.addListener("x", lambda a: log.append(("second", a)))
    emitter.on("x", lambda: log.append(("third",)))
    assert emitter.emit("x", 1, 2) is True
    assert log == [("first", 1, 2), ("second", 1), ("third",)]
    assert emitter.emit("y") is False


def test_once():
    emitter, log = EventEmitter(), []

    def listener(value):
        log.append(value)
        emitter.emit("x", value + 1)

    assert emitter.once("x", listener) is emitter
    emitter.emit("x", 1)
    assert log == [1]
    assert emitter.listeners("x") == []


def test_once_can_be_removed():
    emitter, log = EventEmitter(), []
    emitter.once("x", log.append)
    emitter.removeListener("x", log.append)
    emitter.emit("x", 1)
    assert log == []


def test_decorators():
    emitter, log = EventEmitter(), []

    @emitter.on("x")
    def always(value):
        log.append(("always", value))

    @emitter.once("x")
    def first(value):
        log.append(("first", value))

    emitter.emit("x", 1)
    emitter.emit("x", 2)
    assert log == [("always", 1), ("first", 1), ("always", 2)]
    assert emitter.listeners("x") == [always]


def test_the_last_of_equal_listeners_is_removed():
    emitter, log = EventEmitter(), []
    a, b = (lambda: log.append("a")), (lambda: log.append("b"))
    emitter.on("x", a).on("x", b).on("x", a).removeListener("x", a)
    emitter.emit("x")
    assert log == ["a", "b"]


def test_removal_during_an_emit_counts_for_the_next():
    emitter, log = EventEmitter(), []

    def first():
        log.append("first")
        emitter.removeListener("x", second)

    def second():
        log.append("second")

    emitter.on("x", first).on("x", second)
    emitter.emit("x")
    emitter.emit("x")
    assert log == ["first", "second", "first"]


def test_new_listener_and_remove_listener():
    emitter, log = EventEmitter(), []

    def a():
        pass

    def b():
        pass

    emitter.on("newListener", lambda event, f: log.append(("new", event, f, len(emitter.listeners(event)))))
    emitter.on(
        "removeListener", lambda event, f: log.append(("gone", event, f, len(emitter.listeners(event))))
    )
    del log[:]
    emitter.once("x", a)
    emitter.on("x", b)
    emitter.removeListener("x", a)
    emitter.removeListener("x", a)
    assert log == [("new", "x", a, 0), ("new", "x", b, 1), ("gone", "x", a, 1)]


def test_remove_all_listeners_tells_of_each_last_one_first():
    emitter, log = EventEmitter(), []

    def a():
        pass

    def b():
        pass

    emitter.on("removeListener", lambda event, f: log.append((event, f)))
    emitter.on("x", a).on("x", b).on("y", a)
    assert emitter.removeAllListeners("x") is emitter
    assert log == [("x", b), ("x", a)]
    emitter.on("x", a)
    emitter.removeAllListeners()
    assert log[2:] == [("x", a), ("y", a)]
    assert emitter.listeners("removeListener") == []


def test_remove_all_listeners_fails_over_an_event_that_has_none_any_more():
    emitter = EventEmitter()
    emitter.on("removeListener", print)
    emitter.on("x", print).removeListener("x", print)
    with pytest.raises(NodeTypeError, match="Cannot read property 'length' of undefined"):
        emitter.removeAllListeners()


def test_domain_is_none_outside_of_all():
    emitter = EventEmitter()
    assert emitter.domain is None
    emitter.domain = "example.org"  # no domain, and nobody's business
    assert emitter.domain == "example.org"


def test_max_listeners_as_programs_set_it(capsys):
    emitter = EventEmitter()
    assert emitter._maxListeners == 10
    emitter.setMaxListeners(0)
    assert emitter._maxListeners == 0
    emitter._maxListeners = 1
    emitter.on("x", print).on("x", print)
    assert "2 listeners added" in capsys.readouterr().err


def test_listener_count():
    emitter = EventEmitter()
    emitter.on("x", print).on("x", print)
    assert EventEmitter.listenerCount(emitter, "x") == 2
    assert EventEmitter.listenerCount(emitter, "y") == 0


def test_listeners_is_a_copy():
    emitter = EventEmitter()
    emitter.on("x", print)
    emitter.listeners("x").clear()
    assert emitter.listeners("x") == [print]
    assert EventEmitter.listenerCount(emitter, "x") == 1
    assert EventEmitter.listenerCount(emitter, "y") == 0


@pytest.mark.parametrize("method", ["on", "addListener", "once", "removeListener"])
@pytest.mark.parametrize("listener", [None, {}, 3])
def test_a_listener_is_a_function(method, listener):
    with pytest.raises(TypeError, match=r"^listener must be a function$"):
        getattr(EventEmitter(), method)("x", listener)


def test_error_that_nobody_hears():
    with pytest.raises(NodeError) as raised:
        EventEmitter().emit("error", NodeError("boo"))
    assert raised.value.message == "boo"
    assert raised.value.__notes__ == ["nobody listens to `error` of this EventEmitter: give `on` a listener"]
    for arguments in ((), ("text",), ({"a": 1},)):
        with pytest.raises(TypeError, match=r'^Uncaught, unspecified "error" event\.$'):
            EventEmitter().emit("error", *arguments)


def test_error_that_somebody_hears():
    emitter, log = EventEmitter(), []
    emitter.on("error", log.append)
    assert emitter.emit("error", "text")
    assert log == ["text"]


def test_leak_is_told_once_for_each_event(capsys):
    emitter = EventEmitter()
    for _ in range(12):
        emitter.on("x", print)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == (
        "(node) warning: possible EventEmitter memory leak detected. 11 listeners added. "
        "Use emitter.setMaxListeners() to increase limit."
    )
    assert lines[1] == "Trace"
    assert "test_leak_is_told_once_for_each_event" in lines[2]
    assert sum("warning" in line for line in lines) == 1


def test_a_leak_is_told_again_once_nobody_listened(capsys):
    emitter = EventEmitter()
    for forget in (lambda: emitter.removeListener("x", print), lambda: emitter.removeAllListeners("x")):
        for _ in range(11):
            emitter.on("x", print)
        assert "11 listeners added" in capsys.readouterr().err
        while emitter.listeners("x"):
            forget()


def test_the_listeners_that_a_socket_had_of_its_own_count_as_leaking(capsys):
    socket = Socket()
    for _ in range(9):
        socket.on("end", print)
    assert capsys.readouterr().err == ""
    socket.on("end", print)
    assert "11 listeners added" in capsys.readouterr().err


def test_set_max_listeners(capsys):
    emitter = EventEmitter()
    assert emitter.setMaxListeners(0) is None
    for _ in range(20):
        emitter.on("x", print)
    assert capsys.readouterr().err == ""
    emitter.setMaxListeners(1)
    emitter.on("y", print).on("y", print)
    assert "2 listeners added" in capsys.readouterr().err
    for wrong in (-1, "a", None):
        with pytest.raises(TypeError, match=r"^n must be a positive number$"):
            emitter.setMaxListeners(wrong)


def test_a_class_need_not_call_the_constructor():
    class Quiet(EventEmitter):
        def __init__(self):
            self.name = "quiet"

    quiet, log = Quiet(), []
    quiet.on("x", lambda: log.append("x"))
    quiet.emit("x")
    assert log == ["x"]
    assert Quiet()._events is None


def test_a_listener_that_throws_ends_the_emit():
    emitter = EventEmitter()
    emitter.on("x", lambda: 1 / 0).on("x", lambda: pytest.fail("called"))
    with pytest.raises(ZeroDivisionError):
        emitter.emit("x")
