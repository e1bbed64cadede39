"""The emitter beneath every generation's `EventEmitter`.

What holds here:

- A listener may take fewer arguments than its event has. It is adapted once, when it is added.
- An emit calls the listeners there were when it began; adding and removing meanwhile changes the next.
- Emitting `error` when nobody listens raises it.
- An event keeps its place in the table when its last listener is removed, as it did in Node; but a table that
  has become large gives it up, so that one whose events have ever new names stays small.
- No table is made before the first listener is added, so an emitter nobody listens to costs nothing.
- A foreign callable (a JavaScript function) may offer `listener_for(emitter)`; what that returns is called
  instead. It learns so whose listener it is.
"""

from __future__ import annotations

import inspect
import weakref
from collections.abc import Callable, Iterable
from functools import partial
from types import FunctionType, MethodType
from typing import Any

Listener = Callable[..., Any]

_MOST_PLACES_KEPT = 64
"""A table with more names than these keeps none that has no listener."""

_LONG = 64
"""As many listeners of one event are added and removed without copying those there are."""

_SIGNED = frozenset(("__wrapped__", "__signature__"))
"""Attributes of functions that take other arguments than their code does."""

_TAKES_MORE = inspect.CO_VARARGS


class UnhandledError(Exception):
    """Raised for an `error` event without a listener whose argument is no exception."""


class Emitter:
    """Calls the listeners of named events, in the order they were added."""

    _events: dict[Any, ListenerList] | None = None

    event_arity: dict[str, int] = {}
    """How many arguments the events of this class have at most; spares most listeners a wrapper."""

    once_repeats = False
    """Whether an emit calls a once-listener that was there when it began though a nested emit called it."""

    def add_listener(self, event: Any, listener: Listener, *, first: bool = False) -> None:
        """Call `listener` each time `event` is emitted. Emits `newListener` before it is added."""
        events = self._events
        if events is None:
            events = self._events = {}
        elif "newListener" in events:
            self.emit("newListener", event, getattr(listener, "listener", listener))
            if self._events is None:  # whoever heard that removed all
                self._events = {}
            events = self._events
        call = adapt(listener, self, self.event_arity.get(event))
        found = events.get(event)
        if found is None:
            events[event] = ListenerList.of(listener, call)
        elif first:
            found.insert_call(0, listener, call)
        else:
            found.append_call(listener, call)

    def listen_once(self, event: Any, listener: Listener) -> Once:
        """Call `listener` the next time `event` is emitted, and then no more."""
        wrapper = Once(self, event, listener)
        self.add_listener(event, wrapper)
        return wrapper

    def remove_listener(self, event: Any, listener: Listener) -> bool:
        """Remove the listener that was added last among equal ones; tells whether there was one."""
        found = self._events.get(event) if self._events else None
        if not found:
            return False
        index = len(found)
        while index:
            index -= 1
            candidate = found[index]
            if (
                candidate is listener
                or candidate == listener
                or getattr(candidate, "listener", None) == listener
            ):
                found.remove_call(index)
                if not found:
                    self._give_up_place(event)
                return True
        return False

    def remove_all_listeners(self, event: Any = None) -> None:
        """Remove the listeners of `event`, or of every event when it is None."""
        if self._events is None:
            return
        if event is None:
            self._events = None
        else:
            if event in self._events:
                self._events[event] = ListenerList()
                self._give_up_place(event)

    def _give_up_place(self, event: Any) -> None:
        events = self._events
        if events is not None and len(events) > _MOST_PLACES_KEPT:
            del events[event]

    def listeners(self, event: Any) -> ListenerList:
        """The live list of an event's listeners; changing it changes what is called."""
        if self._events is None:
            self._events = {}
        return self._events.setdefault(event, ListenerList())

    def listener_count(self, event: Any) -> int:
        """How many listeners `event` has."""
        events = self._events
        return len(events[event]) if events and event in events else 0

    def emit(self, event: Any, *args: Any) -> bool:
        """Call the listeners of `event` with `args`; tells whether there were any.

        `error` without a listener raises its argument.
        """
        events = self._events
        if events is not None:
            found = events.get(event)
            if found:
                calls = found.calls or found.calls_after_changes(self)
                try:
                    for call in calls:
                        call(*args)
                except TypeError as error:
                    lacking = self.event_arity.get(event, 0) - len(args)
                    inside = error.__traceback__.tb_next if error.__traceback__ else None
                    if lacking <= 0 or inside is not None:
                        raise
                    # A program gave fewer arguments than the event has, for which listeners were taken as
                    # they are: whoever could not be called gets None, and so do those after it.
                    for remaining in calls[calls.index(call) :]:
                        remaining(*args, *[None] * lacking)
                return True
        if type(event) is int:
            return self.emit(str(event), *args)
        if event == "error":
            self.raise_unheard(*args)
        return False

    def raise_unheard(self, error: Any = None, *_rest: Any) -> None:
        """What an `error` event does that nobody listens to."""
        if isinstance(error, BaseException):
            raise error
        raise UnhandledError("Uncaught, unspecified 'error' event." if error is None else str(error))


