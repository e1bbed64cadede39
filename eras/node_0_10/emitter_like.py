"""An object that is no `EventEmitter` but has its methods: libraries brought emitters of their own."""

from __future__ import annotations

from nodecore.emitter import Emitter
from nodecore.values import lacks


class EmitterLike:
    """Shows `target`, which has `on`, `removeListener` and `emit`, as the streams of the core want it."""

    def __init__(self, target):
        self._target = target
        self._given = []
        """The listeners as they were given: a method read again is equal, but another object."""

    def add_listener(self, event, listener):
        self._given.append((event, listener))
        self._target.on(event, listener)

    def remove_listener(self, event, listener):
        if (event, listener) in self._given:
            given = self._given.pop(self._given.index((event, listener)))
            self._target.removeListener(*given)

    def listener_count(self, event):
        listeners = getattr(self._target, "listeners", None)
        return len(listeners(event)) if callable(listeners) else 0

    def __getattr__(self, name):
        return getattr(self._target, name)

    def __dir__(self):
        return dir(self._target)

    def __eq__(self, other):
        return self._target == (other._target if isinstance(other, EmitterLike) else other)

    __hash__ = None


def as_emitter(target):
    """`target`, or what stands for it where only an emitter will do."""
    if isinstance(target, Emitter):
        return target
    if not hasattr(target, "on"):
        raise lacks(target, "on")
    return EmitterLike(target)
