"""What a program is told that still uses what is going away: once for each thing, on stderr."""

import sys

_told = set()


def deprecated(message):
    """Tell `message`, unless it was told before."""
    if message not in _told:
        _told.add(message)
        print(message, file=sys.stderr)
