"""`process.Promise` of 0.1."""

import pytest
from nodecore.loop import get_loop

from eras.node_0_1 import process, setTimeout


def outcomes(promise):
    seen = []
    promise.addCallback(lambda *args: seen.append(("success", *args)))
    promise.addErrback(lambda *args: seen.append(("error", *args)))
    promise.addCancelback(lambda *args: seen.append(("cancel", *args)))
    return seen


def later(promise, *args, after=1):
    setTimeout(lambda: promise.emitSuccess(*args), after)
    return promise


def test_adding_returns_the_promise():
    promise = process.Promise()
    assert promise.addCallback(print) is promise
    assert promise.addErrback(print) is promise
    assert promise.addCancelback(print) is promise


def test_adding_without_a_listener_decorates():
    promise = process.Promise()
    seen = []

    @promise.addCallback()
    def listener(value):
        seen.append(value)

    promise.emitSuccess(7)
    assert seen == [7]


@pytest.mark.parametrize("event", ["success", "error"])
def test_it_fires_once(event):
    promise = process.Promise()
    seen = outcomes(promise)
    {"success": promise.emitSuccess, "error": promise.emitError}[event](1, 2)
    promise.emitSuccess(3)
    promise.emitError(4)
    assert seen == [(event, 1, 2)]


def test_emit_success_is_emit_of_success():
    promise = process.Promise()
    seen = outcomes(promise)
    promise.emit("success", 1)
    promise.emit("error", 2)
    assert seen == [("success", 1)]
    assert promise.wait() == 1


def test_emit_cancel_leaves_the_outcome_open():
    promise = process.Promise()
    seen = outcomes(promise)
    promise.emitCancel("why")
    promise.emitSuccess(1)
    assert seen == [("cancel", "why"), ("success", 1)]


def test_cancel_forgets_the_outcome_and_cancels_once():
    promise = process.Promise()
    seen = outcomes(promise)
    promise.cancel()
    promise.cancel()
    promise.emitSuccess(1)
    promise.emitError(2)
    assert seen == [("cancel",)]


def test_timeout_fails_with_an_error_named_timeout():
    promise = process.Promise()
    seen = outcomes(promise)
    assert promise.timeout() is None
    assert promise.timeout(1) is promise
    assert promise.timeout() == 1
    with pytest.raises(Exception, match=r"^timeout$"):
        promise.wait()
    assert seen[0][1].message == "timeout"


@pytest.mark.parametrize("end", ["emitSuccess", "emitError", "emitCancel", "cancel"])
def test_any_event_clears_the_timeout(end):
    promise = process.Promise()
    promise.timeout(1)
    getattr(promise, end)()
    assert promise.timeout() is None
    seen = outcomes(promise)
    later(process.Promise(), after=5).wait()
    assert seen == []


@pytest.mark.parametrize(("args", "value"), [((), None), ((5,), 5), ((1, 2), [1, 2])])
def test_wait_returns_the_values(args, value):
    assert later(process.Promise(), *args).wait() == value


def test_wait_after_the_fact():
    promise = process.Promise()
    promise.emitSuccess("there")
    assert promise.wait() == "there"


def test_wait_raises_the_first_argument():
    promise = process.Promise()
    error = ValueError("broken")
    setTimeout(lambda: promise.emitError(error, "more"), 1)
    with pytest.raises(ValueError, match="broken") as caught:
        promise.wait()
    assert caught.value is error


def test_wait_raises_an_error_for_an_argument_that_is_none():
    promise = process.Promise()
    promise.emitError(404)
    with pytest.raises(Exception, match="404") as caught:
        promise.wait()
    assert caught.value.value == 404


def test_wait_raises_without_arguments():
    promise = process.Promise()
    promise.emitError()
    with pytest.raises(Exception) as caught:
        promise.wait()
    assert caught.value.message == "Promise completed with error (No arguments given.)"


def test_waits_unwind_last_in_first_out():
    outer, inner = process.Promise(), process.Promise()
    order = []

    def nested():
        outer.emitSuccess("outer")
        later(inner, "inner", after=5)
        order.append(inner.wait())

    setTimeout(nested, 1)
    order.append(outer.wait())
    assert order == ["inner", "outer"]


def test_other_events_go_on_while_one_waits():
    seen = []
    setTimeout(lambda: seen.append("event"), 1)
    later(process.Promise(), after=10).wait()
    assert seen == ["event"]


def test_waits_inside_callbacks_of_the_running_loop():
    values = []
    get_loop().call_soon(lambda: values.append(later(process.Promise(), 1).wait()))
    get_loop().call_soon(lambda: values.append(later(process.Promise(), 2).wait()))
    get_loop().run_until(lambda: len(values) == 2)
    assert sorted(values) == [1, 2]


def test_many_waits_warn(capsys):
    def wait(depth):
        if depth == 0:
            return
        promise = process.Promise()

        def deeper():
            wait(depth - 1)
            promise.emitSuccess()

        setTimeout(deeper, 1)
        promise.wait()

    wait(10)
    assert capsys.readouterr().err == ""
    wait(12)
    assert capsys.readouterr().err == "WARNING: promise.wait() is being called too often.\n" * 2
