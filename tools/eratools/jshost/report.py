"""What an uncaught error prints."""

from __future__ import annotations

import json
import linecache
import re
import sys

from .errors import describe_error
from .objects import JSError, JSThrown

_PLACE = re.compile(r"(?:\(|at )([^()\s][^()]*?):(\d+):(\d+)\)?\s*$", re.MULTILINE)


def report(error: BaseException, shows_source: bool) -> None:
    """Print an error that nobody caught to stderr."""
    stack = stack_of(error)
    text = ""
    if shows_source:
        place = _PLACE.search(stack)
        text = _source(place.group(1), int(place.group(2)), int(place.group(3))) if place else "\n"
    sys.stderr.write(text + stack + "\n")
    sys.stderr.flush()


def stack_of(error: BaseException) -> str:
    """The stack of an error from either side, in JavaScript's form."""
    if isinstance(error, JSThrown):
        return str(error.value)
    if isinstance(error, JSError):
        return error.stack or str(error)
    _kind, name, message, frames, _properties = describe_error(error)
    lines = [f"{name}: {message}" if message else name, *json.loads(frames)]
    return "\n    at ".join(lines)


def _source(file: str, line: int, column: int) -> str:
    """The place of an error, the line of source and a caret below it."""
    source = linecache.getline(file, line).rstrip("\n")
    return f"\n{file}:{line}\n{source}\n{' ' * (column - 1)}^\n"
