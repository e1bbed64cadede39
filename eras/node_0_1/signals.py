"""Signals by their names."""

from __future__ import annotations

import signal

from nodecore.errors import NodeError


def signal_number(name: str | int) -> int:
    """The number of a signal; a number is returned as it is."""
    if isinstance(name, int):
        return name
    try:
        return signal.Signals[name]
    except KeyError:
        raise NodeError(f"Unknown signal: {name}") from None
