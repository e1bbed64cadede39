"""`posix.Stats`: what the system knows of a file."""

from __future__ import annotations

import os
import stat
from datetime import datetime, timezone


class FileTime(datetime):
    """A moment of a file's life in whole seconds of UTC, printed as the document prints it."""

    def __str__(self) -> str:
        return self.strftime("%Y-%m-%dT%H:%M:%SZ")


class Stats:
    """A file's data, under the names of stat(2); of a file that is not there, all zero."""

    def __init__(self, found: os.stat_result | None = None) -> None:
        for name in ("dev", "ino", "mode", "nlink", "uid", "gid", "rdev", "size", "blksize", "blocks"):
            setattr(self, name, getattr(found, f"st_{name}", 0))
        for name in ("atime", "mtime", "ctime"):
            setattr(self, name, FileTime.fromtimestamp(int(getattr(found, f"st_{name}", 0)), timezone.utc))

    def isFile(self) -> bool:
        """Whether it is a regular file."""
        return stat.S_ISREG(self.mode)

    def isDirectory(self) -> bool:
        """Whether it is a directory."""
        return stat.S_ISDIR(self.mode)

    def isBlockDevice(self) -> bool:
        """Whether it is a device of blocks, such as a disk."""
        return stat.S_ISBLK(self.mode)

    def isCharacterDevice(self) -> bool:
        """Whether it is a device of characters, such as a terminal."""
        return stat.S_ISCHR(self.mode)

    def isSymbolicLink(self) -> bool:
        """Whether it is a symbolic link."""
        return stat.S_ISLNK(self.mode)

    def isFIFO(self) -> bool:
        """Whether it is a named pipe."""
        return stat.S_ISFIFO(self.mode)

    def isSocket(self) -> bool:
        """Whether it is a socket."""
        return stat.S_ISSOCK(self.mode)
