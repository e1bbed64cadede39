"""`events` of 0.10: listeners are functions by name of an event, and an `error` nobody hears is thrown."""

from __future__ import annotations

import sys
from typing import Any

from nodecore.emitter import Emitter
from nodecore.errors import NodeTypeError
from nodecore.omitted import OMITTED

__all__ = ["EventEmitter"]

UNSPECIFIED = 'Uncaught, unspecified "error" event.'
"""What there is to say of an `error` that came without one."""

_LEAK = (
    "(node) warning: possible EventEmitter memory leak detected. %d listeners added."
    " Use emitter.setMaxListeners() to increase limit."
)
_OWN_PACKAGES = frozenset(("eras", "nodecore", "eratools", "gevent"))


class EventEmitter(Emitter):
    """Calls the listeners of named events, in the order they were added."""

    js_extensible = True
    js_null = ("domain",)
    js_visible = ("_maxListeners",)
    once_repeats = True
    _max_listeners = 10
    _leaks_told: set[Any] | None = None
    own_listeners: dict[str, int] = {}
    """How many listeners the emitters of this class had of their own. They are none here, and counted."""
    _most_own = 0

    def setMaxListeners(self, n):
        """Warn when an event has more than `n` listeners; 0 never warns."""
        if isinstance(n, bool) or not isinstance(n, (int, float)) or n < 0:
            raise NodeTypeError("n must be a positive number")
        self._max_listeners = n or float("inf")

    emit = Emitter.emit

    def addListener(self, event, listener=OMITTED):
        """Call `listener` each time `event` is emitted. Without a listener, decorates one."""
        if listener is OMITTED:
            return self._decorator(self.addListener, event)
        if not callable(listener):
            raise NodeTypeError("listener must be a function")
        if type(event) is int:
            event = str(event)
        self.add_listener(event, listener)
        if len(self._events[event]) + self._most_own > self._max_listeners:
            self._look_for_leak(event)
        return self

    # Without a listener these decorate one, which JavaScript has no use for: there it is an error.
    addListener.js_least = 2
    on = addListener

    def once(self, event, listener=OMITTED):
        """Call `listener` the next time `event` is emitted, and then no more."""
        if listener is OMITTED:
            return self._decorator(self.once, event)
        if not callable(listener):
            raise NodeTypeError("listener must be a function")
        if type(event) is int:
            event = str(event)
        self.listen_once(event, listener)
        return self

    once.js_least = 2

    def removeListener(self, event, listener):
        """Remove the listener that was added last among equal ones, then emit `removeListener`."""
        if not callable(listener):
            raise NodeTypeError("listener must be a function")
        self.remove_listener(_name(event), listener)
        return self

    def removeAllListeners(self, event=None):
        """Remove the listeners of `event`, or every listener."""
        event = None if event is None else _name(event)
        events = self._events or {}
        if event is not None and not events.get(event) and events.get("removeListener"):
            raise NodeTypeError("Cannot read property 'length' of undefined")
        self.remove_all_listeners(event)
        return self

    @property
    def _maxListeners(self):
        """The limit that `setMaxListeners` sets, which programs read and set as well."""
        return 0 if self._max_listeners == float("inf") else self._max_listeners

    @_maxListeners.setter
    def _maxListeners(self, limit):
        self._max_listeners = limit or float("inf")

    @property
    def domain(self):
        """The domain it belongs to, if any; see `domain`."""
        return getattr(self, "_domain", None)

    @domain.setter
    def domain(self, domain):
        self._domain = domain

    def listeners(self, event):
        """A copy of the list of an event's listeners."""
        return list((self._events or {}).get(_name(event), ()))

    @staticmethod
    def listenerCount(emitter, event):
        """How many listeners `event` has."""
        return emitter.listener_count(_name(event)) if isinstance(emitter, Emitter) else 0

    def remove_listener(self, event, listener):
        removed = Emitter.remove_listener(self, event, listener)
        if removed and self._leaks_told is not None:
            self._forget_leaks()
        if removed and self._events and self._events.get("removeListener"):
            self.emit("removeListener", event, listener)
        return removed

    def remove_all_listeners(self, event=None):
        if not (self._events or {}).get("removeListener"):
            super().remove_all_listeners(event)
            if self._leaks_told is not None:
                self._forget_leaks()
        elif event is None:
            for name in [name for name in self._events if name != "removeListener"]:
                self.removeAllListeners(name)
            self.removeAllListeners("removeListener")
            self._events = None
        else:
            for listener in reversed(self._events.get(event, ())):
                self.remove_listener(event, listener)

    def raise_unheard(self, error=None, *_rest):
        """What an `error` event does that nobody listens to."""
        if not isinstance(error, BaseException):
            raise NodeTypeError(UNSPECIFIED)
        # Shown below the traceback, by the Pythons that know of notes.
        note = f"nobody listens to `error` of this {type(self).__name__}: give `on` a listener"
        notes = getattr(error, "__notes__", ())
        if note not in notes:
            error.__notes__ = [*notes, note]
        raise error  # Unhandled 'error' event

    @staticmethod
    def _decorator(add, event):
        def decorate(listener):
            add(event, listener)
            return listener

        return decorate

    def own_count(self, event):
        """How many of its own an emitter has for `event`; see `own_listeners`."""
        return self.own_listeners.get(event, 0)

    def _forget_leaks(self):
        """Where nobody listens any more, too many are told of again."""
        self._leaks_told = {
            event for event in self._leaks_told if self.listener_count(event) + self.own_count(event)
        }

    def _look_for_leak(self, event):
        """Say, once while there are any, that listeners of an event seem to be added and never removed."""
        count = self.listener_count(event) + self.own_count(event)
        if count <= self._max_listeners:
            return
        if self._leaks_told is None:
            self._leaks_told = set()
        if event in self._leaks_told:
            return
        self._leaks_told.add(event)
        warn_of_leak(_LEAK, count)


def _name(event):
    """Events are named by text, also where a number was given."""
    return str(event) if type(event) is int else event


def warn_of_leak(message, count):
    """Say that `count` listeners are many, and where in the program this happens.

    Whoever runs programs of another language puts a function of its own in this place.
    """
    print(message % count, "Trace", *_callers(), sep="\n", file=sys.stderr)


def _callers():
    """The calls of the program, the innermost first; not those of this package."""
    frame, lines = sys._getframe(), []
    while frame is not None and len(lines) < 10:
        if frame.f_globals.get("__name__", "").split(".")[0] not in _OWN_PACKAGES:
            code = frame.f_code
            lines.append(f"    at {code.co_name} ({code.co_filename}:{frame.f_lineno})")
        frame = frame.f_back
    return lines
