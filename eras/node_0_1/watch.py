"""`process.watchFile`: listeners for the changes of a file."""

from __future__ import annotations

import os
from typing import Any

from nodecore.errors import NodeTypeError
from nodecore.loop import get_loop

from .events import EventEmitter
from .stats import Stats


class FileWatches:
    """The files that a program watches, by the names it gave."""

    def __init__(self) -> None:
        self._watched: dict[str, _WatchedFile] = {}

    def add(self, filename: str, options: Any, listener: Any) -> None:
        """Call `listener` when the file changes; the options of a file's first listener count."""
        if not callable(listener):
            raise NodeTypeError("watchFile needs a listener")
        watched = self._watched.get(filename)
        if watched is None:
            watched = self._watched[filename] = _WatchedFile(filename, **_settings(options))
        watched.addListener("change", listener)

    def remove(self, filename: str) -> None:
        """Stop watching a file."""
        watched = self._watched.pop(filename, None)
        if watched is not None:
            watched.stop()


class _WatchedFile(EventEmitter):
    """One file under watch."""

    event_arity = {"change": 2}

    def __init__(self, filename: str, persistent: bool, interval: float) -> None:
        # The program may change its directory while it watches.
        self._path = os.path.abspath(filename)
        self._last = self._look()
        self._watcher: Any = get_loop().stat(self._path, interval)
        self._watcher.ref = persistent
        get_loop().watch(self._watcher, self._changed)

    def stop(self) -> None:
        watcher, self._watcher = self._watcher, None
        watcher.stop()
        watcher.close()

    def _look(self) -> Stats:
        try:
            return Stats(os.stat(self._path))
        except OSError:
            return Stats()

    def _changed(self) -> None:
        if self._watcher is None:
            return
        # Of changes in quick succession the last is seen first, and then there is no other.
        current, previous = self._look(), self._last
        if _changes(current) != _changes(previous):
            self._last = current
            self.emit("change", current, previous)


def _changes(stats: Stats) -> dict[str, Any]:
    """All but when it was read last, which is no change of a file."""
    return {name: value for name, value in vars(stats).items() if name != "atime"}


def _settings(options: Any) -> dict[str, Any]:
    persistent, interval = options.get("persistent"), options.get("interval")
    return {"persistent": persistent is None or bool(persistent), "interval": max(0.0, float(interval or 0))}
