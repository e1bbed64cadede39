"""What a program is told that still uses what is going away: once for each thing, on stderr."""

import sys

_told = set()


def tell(message):
    """Show the warning. A host of programs puts one in its place that knows their flags."""
    print(message, file=sys.stderr)


def deprecated(message):
    """Tell `message`, unless it was told before."""
    if message not in _told:
        tell(message)
        _told.add(message)
