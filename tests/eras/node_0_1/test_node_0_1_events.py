"""`process.EventEmitter` of 0.1."""

from eras.node_0_1 import process


def test_listeners_are_called_in_order_with_the_arguments():
    emitter = process.EventEmitter()
    seen = []
    emitter.addListener("e", lambda a, b: seen.append(("first", a, b)))
    emitter.addListener("e", lambda a: seen.append(("second", a)))
    emitter.addListener("e", lambda: seen.append(("third",)))
    emitter.emit("e", 1, 2)
    assert seen == [("first", 1, 2), ("second", 1), ("third",)]


def test_new_listener_comes_before_the_listener_is_added():
    emitter = process.EventEmitter()
    seen = []

    def listener():
        pass

    emitter.addListener(
        "newListener", lambda event, f: seen.append((event, f, list(emitter.listeners(event))))
    )
    emitter.addListener("e", listener)
    assert seen == [("e", listener, [])]


def test_what_is_no_function_is_ignored():
    emitter = process.EventEmitter()
    emitter.addListener("e", "no function")
    emitter.addListener("e", None)
    assert emitter.listeners("e") == []


def test_add_listener_without_a_listener_decorates():
    emitter = process.EventEmitter()
    seen = []

    @emitter.addListener("e")
    def listener(value):
        seen.append(value)

    emitter.emit("e", 5)
    assert seen == [5]
    assert emitter.listeners("e") == [listener]


def test_removing_an_unknown_listener_does_nothing():
    emitter = process.EventEmitter()
    emitter.removeListener("e", len)
    emitter.addListener("e", print)
    emitter.removeListener("e", len)
    assert emitter.listeners("e") == [print]


def test_the_first_of_equal_listeners_is_removed():
    emitter = process.EventEmitter()

    def a():
        pass

    def b():
        pass

    for listener in (a, b, a):
        emitter.addListener("e", listener)
    emitter.removeListener("e", a)
    assert emitter.listeners("e") == [b, a]


def test_the_listeners_array_is_live():
    emitter = process.EventEmitter()
    seen = []
    array = emitter.listeners("e")
    emitter.addListener("e", lambda: seen.append("added"))
    array.append(lambda: seen.append("appended"))
    emitter.emit("e")
    array.clear()
    emitter.emit("e")
    assert seen == ["added", "appended"]


def test_the_array_stays_live_after_the_last_listener_was_removed():
    emitter = process.EventEmitter()
    array = emitter.listeners("e")
    emitter.addListener("e", print)
    emitter.removeListener("e", print)
    emitter.addListener("e", len)
    assert array == [len]


def test_an_unheard_error_is_nobodys():
    assert not process.EventEmitter().emit("error", ValueError("unheard"))
