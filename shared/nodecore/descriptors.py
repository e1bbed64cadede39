"""What descriptors lead to."""

from __future__ import annotations

import os
import stat


def kind_of(fd: int) -> str:
    """What a descriptor leads to: SOCKET, PIPE, TTY, FILE, or UNKNOWN for none."""
    try:
        mode = os.fstat(fd).st_mode
    except (OSError, OverflowError):
        return "UNKNOWN"
    if stat.S_ISSOCK(mode):
        return "SOCKET"
    if stat.S_ISFIFO(mode):
        return "PIPE"
    return "TTY" if os.isatty(fd) else "FILE"
