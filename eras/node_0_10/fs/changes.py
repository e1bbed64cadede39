"""How `fs.watch` learns of changes: from the kernel where it has inotify, else by looking."""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Callable
from typing import Any

from nodecore.loop import READ, get_loop

Changed = Callable[[str, str], Any]

_MODIFY, _ATTRIB = 0x002, 0x004
_MOVED_FROM, _MOVED_TO, _CREATE, _DELETE, _DELETE_SELF, _MOVE_SELF = 0x40, 0x80, 0x100, 0x200, 0x400, 0x800
_ALL = _MODIFY | _ATTRIB | _MOVED_FROM | _MOVED_TO | _CREATE | _DELETE | _DELETE_SELF | _MOVE_SELF
_HEAD = struct.Struct("iIII")

_LOOK_EVERY = 100


def watcher_of(path: str, persistent: bool, changed: Changed) -> Any:
    """Something that calls `changed(event, filename)` until it is closed."""
    return (Inotify if sys.platform == "linux" else Looking)(path, persistent, changed)


class Inotify:
    """One watch of the kernel's."""

    def __init__(self, path: str, persistent: bool, changed: Changed) -> None:
        self._name = os.path.basename(path)
        self._changed = changed
        self._fd = _call("inotify_init1", os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            _call("inotify_add_watch", self._fd, os.fsencode(path), _ALL)
        except OSError:
            os.close(self._fd)
            raise
        self._watcher: Any = get_loop().io(self._fd, READ)
        self._watcher.ref = persistent
        get_loop().watch(self._watcher, self._readable)

    def close(self) -> None:
        """Stop watching."""
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher.close()
            self._watcher = None
            os.close(self._fd)

    def _readable(self) -> None:
        if self._watcher is None:
            return
        try:
            data = os.read(self._fd, 65536)
        except BlockingIOError:
            return
        while data and self._watcher is not None:
            _watch, mask, _cookie, length = _HEAD.unpack_from(data)
            name = data[_HEAD.size : _HEAD.size + length].rstrip(b"\0")
            data = data[_HEAD.size + length :]
            if mask & _ALL:
                event = "change" if mask & (_MODIFY | _ATTRIB) else "rename"
                self._changed(event, os.fsdecode(name) if name else self._name)


def _call(name: str, *args: Any) -> int:
    result = getattr(ctypes.CDLL(None, use_errno=True), name)(*args)
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


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
