"""Finds objects that Python keeps alive only through each other.

Python's own collector cannot see them as garbage, because their entries hold them for JavaScript; and it may
not be asked, for it would finalize what JavaScript still uses. So this counts, as that collector does, which
references to a set of objects come from within: what has others, and all it leads to, is in use. Doubt is
always decided for *in use*.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from sys import getrefcount
from types import (
    CodeType,
    FrameType,
    FunctionType,
    ModuleType,
)
from typing import TYPE_CHECKING, Any

from greenlet import greenlet
from nodecore.loop import Loop
from nodecore.timers import Timers

if TYPE_CHECKING:
    from .lifetime import Entry

_MOST_OBJECTS = 400_000
_OUTSIDE = (type, ModuleType, CodeType, FrameType, greenlet, Loop, Timers, str, bytes, int, float, type(None))
"""What is not followed. What such objects refer to is taken to be in use."""


class _Followed(dict):
    """Whether objects of a type are followed, found out once for each type."""

    def __init__(self, outside: tuple[type, ...]) -> None:
        self._outside = (*outside, *_OUTSIDE)

    def __missing__(self, kind: type) -> bool:
        followed = self[kind] = not issubclass(kind, self._outside)
        return followed


def _referents(obj: Any) -> list[Any]:
    """What `obj` refers to; a function's globals are nobody's."""
    if isinstance(obj, FunctionType):
        return [*(obj.__closure__ or ()), *(obj.__defaults__ or ()), obj.__dict__]
    return gc.get_referents(obj)


class _Graph:
    """The objects that some objects lead to, and how often each is referred to from among them."""

    def __init__(self, entries: list[Entry], outside: tuple[type, ...] = ()) -> None:
        self.objects: dict[int, Any] = {}
        self.edges: dict[int, list[int]] = {}
        self.inner: dict[int, int] = {}
        self.complete = True
        followed = _Followed(outside)
        stack: list[Any] = []
        for entry in entries:
            self._enter(entry.obj, stack)
        while stack:
            if len(self.objects) > _MOST_OBJECTS:
                self.complete = False
                return
            self._follow(stack.pop(), followed, stack)

    def _enter(self, obj: Any, stack: list[Any]) -> None:
        key = id(obj)
        if key not in self.objects:
            self.objects[key] = obj
            self.edges[key] = []
            stack.append(obj)

    def _follow(self, obj: Any, followed: _Followed, stack: list[Any]) -> None:
        targets = self.edges[id(obj)]
        objects, edges, inner = self.objects, self.edges, self.inner
        for found in _referents(obj):
            if not followed[type(found)]:
                continue
            key = id(found)
            targets.append(key)
            if key in objects:
                inner[key] = inner.get(key, 0) + 1
            else:
                inner[key] = 1
                objects[key] = found
                edges[key] = []
                stack.append(found)

    def reached_from_outside(self, entered: set[int]) -> set[int]:
        """Ids of the objects something outside leads to; an entry's own reference is no such thing."""
        used = [
            key
            for key, count in self._counts()
            if count > self.inner.get(key, 0) + (1 if key in entered else 0)
        ]
        reached = set(used)
        while used:
            for key in self.edges[used.pop()]:
                if key not in reached:
                    reached.add(key)
                    used.append(key)
        return reached

    def _counts(self) -> Iterator[tuple[int, int]]:
        """(id, reference count without those this graph itself holds)."""
        for key in self.objects:
            yield key, getrefcount(self.objects[key]) - _HELD

    def connected(self, keys: set[int]) -> Iterator[list[int]]:
        """`keys` by the groups that refer to each other in some direction."""
        around: dict[int, list[int]] = {key: [] for key in keys}
        for key, others in around.items():
            for target in self.edges[key]:
                if target in around:
                    others.append(target)
                    around[target].append(key)
        while around:
            key, waiting = around.popitem()
            group = [key]
            while waiting:
                key = waiting.pop()
                if key in around:
                    group.append(key)
                    waiting += around.pop(key)
            yield group


def _calibrate() -> int:
    """How many references the graph itself and its way of counting add to an object."""
    graph = _Graph([])
    graph.objects = {0: object()}
    global _HELD
    _HELD = 0
    return next(graph._counts())[1]


_HELD = 0
_HELD = _calibrate()


def partition(entries: Iterable[Entry], outside: tuple[type, ...]) -> tuple[list[set[Entry]], list[Entry]]:
    """Groups of entries whose objects only such objects refer to, and the entries that are in use.

    References that objects of the types `outside` hold are not followed. Both are empty when there are too
    many objects to tell.
    """
    by_id = {id(entry.obj): entry for entry in entries}
    graph = _Graph(list(by_id.values()), outside)
    if not graph.complete:
        return [], []
    reached = graph.reached_from_outside(set(by_id))
    free = {key for key in graph.objects if key not in reached}
    groups = [{by_id[key] for key in group if key in by_id} for group in graph.connected(free)]
    return [group for group in groups if group], [entry for key, entry in by_id.items() if key in reached]
