"""What stat(2) tells of a file; every generation shows it, under names of its own."""

from __future__ import annotations

import os
import stat
from datetime import datetime, timezone


class FileStats:
    """A file's data under the names of stat(2), its times in whole seconds; all zero for no file."""

    stat_fields = ("dev", "ino", "mode", "nlink", "uid", "gid", "rdev", "size", "blksize", "blocks")
    """In the order in which a generation shows them."""

    time_type: type[datetime] = datetime
    """What a time is."""

    mode: int

    def __init__(self, found: os.stat_result | None = None) -> None:
        for name in self.stat_fields:
            setattr(self, name, getattr(found, f"st_{name}", 0))
        for name in ("atime", "mtime", "ctime"):
            seconds = int(getattr(found, f"st_{name}", 0))
            setattr(self, name, self.time_type.fromtimestamp(seconds, timezone.utc))

    def is_file(self) -> bool:
        """Whether it is a regular file."""
        return stat.S_ISREG(self.mode)

    def is_directory(self) -> bool:
        """Whether it is a directory."""
        return stat.S_ISDIR(self.mode)

    def is_block_device(self) -> bool:
        """Whether it is a device of blocks, such as a disk."""
        return stat.S_ISBLK(self.mode)

    def is_character_device(self) -> bool:
        """Whether it is a device of characters, such as a terminal."""
        return stat.S_ISCHR(self.mode)

    def is_symbolic_link(self) -> bool:
        """Whether it is a symbolic link."""
        return stat.S_ISLNK(self.mode)

    def is_fifo(self) -> bool:
        """Whether it is a named pipe."""
        return stat.S_ISFIFO(self.mode)

    def is_socket(self) -> bool:
        """Whether it is a socket."""
        return stat.S_ISSOCK(self.mode)
