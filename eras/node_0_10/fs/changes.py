"""How `fs.watch` learns of changes: from the kernel where it has inotify, else by looking."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from nodecore.loop import get_loop

from .inotify import Inotify

Changed = Callable[[str, str], Any]

_LOOK_EVERY = 100


def watcher_of(path: str, persistent: bool, changed: Changed) -> Any:
    """Something that calls `changed(event, filename)` until it is closed."""
    return (Inotify if sys.platform == "linux" else Looking)(path, persistent, changed)


class Looking:
    """Compares what there is with what there was, every moment."""

    def __init__(self, path: str, persistent: bool, changed: Changed) -> None:
        self._path = path
        self._name = os.path.basename(path)
        self._changed = changed
        self._last = self._look()
        self._closed = False
        self._timer = get_loop().timer(self._compare, _LOOK_EVERY)
        if not persistent:
            self._timer.unref()

    def close(self) -> None:
        """Stop watching."""
        self._closed = True
        self._timer.cancel()

    def _look(self) -> dict[str, Any]:
        """What there is: the names in a folder, or the file itself."""
        try:
            if not os.path.isdir(self._path):
                return {self._name: _version(os.stat(self._path))}
            with os.scandir(self._path) as entries:
                return {entry.name: _version(entry.stat(follow_symlinks=False)) for entry in entries}
        except OSError:
            return {}

    def _compare(self) -> None:
        before, self._last = self._last, self._look()
        for name in sorted(before.keys() | self._last.keys()):
            if before.get(name) != self._last.get(name) and not self._closed:
                same = name in before and name in self._last and before[name][0] == self._last[name][0]
                self._changed("change" if same else "rename", name)
        if not self._closed:
            self._timer.start(_LOOK_EVERY)


def _version(found: os.stat_result) -> tuple:
    return found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size
