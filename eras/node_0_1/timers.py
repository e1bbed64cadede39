"""The four global timer functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nodecore.emitter import adapt
from nodecore.loop import Timer, get_loop

__all__ = ["clearInterval", "clearTimeout", "setInterval", "setTimeout"]


def setTimeout(callback: Callable[..., Any], delay: float = 0) -> Timer:
    """Call `callback` in `delay` milliseconds; returns an id for `clearTimeout`."""
    return get_loop().timer(adapt(callback), _sane(delay))


def setInterval(callback: Callable[..., Any], delay: float = 0) -> Timer:
    """Call `callback` every `delay` milliseconds; returns an id for `clearInterval`."""
    delay = _sane(delay)
    return get_loop().timer(adapt(callback), delay, repeat=delay)


def clearTimeout(timeoutId: Timer | None) -> None:
    """Prevent a timeout from firing; anything else but its id is ignored."""
    if isinstance(timeoutId, Timer):
        timeoutId.cancel()


def clearInterval(intervalId: Timer | None) -> None:
    """Stop an interval; anything else but its id is ignored."""
    clearTimeout(intervalId)


def _sane(delay: Any) -> float:
    """A delay that a timer can have: what is no number, or one below it, counts as one millisecond."""
    return float(delay) if isinstance(delay, (int, float)) and delay >= 1 else 1.0
