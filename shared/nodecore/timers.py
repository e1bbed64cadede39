"""Timers of a loop: which there are, when the next one is due, and whether they keep a program alive.

What holds here:

- A timer that is due is set aside by the hub; the loop takes it and calls it at its place in the round. So
  those that a timer adds wait for the next time.
- Timers of one *kin* that are due together are called one after the other, and their next-ticks are run
  behind the last of them.
- A delay counts from the moment it was asked for, and is at least a millisecond.
- A timer that was cancelled or started again leaves its old entry in the heap until that is due, unless such
  entries become the majority.
"""

from __future__ import annotations

import heapq
import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any


class Timer:
    """A one-shot or repeating timer; made by `Loop.timer`."""

    __slots__ = ("_timers", "_wants_ref", "active", "args", "callback", "due", "kin", "repeat")

    def __init__(self, timers: Timers, callback: Callable[..., Any], args: tuple, repeat: float | None):
        self._timers = timers
        self._wants_ref = True
        self.callback = callback
        self.args = args
        self.repeat = repeat
        self.kin: Any = None
        self.active = False
        self.due = 0.0

    def start(self, delay: float) -> Timer:
        """Fire `delay` milliseconds from now, instead of at any earlier set time."""
        if self.active:
            self._timers.drop(self)
        self._timers.add(self, delay)
        return self

    def cancel(self) -> None:
        """Never fire again, and let go of the callback: a cancelled timer may be remembered for long."""
        if self.active:
            self._timers.drop(self)
        self.callback = _nothing
        self.args = ()

    def ref(self) -> Timer:
        """Keep the program alive while this timer is active (the default)."""
        if not self._wants_ref:
            self._wants_ref = True
            if self.active:
                self._timers.count(1)
        return self

    def unref(self) -> Timer:
        """Let the program end although this timer is active."""
        if self._wants_ref:
            self._wants_ref = False
            if self.active:
                self._timers.count(-1)
        return self

    @property
    def has_ref(self) -> bool:
        """Whether it keeps the program alive while it is active."""
        return self._wants_ref


class Timers:
    """The timers of one loop; iterates over those that are active."""

    def __init__(self, native: Any, some_due: Callable[[], None]) -> None:
        """Timers on gevent's loop `native`; `some_due` is called in the hub when `due` has got some."""
        self.due: deque[tuple[float, Timer]] = deque()
        """What was set aside, with the time it was due at; see `take`."""
        self._native = native
        self._some_due = some_due
        self._heap: list[tuple[float, int, Timer]] = []
        self._order = itertools.count()
        self._refs = 0
        self._stale = 0
        self._watcher = native.timer(0.001)
        self._watcher.ref = False
        self._armed_for: float | None = None

    def __iter__(self) -> Iterator[Timer]:
        return iter([entry[2] for entry in self._heap if entry[2].active])

    def __len__(self) -> int:
        """How many entries are kept, stale ones among them."""
        return len(self._heap)

    def add(self, timer: Timer, delay: float) -> None:
        """Let `timer` be due in `delay` milliseconds."""
        self._native.update_now()  # a delay counts from now, not from the start of a long callback
        timer.due = self._now() + max(1.0, delay)
        timer.active = True
        heapq.heappush(self._heap, (timer.due, next(self._order), timer))
        if timer.has_ref:
            self.count(1)
        if self._armed_for is None or timer.due < self._armed_for:
            self._arm()

    def drop(self, timer: Timer) -> None:
        """Forget that `timer` is to be due."""
        timer.active = False
        if timer.has_ref:
            self.count(-1)
        self._stale += 1
        if self._stale > 64 and self._stale * 2 > len(self._heap):
            self._heap = [entry for entry in self._heap if entry[2].active and entry[0] == entry[2].due]
            heapq.heapify(self._heap)
            self._stale = 0

    def count(self, change: int) -> None:
        """So many timers more, or fewer, keep the program alive."""
        before = self._refs
        self._refs = before + change
        if (before == 0) != (self._refs == 0):
            self._watcher.ref = self._refs > 0

    def take(self) -> Timer | None:
        """The next of `due` that is to be called, if any; one that repeats is started again."""
        while self.due:
            due, timer = self.due.popleft()
            if timer.active and timer.due == due:
                timer.active = False
                if timer.has_ref:
                    self.count(-1)
                if timer.repeat is not None:
                    self.add(timer, timer.repeat)
                return timer
        return None

    def take_kin(self, kin: Any) -> Timer | None:
        """As `take`, if the next is of this kin, which None is not."""
        return self.take() if self._goes_on(kin) else None

    def leave(self, kin: Any) -> list[tuple[float, Timer]]:
        """Take what `take_kin` would find, one after the other, out of `due`, to be put there again."""
        left = []
        while self._goes_on(kin):
            left.append(self.due.popleft())
        return left

    def _goes_on(self, kin: Any) -> bool:
        while self.due:
            due, timer = self.due[0]
            if timer.active and timer.due == due:
                return kin is not None and timer.kin == kin
            self.due.popleft()
        return False

    def look(self) -> None:
        """Set aside what is due by now, as the native loop does when it polls."""
        self._native.update_now()
        if self._heap and self._heap[0][0] <= self._now():
            self._fire()

    def _now(self) -> float:
        return self._native.now() * 1000.0

    def _arm(self) -> None:
        self._watcher.stop()
        if not self._heap:
            self._armed_for = None
            return
        self._armed_for = self._heap[0][0]
        self._native.update_now()
        delay = max(0.0, self._armed_for - self._now())
        self._watcher = self._native.timer(delay / 1000.0)
        self._watcher.ref = self._refs > 0
        self._watcher.start(self._fire)

    def _fire(self) -> None:
        limit = self._now() + 0.5
        found = []
        while self._heap and self._heap[0][0] <= limit:
            due, _, timer = heapq.heappop(self._heap)
            if timer.active and timer.due == due:
                found.append((due, timer))
            else:
                self._stale = max(0, self._stale - 1)
        self.due.extend(_by_kin(found))
        self._arm()
        if self.due:
            self._some_due()


def _by_kin(entries: list[tuple[float, Timer]]) -> Iterable[tuple[float, Timer]]:
    if len(entries) < 2:
        return entries
    families: dict[Any, list[tuple[float, Timer]]] = {}
    for entry in entries:
        kin = entry[1].kin
        families.setdefault(entry[1] if kin is None else kin, []).append(entry)
    return itertools.chain.from_iterable(families.values())


def _nothing() -> None:
    """What a cancelled timer would call."""
