"""What an uncaught error prints."""

from __future__ import annotations

import json
import linecache
import re
import sys
from typing import Any

from .errors import describe_error
from .objects import JSError, JSThrown

_WRAPPER = "(function (exports, require, module, __filename, __dirname) { "
"""What stands before a module's first line, and was shown with it; and after its last one."""
_END = "});"
_WIDTH = 78
"""How much of a long line is shown,"""
_CARET = 68
"""and where in it the place is, if there is as much before it."""
_PARSER_FRAME = re.compile(r"(?<=\n)    at /[^()\n]*:\d+:\d+(?:\n|$)")
"""The place where a file is no JavaScript: it is shown with its source."""
_PLACE = re.compile(r"(?:\(|at )([^()\s][^()]*?):(\d+):(\d+)\)?\s*$", re.MULTILINE)


def report(error: BaseException, shows_source: bool) -> None:
    """Print an error that nobody caught to stderr."""
    stack = stack_of(error)
    text = ""
    if shows_source:
        place = _PLACE.search(stack)
        text = _source(place.group(1), int(place.group(2)), int(place.group(3))) if place else "\n"
        if stack.startswith("SyntaxError"):
            text = "" if _shown else text
            stack = _PARSER_FRAME.sub("", stack, count=1).rstrip("\n")
    sys.stderr.write(text + stack + "\n")
    sys.stderr.flush()


def stack_of(error: BaseException) -> str:
    """The stack of an error from either side, in JavaScript's form."""
    if isinstance(error, JSThrown):
        return _text(error.value)
    if isinstance(error, JSError):
        return error.stack or str(error)
    _kind, name, message, frames, _properties = describe_error(error)
    lines = [f"{name}: {message}" if message else name, *json.loads(frames)]
    return "\n    at ".join(lines)


_shown: list[str] = []


def show_place(file: str, line: int, column: int) -> None:
    """Print the place of a syntax error, if it is the first of this program."""
    if not _shown:
        _shown.append(file)
        sys.stderr.write(_source(file, line, column))
        sys.stderr.flush()


def _text(value: Any) -> str:
    """A thrown value that is no error, as JavaScript makes it text."""
    if value is None:
        return "undefined"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(getattr(value, "origin", value))


def _source(file: str, line: int, column: int) -> str:
    """The place of an error, the line of source and a caret below it."""
    source = linecache.getline(file, line).rstrip("\n")
    column -= 1
    if not source and line > len(linecache.getlines(file)):
        source = _END
    if line == 1 and file.endswith(".js"):
        source = _WRAPPER + source
    if len(source) > _WIDTH:
        left = max(0, min(column - _CARET, len(source) - _WIDTH))
        source = source[left : left + _WIDTH]
        column -= left
    return f"\n{file}:{line}\n{source}\n{' ' * column}^\n"
