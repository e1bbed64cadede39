"""Values as the text that a program of this generation would have seen."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any


def to_text(value: Any) -> str:
    """`value` as a string, the way `"" + value` made one."""
    if isinstance(value, str):
        return value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, (bytes, bytearray)):
        return value.decode("latin-1")
    if isinstance(value, (list, tuple)):
        return ",".join("" if item is None else to_text(item) for item in value)
    if isinstance(value, dict):
        return "[object Object]"
    return str(value)


def number_text(value: float) -> str:
    """A number in the shortest digits that name it, as JavaScript prints it."""
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
