"""What JavaScript makes of a value: its text, its number, whether it is nothing.

Every generation says such things in messages, and turns what it is given into text.
"""

from __future__ import annotations

import math
import re
from datetime import datetime
from decimal import Decimal
from typing import Any

from .errors import NodeTypeError
from .omitted import NULL

LARGEST_BUFFER = 0x3FFFFFFF
"""Bytes of the largest Buffer that there could be."""


def text_of(value: Any, nothing: str = "undefined") -> str:
    """`"" + value`. None stands for undefined or null, so `nothing` tells which."""
    if isinstance(value, str):
        return value
    if value is None:
        return nothing
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) or (isinstance(value, int) and abs(value) >= 10**21):
        return number_text(_double(value))
    if isinstance(value, (bytes, bytearray)):
        return value.decode("latin-1")
    if isinstance(value, datetime):
        return value.astimezone().strftime("%a %b %d %Y %H:%M:%S GMT%z (%Z)")
    if isinstance(value, (list, tuple)):
        return ",".join("" if item is None or item is NULL else text_of(item, nothing) for item in value)
    if isinstance(value, dict):  # one of JavaScript's knows the object it was copied from
        return str(getattr(value, "origin", "[object Object]"))
    return str(value)


def lacks(value: Any, method: str) -> NodeTypeError:
    """The error of calling a method that a value does not have."""
    if value is None or value is NULL:
        return NodeTypeError(f"Cannot call method '{method}' of {text_of(value)}")
    shown = "#<Object>" if isinstance(value, dict) else text_of(value)
    return NodeTypeError(f"Object {shown} has no method '{method}'")


def not_callable(value: Any) -> NodeTypeError:
    """The error of calling what is no function."""
    kinds = ((type(None), "undefined"), (bool, "boolean"), (str, "string"), ((int, float), "number"))
    kind = next((name for types, name in kinds if isinstance(value, types)), "object")
    return NodeTypeError(f"{kind} is not a function")


def number_text(value: float) -> str:
    """A number in the shortest digits that name it."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    digits, _, exponent = repr(value).partition("e")
    if not exponent:
        return digits
    power = int(exponent)
    if -7 < power < 0:
        return format(Decimal(repr(value)), "f")
    return f"{digits.removesuffix('.0')}e{power:+d}"


def number_of(value: Any) -> float:
    """`+value`."""
    if isinstance(value, datetime):
        return value.timestamp() * 1000
    if isinstance(value, (list, tuple)):
        value = text_of(value)
    if isinstance(value, str):
        return _number_of_text(value.strip())
    try:
        return 0 if value is None else _double(value)
    except (TypeError, ValueError):
        return math.nan


_DECIMAL = re.compile(r"[+-]?(?:Infinity|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)")
_HEXADECIMAL = re.compile(r"0[xX][0-9a-fA-F]+")


def _double(value: Any) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def _number_of_text(text: str) -> float:
    if _HEXADECIMAL.fullmatch(text):
        return _double(int(text, 16))
    if _DECIMAL.fullmatch(text):
        return float(text)
    return math.nan if text else 0


def int32_of(value: Any) -> int:
    """`value | 0`."""
    number = number_of(value)
    if not math.isfinite(number):
        return 0
    return (int(number) + (1 << 31)) % (1 << 32) - (1 << 31)


def is_number(value: Any) -> bool:
    """Whether its type is number."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_falsy(value: Any) -> bool:
    """Whether it counts as false."""
    if value is None or value is NULL:
        return True
    return isinstance(value, (str, int, float)) and (not value or value != value)
