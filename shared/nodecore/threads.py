"""Blocking calls in threads, for a loop: a few at a time, the others wait for their turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from gevent.hub import Hub
from gevent.threadpool import ThreadPool

THREADS = 8
"""How many blocking calls are made at the same time; more wait for their turn."""

Done = Callable[["BaseException | None", Any], Any]


class Threads:
    """Makes blocking calls; the pool is made with the first one."""

    def __init__(self, hub: Hub, call_soon: Callable[..., None]) -> None:
        self._hub = hub
        self._call_soon = call_soon
        self._calls: deque[tuple[Callable[..., Any], tuple, Done]] = deque()
        self._busy = 0
        self._pool: ThreadPool | None = None

    def call(self, function: Callable[..., Any], args: tuple, done: Done) -> None:
        """Run `function(*args)` in a thread, then `done(error, value)` in the loop."""
        self._calls.append((function, args, done))
        self._start()

    def _start(self) -> None:
        # A full pool would park who asks it for a thread.
        while self._calls and self._busy < THREADS:
            self._busy += 1
            function, args, done = self._calls.popleft()
            if self._pool is None:
                self._pool = ThreadPool(THREADS, hub=self._hub)
            result = self._pool.spawn(_outcome, function, args)
            result.rawlink(lambda finished, done=done: self._ended(done, finished.value))

    def _ended(self, done: Done, outcome: tuple[BaseException | None, Any]) -> None:
        self._busy -= 1
        self._start()
        self._call_soon(done, *outcome)


def _outcome(function: Callable[..., Any], args: tuple) -> tuple[BaseException | None, Any]:
    """`(error, value)` of a call in a thread; an error that left the thread would be printed there."""
    try:
        return None, function(*args)
    except BaseException as error:
        return error, None
