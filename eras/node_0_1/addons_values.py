"""What `v8.h` asks of Python: JavaScript's view of values, for addons in C++.

The header calls these by their names and passes values as they are. An exception that is raised here is
pending until the addon's function returns, as one of `ThrowException` is.
"""

from __future__ import annotations

import math
import numbers
from collections.abc import Callable
from typing import Any

from nodecore.errors import NodeError

from .text import to_text

_PRIMITIVES = (type(None), bool, numbers.Real, str)
_INT64 = 1 << 63


class JSThrown(NodeError):
    """A thrown value that is no error. JavaScript, which knows this class by its name, catches `value`."""

    def __init__(self, value: Any) -> None:
        super().__init__(to_text(value))
        self.value = value


class RangeError(NodeError):
    """A RangeError of JavaScript."""


class ReferenceError(NodeError):
    """A ReferenceError of JavaScript."""


_ERRORS: dict[str, type[Exception]] = {
    "Error": NodeError,
    "RangeError": RangeError,
    "ReferenceError": ReferenceError,
    "SyntaxError": SyntaxError,
    "TypeError": TypeError,
}

# -- kinds ----------------------------------------------------------------------------------------------


def is_boolean(value: Any) -> bool:
    """Whether it is true or false."""
    return isinstance(value, bool)


def is_number(value: Any) -> bool:
    """Whether it is a number."""
    return isinstance(value, numbers.Real) and not isinstance(value, bool)


def is_int32(value: Any) -> bool:
    """Whether it is a whole number of 32 bits."""
    return is_number(value) and -(1 << 31) <= value < 1 << 31 and value == int(value)


def is_string(value: Any) -> bool:
    """Whether it is a string."""
    return isinstance(value, str)


def is_array(value: Any) -> bool:
    """Whether it is an array."""
    return isinstance(value, (list, tuple))


def is_function(value: Any) -> bool:
    """Whether it can be called."""
    return callable(value)


def is_object(value: Any) -> bool:
    """Whether it is no primitive."""
    return not isinstance(value, _PRIMITIVES)


# -- conversions ----------------------------------------------------------------------------------------


def to_boolean(value: Any) -> bool:
    """Whether `if` takes it for true in JavaScript, where every object is."""
    if is_number(value):
        return value == value and value != 0
    return is_object(value) or bool(value)


def to_number(value: Any) -> float:
    """The number that it is, or that its text spells, else NaN."""
    if isinstance(value, numbers.Real):
        return float(value)
    if isinstance(value, str):
        try:
            return float(value.strip() or 0)
        except ValueError:
            pass
    return math.nan


def to_integer(value: Any) -> int:
    """The whole part of its number, within 64 bits."""
    if not isinstance(value, int):
        value = to_number(value)
        if math.isnan(value):
            return 0
        value = math.trunc(max(-float(_INT64), min(value, float(_INT64))))
    return max(-_INT64, min(int(value), _INT64 - 1))


def to_uint32(value: Any) -> int:
    """The lower 32 bits of its whole part."""
    if not isinstance(value, int):
        value = to_number(value)
        value = math.trunc(value) if math.isfinite(value) else 0
    return value & 0xFFFFFFFF


def from_number(value: float) -> float:
    """A number as Python has it when it comes from JavaScript: one without a fraction is an int."""
    exact = value.is_integer() and abs(value) < 1 << 53
    negative_zero = value == 0 and math.copysign(1, value) < 0
    return int(value) if exact and not negative_zero else value


def equals(one: Any, other: Any) -> bool:
    """Whether they are strictly equal."""
    if is_object(one) or is_object(other):
        one, other = _original(one), _original(other)
        # Two may stand for one object of JavaScript; what compares by its contents has no hash.
        return one is other or (type(one).__hash__ is not None and one == other)
    return isinstance(one, bool) == isinstance(other, bool) and one == other


# -- objects --------------------------------------------------------------------------------------------


def get(target: Any, name: Any) -> Any:
    """A property; None when there is none of that name."""
    if is_array(target):
        if name == "length":
            return len(target)
        return target[name] if isinstance(name, int) and 0 <= name < len(target) else None
    if not hasattr(type(target), "__getitem__"):
        return getattr(target, to_text(name), None)
    try:
        return target[to_text(name)]
    except (KeyError, IndexError):
        return None


def put(target: Any, name: Any, value: Any) -> bool:
    """Set a property; also in JavaScript when the object is a copy of one from there."""
    original = _original(target)
    if original is not target:
        original[name] = value
    if isinstance(target, list) and isinstance(name, int):
        target.extend([None] * (name + 1 - len(target)))
        target[name] = value
    elif hasattr(type(target), "__setitem__"):
        target[to_text(name)] = value
    else:
        setattr(target, to_text(name), value)
    return True


def has(target: Any, name: Any) -> bool:
    """Whether there is a property of that name."""
    if hasattr(type(target), "__contains__") and not is_array(target):
        return to_text(name) in target
    return hasattr(target, to_text(name))


def remove(target: Any, name: Any) -> bool:
    """Remove a property."""
    original = _original(target)
    if original is not target:
        del original[name]
    if hasattr(type(target), "__delitem__"):
        if has(target, name):
            del target[to_text(name)]
    elif has(target, name):
        delattr(target, to_text(name))
    return True


def names(target: Any) -> list[str]:
    """The names of an object's properties."""
    if isinstance(target, dict):
        return [to_text(name) for name in target]
    return [name for name in getattr(target, "__dict__", None) or dir(target) if not name.startswith("_")]


def make_array(length: int) -> list[Any]:
    """An array."""
    return [None] * length


def length(target: Any) -> int:
    """How many items an array has."""
    return len(target) if is_array(target) else 0


def call(function: Callable[..., Any], this: Any, args: tuple[Any, ...]) -> Any:
    """Call a function; `this` is for those of JavaScript."""
    if this is not None and hasattr(function, "listener_for"):
        return function.call(this, *args)
    return function(*args)


def _original(value: Any) -> Any:
    """What a dict or list is a copy of that JavaScript handed over; any other value itself."""
    return getattr(value, "origin", value) if isinstance(value, (dict, list)) else value


# -- errors ---------------------------------------------------------------------------------------------


def make_error(kind: str, message: str) -> Exception:
    """An error of one of JavaScript's kinds."""
    return _ERRORS[kind](message)


def throw(value: Any) -> None:
    """Raise an error, or any other value."""
    raise value if isinstance(value, BaseException) else JSThrown(value)


def caught(error: BaseException) -> Any:
    """What was thrown."""
    return error.value if isinstance(error, JSThrown) else error
