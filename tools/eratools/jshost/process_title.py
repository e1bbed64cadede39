"""The name under which lists of processes show this one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_LONGEST_NAME = 15
_SELF = Path("/proc/self")
_ARGUMENTS = slice(45, 47)
"""Where, behind a process's name, the system tells from where to where its command line stands."""


def show_title(title: str) -> None:
    """Let `ps` and its like show `title`, as far as there is room where the command line stood."""
    text = title.encode("utf-8", "replace")
    with suppress(OSError):  # no system but Linux tells where that is
        (_SELF / "comm").write_bytes(text[:_LONGEST_NAME])
        behind_name = (_SELF / "stat").read_text().rpartition(")")[2].split()
        start, end = map(int, behind_name[_ARGUMENTS])
        with open(_SELF / "mem", "r+b", buffering=0) as memory:
            memory.seek(start)
            memory.write(text[: end - start - 1].ljust(end - start, b"\0"))
