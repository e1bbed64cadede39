"""What `assert` means by the same and by deeply equal, for the values of Python."""

from __future__ import annotations

import numbers
from typing import Any

_ARRAYS = (list, tuple)


def strictly_equal(a: Any, b: Any) -> bool:
    """Whether two values are the same: one object, or one number, string or byte string."""
    if a is b:
        return True
    if isinstance(a, bool) or isinstance(b, bool):
        return False
    return any(
        isinstance(a, kind) and isinstance(b, kind) and a == b for kind in (numbers.Number, str, bytes)
    )


def deeply_equal(a: Any, b: Any) -> bool:
    """Whether two values hold equal things, however deep; a cycle equals one that runs alike."""
    return _alike(a, b, set())


def _alike(a: Any, b: Any, under_way: set[tuple[int, int]]) -> bool:
    if a is b:
        return True
    pair = (id(a), id(b))
    if pair in under_way:
        return True
    under_way.add(pair)
    try:
        if isinstance(a, dict) and isinstance(b, dict):
            return a.keys() == b.keys() and all(_alike(a[key], b[key], under_way) for key in a)
        if isinstance(a, _ARRAYS) and isinstance(b, _ARRAYS):
            return len(a) == len(b) and all(
                _alike(one, other, under_way) for one, other in zip(a, b, strict=True)
            )
        return bool(a == b) or _alike_objects(a, b, under_way)
    finally:
        under_way.discard(pair)


def _alike_objects(a: Any, b: Any, under_way: set[tuple[int, int]]) -> bool:
    """Objects of one class that are equal in every attribute; a class with an `==` of its own has spoken."""
    if type(a) is not type(b) or type(a).__eq__ is not object.__eq__ or not hasattr(a, "__dict__"):
        return False
    return not callable(a) and _alike(vars(a), vars(b), under_way)
