"""The module `assert` (`from eras.node_0_1 import assert_`): the ten tests that unit tests are made of.

What holds here:

- Equality is Python's `==`; there are no coercions between strings and numbers to imitate.
- Strict equality is identity, except that numbers, strings and bytes are the same when their values are. A
  bool is no number to it.
- Deep equality compares what objects hold, item by item and attribute by attribute.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

from .deep import deeply_equal, strictly_equal
from .inspection import inspect

__all__ = [
    "AssertionError",
    "deepEqual",
    "doesNotThrow",
    "equal",
    "fail",
    "notDeepEqual",
    "notEqual",
    "notStrictEqual",
    "ok",
    "strictEqual",
    "throws",
]

_SHOWN = 128

_AssertionError = AssertionError


class AssertionError(_AssertionError):
    """A test that failed: `message`, `actual`, `expected` and `operator`. Python's own error, too."""

    name = "AssertionError"

    def __init__(
        self,
        message: str | None = None,
        actual: Any = None,
        expected: Any = None,
        operator: str | None = None,
    ) -> None:
        if message is None:
            message = f"{_show(actual)} {operator} {_show(expected)}"
        super().__init__(message)
        self.message = message
        self.actual = actual
        self.expected = expected
        self.operator = operator


def fail(actual: Any, expected: Any = None, message: str | None = None, operator: str = "fail") -> None:
    """Fail: `actual` and `expected` are not what `operator` says of them."""
    raise AssertionError(message, actual, expected, operator)


def ok(value: Any, message: str | None = None) -> None:
    """Test that `value` is true."""
    _test(bool(value), value, True, message, "==")


def equal(actual: Any, expected: Any, message: str | None = None) -> None:
    """Test that two values are equal."""
    _test(bool(actual == expected), actual, expected, message, "==")


def notEqual(actual: Any, expected: Any, message: str | None = None) -> None:
    """Test that two values are not equal."""
    _test(bool(actual != expected), actual, expected, message, "!=")


def deepEqual(actual: Any, expected: Any, message: str | None = None) -> None:
    """Test that two values hold equal things."""
    _test(deeply_equal(actual, expected), actual, expected, message, "deepEqual")


def notDeepEqual(actual: Any, expected: Any, message: str | None = None) -> None:
    """Test that two values hold different things."""
    _test(not deeply_equal(actual, expected), actual, expected, message, "notDeepEqual")


def strictEqual(actual: Any, expected: Any, message: str | None = None) -> None:
    """Test that two values are the same."""
    _test(strictly_equal(actual, expected), actual, expected, message, "===")


def notStrictEqual(actual: Any, expected: Any, message: str | None = None) -> None:
    """Test that two values are not the same."""
    _test(not strictly_equal(actual, expected), actual, expected, message, "!==")


def throws(block: Callable[[], Any], error: Any = None, message: str | None = None) -> None:
    """Test that `block` raises, and what it raises is an `error` if that is given; others are let through."""
    error, message = _optional(error, message)
    if _raised(block, error) is None:
        fail(None, error, _about("Missing expected exception", error, message), "throws")


def doesNotThrow(block: Callable[[], Any], error: Any = None, message: str | None = None) -> None:
    """Test that `block` raises nothing, or no `error` if that is given; others are let through."""
    error, message = _optional(error, message)
    raised = _raised(block, error)
    if raised is not None:
        text = _about("Got unwanted exception", error, message)
        raise AssertionError(text, raised, error, "doesNotThrow") from raised


def _raised(block: Callable[[], Any], error: Any) -> Exception | None:
    """What `block` raises; what is no `error` is let through."""
    try:
        block()
    except Exception as raised:
        if error is not None and not isinstance(raised, error):
            raise
        return raised
    return None


def _test(holds: bool, actual: Any, expected: Any, message: str | None, operator: str) -> None:
    if not holds:
        fail(actual, expected, message, operator)


def _optional(error: Any, message: str | None) -> tuple[Any, str | None]:
    """`error` may be left out before `message`."""
    return (None, error) if isinstance(error, str) else (error, message)


def _about(what: str, error: Any, message: str | None) -> str:
    kind = f" ({error.__name__})" if isinstance(error, type) else ""
    return f"{what}{kind}." + (f" {message}" if message else "")


def _show(value: Any) -> str:
    if isinstance(value, BaseException):
        return "".join(traceback.format_exception_only(value)).strip()[:_SHOWN]
    return " ".join(inspect(value).split())[:_SHOWN]
