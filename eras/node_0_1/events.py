"""`process.EventEmitter`: listeners of named events.

What holds here:

- `newListener` is emitted before a listener is added; what is no function is never added.
- The list that `listeners` returns is the live one.
- An `error` that nobody listens to is nobody's: nothing is raised.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nodecore.emitter import Emitter, Listener, ListenerList
from nodecore.omitted import OMITTED


class EventEmitter(Emitter):
    """Calls the listeners of an event, in order, when it is emitted."""

    def addListener(self, event: str, listener: Listener = OMITTED) -> Any:
        """Add `listener` to the end of the event's listeners; without one, a decorator that does so."""
        if listener is OMITTED:
            return adder(self, event)
        if callable(listener):
            self.add_listener(event, listener)
        return self

    def removeListener(self, event: str, listener: Listener) -> EventEmitter:
        """Remove `listener` from the event's listeners, if it is one of them."""
        found: ListenerList | None = self._events.get(event) if self._events else None
        if found and listener in found:
            found.remove(listener)
        return self

    listeners = Emitter.listeners
    emit = Emitter.emit

    def raise_unheard(self, error: Any = None, *_rest: Any) -> None:
        """Nothing: this generation let unheard errors pass."""


def adder(emitter: EventEmitter, event: str) -> Callable[[Listener], Listener]:
    """A decorator that adds what it decorates to the listeners of `event`."""

    def decorate(listener: Listener) -> Listener:
        emitter.addListener(event, listener)
        return listener

    return decorate
