"""Signals, by the names that 0.10 knew."""

from __future__ import annotations

from typing import Any

from nodecore.errors import NodeError
from nodecore.values import is_falsy, is_number, text_of

from . import constants

NUMBERS: dict[str, int] = {
    name: getattr(constants, name) for name in constants.__all__ if name.startswith("SIG")
}


def signal_number(given: Any) -> int:
    """The number of the signal that `kill` is to send: by its name, the number 0, or nothing for SIGTERM."""
    if is_number(given) and given == 0:
        return 0
    name = "SIGTERM" if is_falsy(given) else text_of(given)
    if name not in NUMBERS:
        raise NodeError(f"Unknown signal: {name}")
    return NUMBERS[name]
