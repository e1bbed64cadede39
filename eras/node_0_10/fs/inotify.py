"""What Linux tells of changes. All watchers share one inotify instance, of which a user has few.

What holds here:

- Watchers of the same file share the kernel's watch; each hears of everything that file's watch tells.
- An event that is about anything but content or attributes is a `rename`, also that the watch is gone.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Callable
from typing import Any

from nodecore.loop import READ, get_loop

_MODIFY, _ATTRIB = 0x002, 0x004
_MOVED_FROM, _MOVED_TO, _CREATE, _DELETE, _DELETE_SELF, _MOVE_SELF = 0x40, 0x80, 0x100, 0x200, 0x400, 0x800
_ALL = _MODIFY | _ATTRIB | _MOVED_FROM | _MOVED_TO | _CREATE | _DELETE | _DELETE_SELF | _MOVE_SELF
_HEAD = struct.Struct("iIII")
_READ_SIZE = 65536


class Inotify:
    """One watcher of a file or folder; calls `changed(event, filename)` until it is closed."""

    def __init__(self, path: str, persistent: bool, changed: Callable[[str, str], Any]) -> None:
        self._name = os.path.basename(path)
        self._changed = changed
        self.persistent = persistent
        self._number = _instance.add(path, self)

    def close(self) -> None:
        """Stop watching."""
        _instance.remove(self._number, self)

    def tell(self, mask: int, name: str) -> None:
        """The kernel told something."""
        self._changed("rename" if mask & ~(_MODIFY | _ATTRIB) else "change", name or self._name)


class _Instance:
    """The instance, open while there are watchers."""

    def __init__(self) -> None:
        self._fd = -1
        self._io: Any = None
        self._watchers: dict[int, list[Inotify]] = {}

    def add(self, path: str, watcher: Inotify) -> int:
        """Watch `path` for `watcher`; the kernel's number of the watch."""
        if self._fd < 0:
            self._fd = _call("inotify_init1", os.O_NONBLOCK | os.O_CLOEXEC)
            self._io = get_loop().io(self._fd, READ)
            get_loop().watch(self._io, self._readable)
        try:
            number = _call("inotify_add_watch", self._fd, os.fsencode(path), _ALL)
            self._watchers.setdefault(number, []).append(watcher)
        finally:
            self._settle()
        return number

    def remove(self, number: int, watcher: Inotify) -> None:
        """Watch no more for `watcher`."""
        watchers = self._watchers.get(number, [])
        if watcher in watchers:
            watchers.remove(watcher)
        if not watchers and self._watchers.pop(number, None) is not None:
            try:
                _call("inotify_rm_watch", self._fd, number)
            except OSError:
                pass  # the file itself is gone, and its watch with it
        self._settle()

    def _settle(self) -> None:
        """Keep the program alive for those that want that; close when nobody watches."""
        everybody = [watcher for watchers in self._watchers.values() for watcher in watchers]
        if everybody:
            self._io.ref = any(watcher.persistent for watcher in everybody)
        elif self._fd >= 0:
            self._io.stop()
            self._io.close()
            os.close(self._fd)
            self._fd = -1

    def _readable(self) -> None:
        try:
            data = os.read(self._fd, _READ_SIZE) if self._fd >= 0 else b""
        except BlockingIOError:
            return
        while data:
            number, mask, _cookie, length = _HEAD.unpack_from(data)
            name = data[_HEAD.size : _HEAD.size + length].rstrip(b"\0")
            data = data[_HEAD.size + length :]
            for watcher in list(self._watchers.get(number, ())):
                watcher.tell(mask, os.fsdecode(name))


_instance = _Instance()


def _call(name: str, *args: Any) -> int:
    result = getattr(ctypes.CDLL(None, use_errno=True), name)(*args)
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
