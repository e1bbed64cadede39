"""`sys.inspect`: a value as text, for debugging."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from nodecore.values import number_text


def inspect(object: Any) -> str:
    """`object` as text: strings as JSON, what holds values one entry a line, a cycle as `[Circular]`."""
    return _show(object, "", [])


def _show(value: Any, indent: str, parents: list[Any]) -> str:
    scalar = _scalar(value)
    if scalar is not None:
        return scalar
    if any(value is parent for parent in parents):
        return "[Circular]"
    parents.append(value)
    try:
        if isinstance(value, (list, tuple, set, frozenset)):
            return _block("[]", (_show(item, indent + " ", parents) for item in value), indent)
        entries = value.items() if isinstance(value, dict) else _attributes(value)
        lines = (f"{_quote(str(name))}: {_show(item, indent + ' ', parents)}" for name, item in entries)
        return _block("{}", lines, indent)
    finally:
        parents.pop()


def _scalar(value: Any) -> str | None:
    """The text of a value that holds no others; None for one that does."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quote(value)
    if isinstance(value, (bytes, bytearray)):
        return _quote(value.decode("latin-1"))
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, datetime):
        return str(value)
    if callable(value):
        return "[Function]"
    if isinstance(value, BaseException):
        return f"[{type(value).__name__}: {value}]"
    return None


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _block(brackets: str, lines: Iterable[str], indent: str) -> str:
    inner = f",\n{indent} ".join(lines)
    return f"{brackets[0]}\n{indent} {inner}\n{indent}{brackets[1]}" if inner else brackets


def _attributes(value: Any) -> list[tuple[str, Any]]:
    """The public attributes that an object itself has, in the order they were set."""
    names = [name for kind in type(value).__mro__ for name in _slots(kind)]
    names += getattr(value, "__dict__", ())
    return [(name, getattr(value, name)) for name in names if name[:1] != "_" and hasattr(value, name)]


def _slots(kind: type) -> tuple[str, ...]:
    slots = kind.__dict__.get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(slots)
