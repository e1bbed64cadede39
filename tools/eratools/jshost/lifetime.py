"""Which Python objects JavaScript knows, and what keeps each pair of object and wrapper alive.

What holds here:

- An object has one entry, one handle and one wrapper for as long as JavaScript may reach the wrapper. The
  entry holds the object strongly until the wrapper is collected.
- While Python holds the object beyond its entry, the entry holds the wrapper strongly as well, so that what
  JavaScript put on it (listeners, properties) survives. Otherwise the wrapper is held weakly.
- A sweep compares reference counts to tell the two apart. It visits the *young* entries, those that crossed
  lately; what stays pinned becomes *old* and is visited again only when the old ones have doubled.
- An entry whose wrapper is weak becomes young again as soon as it crosses.
- Old objects that only hold each other are found by `cycles`; their wrappers are tied together and weakened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from sys import getrefcount
from typing import Any

from .cycles import partition
from .engine import Engine

YOUNG_LIMIT = 256
OLD_LIMIT = 1024
WEAK_LIMIT = 4096


class Entry:
    """A Python object that JavaScript knows. `js` is its wrapper, None while that is held weakly."""

    __slots__ = ("age", "handle", "js", "obj", "shown")

    def __init__(self, handle: int, obj: Any, js: Any) -> None:
        self.handle = handle
        self.obj = obj
        self.js = js
        self.age = 0
        self.shown: dict[str, Any] | None = None


def _unpinned(entries: Iterable[Entry], count: int) -> set[Entry]:
    """The entries whose object has `count` references."""
    return {entry for entry in entries if getrefcount(entry.obj) <= count}


def _calibrate() -> int:
    """The reference count `_unpinned` sees of an object that only its entry holds."""
    entry = Entry(0, object(), None)
    return next(count for count in range(1, 16) if _unpinned([entry], count))


_ALONE = _calibrate()


class Table:
    """The entries of one engine."""

    def __init__(self, engine: Engine, core: dict[str, Any]) -> None:
        self._engine = engine
        self._core = core
        self.entries: dict[int, Entry] = {}
        self._by_object: dict[int, Entry] = {}
        self._young: list[Entry] = []
        self._old: list[Entry] = []
        self._last_handle = 0
        self._sweeping = False
        self._old_limit = OLD_LIMIT
        self._weak_limit = WEAK_LIMIT
        self.young_limit = YOUNG_LIMIT
        self.shared: tuple[type, ...] = ()
        """Types of what every entry leads to: the machinery of the host."""

    # -- entries ------------------------------------------------------------------------------------

    def find(self, obj: Any) -> Entry | None:
        """The entry of `obj`, if JavaScript knows it."""
        return self._by_object.get(id(obj))

    def add(self, obj: Any, wrapper: Any, handle: int) -> Entry:
        """Let `wrapper` stand for `obj`."""
        entry = Entry(handle, obj, wrapper)
        self.entries[handle] = entry
        self._by_object[id(obj)] = entry
        self._young.append(entry)
        return entry

    def new_handle(self) -> int:
        """A handle for an object that comes from Python; JavaScript gives the odd ones."""
        self._last_handle += 2
        return self._last_handle

    def wrapper(self, obj: Any, make: Callable[[Any, int], Any]) -> Any:
        """The wrapper of `obj`, made by `make(obj, handle)` when there is none."""
        entry = self._by_object.get(id(obj))
        if entry is None:
            handle = self.new_handle()
            return self.add(obj, make(obj, handle), handle).js
        if entry.js is None and not self.strengthen(entry):
            self._forget(entry)
            return self.wrapper(obj, make)
        return entry.js

    def touch(self, handle: int) -> Any:
        """The object of `handle`, which is crossing into Python."""
        entry = self.entries[handle]
        if entry.js is None:
            self.strengthen(entry)
        return entry.obj

    def strengthen(self, entry: Entry) -> bool:
        """Hold a weak wrapper strongly again; tells whether it was still there."""
        entry.js = self._engine.call(self._core["reach"], entry.handle)
        if entry.js is None:
            return False
        entry.age = 0
        self._young.append(entry)
        return True

    def dead(self, handle: int) -> None:
        """The wrapper of `handle` was collected."""
        entry = self.entries.get(handle)
        if entry is not None:
            self._forget(entry)

    def _forget(self, entry: Entry) -> None:
        del self.entries[entry.handle]
        if self._by_object.get(id(entry.obj)) is entry:
            del self._by_object[id(entry.obj)]
        entry.js = entry.shown = None

    # -- sweeping -----------------------------------------------------------------------------------

    @property
    def is_due(self) -> bool:
        """Whether enough objects crossed since the last sweep."""
        return len(self._young) >= self.young_limit and not self._sweeping

    def sweep_if_due(self) -> None:
        """Look for wrappers to weaken if enough objects crossed since the last time."""
        if self.is_due:
            self.sweep()

    def sweep(self, everything: bool = False) -> None:
        """Weaken the wrappers of objects that Python no longer holds."""
        self._sweeping = True
        try:
            self._sweep_young(everything)
            if everything or len(self._old) >= self._old_limit:
                self._sweep_old()
            weak = len(self.entries) - len(self._young) - len(self._old)
            if everything or weak >= self._weak_limit:
                self._engine.collect()
                weak = len(self.entries) - len(self._young) - len(self._old)
                self._weak_limit = max(WEAK_LIMIT, 2 * weak)
        finally:
            self._sweeping = False

    def _sweep_young(self, everything: bool) -> None:
        young, self._young = self._young, []
        alone = _unpinned(young, _ALONE)
        for entry in young:
            if entry in alone:
                continue
            entry.age += 1
            (self._old if everything or entry.age > 1 else self._young).append(entry)
        self._weaken(alone)

    def _sweep_old(self) -> None:
        alone = _unpinned(self._old, _ALONE)
        self._old = [entry for entry in self._old if entry not in alone]
        self._weaken(alone)
        self._untangle()
        self._old_limit = max(OLD_LIMIT, 2 * len(self._old))

    def _untangle(self) -> None:
        """Weaken the wrappers of objects that only hold each other."""
        young = set(self._young)
        entries = (entry for entry in self.entries.values() if entry not in young)
        groups, used = partition(entries, (Entry, *self.shared))
        for entry in used:
            if entry.js is None:
                self.strengthen(entry)
        strong: set[Entry] = set()
        for group in groups:
            found = [entry for entry in group if entry.js is not None]
            if found:
                strong.update(found)
                if len(group) > 1:
                    self._tie(group)
        self._old = [entry for entry in self._old if entry not in strong]
        self._weaken(strong)

    def _tie(self, group: set[Entry]) -> None:
        wrappers = [entry.js or self._engine.call(self._core["reach"], entry.handle) for entry in group]
        self._engine.call(self._core["tie"], *[wrapper for wrapper in wrappers if wrapper is not None])

    def _weaken(self, entries: set[Entry]) -> None:
        waiting = list(entries)
        for start in range(0, len(waiting), 128):
            batch = waiting[start : start + 128]
            # Nothing of the program may run before it is known who lives on.
            self._engine.make(self._core["weaken"], *[entry.js for entry in batch])
            for entry in batch:
                entry.js = None
            alive = set(self._engine.make(self._core["watch"]).split(","))
            for entry in batch:
                if str(entry.handle) not in alive:
                    self._forget(entry)

    @property
    def size(self) -> int:
        """How many objects JavaScript knows."""
        return len(self.entries)
