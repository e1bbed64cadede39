"""`fs.Stats`: what the system knows of a file."""

from __future__ import annotations

import os
import stat
from datetime import datetime, timezone

_FIELDS = ("dev", "mode", "nlink", "uid", "gid", "rdev", "blksize", "ino", "size", "blocks")
_TIMES = ("atime", "mtime", "ctime")


class Stats:
    """A file's data under the names of stat(2); its times are dates, in whole seconds."""

    def __init__(self, found: os.stat_result | None = None) -> None:
        for name in _FIELDS:
            setattr(self, name, getattr(found, f"st_{name}", 0))
        for name in _TIMES:
            seconds = int(getattr(found, f"st_{name}", 0))
            setattr(self, name, datetime.fromtimestamp(seconds, timezone.utc))

    def isDirectory(self) -> bool:
        """Whether it is a directory."""
        return stat.S_ISDIR(self.mode)

    def isFile(self) -> bool:
        """Whether it is a regular file."""
        return stat.S_ISREG(self.mode)

    def isBlockDevice(self) -> bool:
        """Whether it is a device of blocks, such as a disk."""
        return stat.S_ISBLK(self.mode)

    def isCharacterDevice(self) -> bool:
        """Whether it is a device of characters, such as a terminal."""
        return stat.S_ISCHR(self.mode)

    def isSymbolicLink(self) -> bool:
        """Whether it is a symbolic link; only `lstat` sees one."""
        return stat.S_ISLNK(self.mode)

    def isFIFO(self) -> bool:
        """Whether it is a named pipe."""
        return stat.S_ISFIFO(self.mode)

    def isSocket(self) -> bool:
        """Whether it is a socket."""
        return stat.S_ISSOCK(self.mode)