class Once:
    """A listener that removes itself before it is called. `listener` is what was asked for.

    Many are never called: such a one does not keep its emitter alive.
    """

    __slots__ = ("_call", "_emitter", "_event", "fired", "listener")

    def __init__(self, emitter: Emitter, event: Any, listener: Listener) -> None:
        self._emitter = weakref.ref(emitter)
        self._event = event
        self._call = adapt(listener, emitter, emitter.event_arity.get(event))
        self.listener = listener
        self.fired = False

    def __call__(self, *args: Any) -> None:
        emitter = self._emitter()
        if self.fired and (emitter is None or not emitter.once_repeats):
            return
        self.fired = True
        if emitter is not None:
            emitter.remove_listener(self._event, self)
        self._call(*args)


class ListenerList(list):
    """Listeners as they were given, and beside them the callables that an emit calls.

    An emit goes through `calls`, which stays as it is whatever its listeners add or remove. Each change makes
    another tuple; while a long list is changed, it is `_changed` that follows, and the next emit copies it.
    """

    __slots__ = ("_adapted", "_changed", "calls")

    def __init__(self, listeners: Iterable[Listener] = ()) -> None:
        super().__init__(listeners)
        self.calls: tuple[Listener, ...] | None = None if self else ()
        self._changed: list[Listener] | None = None
        # By the listener's id, and with the listener, so that no other object can get that id meanwhile.
        self._adapted: dict[int, tuple[Listener, Listener]] | None = None

    @classmethod
    def of(cls, listener: Listener, call: Listener) -> ListenerList:
        """A list of the first `listener` of an event: most have no other."""
        found = cls.__new__(cls)
        list.append(found, listener)
        found.calls = (call,)
        found._changed = found._adapted = None
        return found

    def append_call(self, listener: Listener, call: Listener) -> None:
        """Add `listener`, for which an emit calls `call`."""
        if self.calls is not None and len(self) < _LONG:
            list.append(self, listener)
            self.calls += (call,)
        else:
            self.insert_call(len(self), listener, call)

    def insert_call(self, index: int, listener: Listener, call: Listener) -> None:
        """Add `listener`, for which an emit calls `call`, at `index`."""
        list.insert(self, index, listener)
        changed = self._change_calls()
        if changed is not None:
            changed.insert(index, call)
        else:
            self._adapted = self._adapted or {}
            self._adapted[id(listener)] = (listener, call)

    def remove_call(self, index: int) -> None:
        """Take out what is at `index`."""
        list.pop(self, index)
        if self.calls is not None and len(self) < _LONG:
            self.calls = self.calls[:index] + self.calls[index + 1 :]
            return
        changed = self._change_calls()
        if changed is not None:
            del changed[index]

    def _change_calls(self) -> list[Listener] | None:
        """The calls as a list to change, from which the next emit makes them; None if they are not known."""
        if self.calls is not None:
            self._changed, self.calls = list(self.calls), None
        return self._changed

    def forget_calls(self) -> None:
        """The list is about to be changed from outside: only what was adapted remains of use."""
        known = self._change_calls()
        if known is not None:
            pairs = zip(self, known, strict=True)
            self._adapted = {id(listener): (listener, call) for listener, call in pairs}
            self._changed = None

    def calls_after_changes(self, emitter: Emitter) -> tuple[Listener, ...]:
        """Bring `calls` in step after the list was changed, here or from outside."""
        if self._changed is None:
            known = self._adapted or {}
            self._changed = [
                known[id(listener)][1] if id(listener) in known else adapt(listener, emitter)
                for listener in self
            ]
        self.calls = tuple(self._changed)
        self._changed = self._adapted = None
        return self.calls


