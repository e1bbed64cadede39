"""`fs.watch` and `fs.watchFile`: told of a change by the system, or found by looking again and again."""

from __future__ import annotations

import os
from typing import Any

from nodecore.errors import NodeError
from nodecore.loop import get_loop

from ..errors import system_error
from ..events import EventEmitter
from ..options import merged
from .arguments import path_of
from .changes import watcher_of
from .stats import Stats

_INTERVAL = 5007


class FSWatcher(EventEmitter):
    """What `fs.watch` returns. Events: `change` with `rename` or `change` and a filename; `error`."""

    event_arity = {"change": 2, "error": 1}

    def __init__(self) -> None:
        self._watcher: Any = None

    def start(self, filename, persistent=True) -> None:
        """Watch a file or folder."""
        path = path_of(filename, "Bad arguments")
        try:
            os.stat(path)
            self._watcher = watcher_of(path, persistent is not False, self._changed)
        except OSError as error:
            raise system_error(error, "watch") from None

    def close(self) -> None:
        """Stop watching."""
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None

    def _changed(self, event: str, filename: str) -> None:
        if self._watcher is not None:
            self.emit("change", event, filename)


def watch(filename, options=None, listener=None, **more) -> FSWatcher:
    """Watch a file or folder. Option: `persistent`, whether that keeps the program alive."""
    if options is not None and not isinstance(options, dict):
        options, listener = None, options
    options = merged(options, more)
    watcher = FSWatcher()
    watcher.start(filename, options.get("persistent", True))
    if listener is not None:
        watcher.on("change", listener)
    return watcher


class StatWatcher(EventEmitter):
    """Looks at a file again and again. Event: `change` with the present and the earlier `Stats`."""

    event_arity = {"change": 2, "stop": 0}

    def __init__(self, path: str, persistent: bool, interval: float) -> None:
        self._path = os.path.abspath(path)
        self._interval = interval
        self._last: os.stat_result | None = None
        self._missing = False
        self._first = True
        self._stopped = False
        self._timer = get_loop().timer(self._look, 1)
        if not persistent:
            self._timer.unref()

    def stop(self) -> None:
        """Look no more."""
        self._stopped = True
        self._timer.cancel()

    def _look(self) -> None:
        found = _look_at(self._path)
        # One that comes back is compared with what it was before it went.
        previous, self._last = self._last, found or self._last
        missed, self._missing = self._missing, found is None
        changed = self._missing != missed or (found is not None and _essence(found) != _essence(previous))
        if changed and not self._first:
            self.emit("change", Stats(found), Stats(previous))
        self._first = False
        if not self._stopped:
            self._timer.start(self._interval)


_watched: dict[str, StatWatcher] = {}


def watchFile(filename, options=None, listener=None, **more) -> StatWatcher:
    """Look at a file every `interval` milliseconds; `persistent` keeps the program alive meanwhile."""
    if callable(options):
        options, listener = None, options
    if not callable(listener):
        raise NodeError("watchFile requires a listener function")
    options = merged(options, more)
    path = os.path.abspath(path_of(filename))
    watcher = _watched.get(path)
    if watcher is None:
        interval = options.get("interval")
        persistent = options.get("persistent", True) is not False
        watcher = _watched[path] = StatWatcher(path, persistent, _INTERVAL if interval is None else interval)
    watcher.addListener("change", listener)
    return watcher


def unwatchFile(filename, listener=None) -> None:
    """Stop calling `listener`, or all of them, when a file changes."""
    path = os.path.abspath(path_of(filename))
    watcher = _watched.get(path)
    if watcher is None:
        return
    if callable(listener):
        watcher.removeListener("change", listener)
    else:
        watcher.removeAllListeners("change")
    if not watcher.listeners("change"):
        watcher.stop()
        del _watched[path]


def _look_at(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except OSError:
        return None


def _essence(found: os.stat_result | None) -> tuple | None:
    """All but when it was read last, which is no change of a file."""
    if found is None:
        return None
    return (
        found.st_ctime_ns,
        found.st_mtime_ns,
        found.st_size,
        found.st_mode,
        found.st_uid,
        found.st_gid,
        found.st_ino,
        found.st_dev,
    )