def _changing(name: str) -> Callable[..., Any]:
    method = getattr(list, name)

    def change(self: ListenerList, *args: Any, **kwargs: Any) -> Any:
        self.forget_calls()
        return method(self, *args, **kwargs)

    change.__name__ = name
    return change


for _name in ("append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse"):
    setattr(ListenerList, _name, _changing(_name))
for _name in ("__setitem__", "__delitem__", "__iadd__", "__imul__"):
    setattr(ListenerList, _name, _changing(_name))


def adapt(listener: Listener, emitter: Emitter | None = None, arity: int | None = None) -> Listener:
    """`listener`, made to accept any number of arguments: surplus ones are dropped, missing ones None.

    `arity` is the number of arguments that will come at most, where it is known.
    """
    plain: Any = listener
    given = 0
    if isinstance(listener, MethodType):
        plain, given = listener.__func__, 1
    elif isinstance(listener, partial) and not listener.keywords:
        plain, given = listener.func, len(listener.args)
    if type(plain) is FunctionType:
        if plain.__code__.co_argcount - given == arity:
            return listener
    elif isinstance(listener, Once):
        return listener  # which adapted what it calls
    else:
        foreign = getattr(listener, "listener_for", None)
        if foreign is not None:
            return foreign(emitter)
    bounds = positional_bounds(listener)
    if bounds is None:
        return listener
    required, most = bounds
    if arity is not None and required <= arity <= most:
        return listener
    if most == 0:
        return lambda *args: listener()
    if most == 1:
        if required == 0:
            return lambda *args: listener(*args[:1])
        return lambda first=None, *rest: listener(first)

    def call(*args: Any) -> Any:
        given = len(args)
        if given > most:
            args = args[:most]
        elif given < required:
            args += (None,) * (required - given)
        return listener(*args)

    return call


def positional_bounds(function: Listener) -> tuple[int, int] | None:
    """The least and most positional arguments `function` takes; None when it takes any number."""
    is_method = type(function) is MethodType
    plain = function.__func__ if is_method else function  # type: ignore[attr-defined]
    if type(plain) is FunctionType and _SIGNED.isdisjoint(plain.__dict__):
        return _bounds_of_code(plain, is_method)
    if type(function) is partial and not function.keywords:
        bounds = positional_bounds(function.func)
        return bounds and _without(bounds, len(function.args))
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return None
    required = most = 0
    for parameter in parameters:
        if parameter.kind is parameter.VAR_POSITIONAL:
            return None if required == 0 else (required, 1 << 30)
        if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
            most += 1
            required += parameter.default is parameter.empty
    return required, most


def _bounds_of_code(function: FunctionType, is_method: bool) -> tuple[int, int] | None:
    """As `positional_bounds`, ten times as fast as a signature; for functions that wrap no other."""
    code = function.__code__
    most = code.co_argcount
    defaults = function.__defaults__
    required = most - len(defaults) if defaults else most
    if code.co_flags & _TAKES_MORE:
        return None if required <= is_method else (required - is_method, 1 << 30)
    return _without((required, most), 1) if is_method else (required, most)


def _without(bounds: tuple[int, int], given: int) -> tuple[int, int]:
    """What is left of `bounds` when `given` arguments are there already."""
    required, most = bounds
    return required - given if required > given else 0, most - given if most > given else 0
