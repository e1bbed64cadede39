"""What an uncaught error prints."""

from __future__ import annotations

import linecache
import os
import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .errors import shown_file
from .objects import JSError, JSObject, JSThrown

if TYPE_CHECKING:
    from .bridge import Bridge

_WRAPPER = "(function (exports, require, module, __filename, __dirname) { "
"""What stands before a module's first line, and was shown with it; and after its last one."""
_END = "});"
_WIDTH = 78
"""How much of a long line is shown,"""
_CARET = 68
"""and where in it the place is, if there is as much before it."""
_PARSER_FRAME = re.compile(r"(?<=\n)    at (?:/|\[(?:eval|stdin)\])[^()\n]*:\d+:\d+(?:\n|$)")
"""The place where a file is no JavaScript: it is shown with its source."""
_LINES_OF_NODE = {
    "raise error  # Unhandled 'error' event": (
        "events.js",
        72,
        15,
        "        throw er; // Unhandled 'error' event",
    ),
    "Function.Module._resolveFilename": ("module.js", 340, 11, "    throw err;"),
}
"""What everybody knew of Node's own source, by what throws here."""
_TOKEN = re.compile(r"""[\w$]+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|["'].*""")
"""What carets are put below as a whole."""
_PLACE = re.compile(r"(?:\(|at )([^()\s][^()]*?):(\d+):(\d+)\)?\s*$", re.MULTILINE)


def report(
    error: BaseException,
    shows_source: bool,
    stack: str,
    place: tuple[str, int] | None = None,
    thrown: Sequence[Any] = (),
) -> None:
    """Print an error that nobody caught to stderr, with its `stack`.

    `place` is where Python threw it, if it did; `thrown` is (file, line, column, source, text) of a program's
    own `throw`, if that was it.
    """
    stack = thrown[4] if thrown else stack
    text = ""
    if thrown and shows_source:
        text = _source(*thrown[:4])
    elif shows_source:
        text = _first_place(stack, _thrown_at(error)) if place is None else _of_python(*place)
        if stack.startswith("SyntaxError"):
            text = "" if _shown else text
            stack = _PARSER_FRAME.sub("", stack, count=1).rstrip("\n")
    sys.stderr.write(text + stack + "\n")
    sys.stderr.flush()


def _first_place(stack: str, thrown_at: list[Any]) -> str:
    """The source at the first place whose file can be read, or else where the engine knows it was thrown.

    What `vm` was given a name for is no place that is shown.
    """
    innermost = re.search(r"^    at (\S+) \(", stack, re.MULTILINE)
    if innermost and innermost[1] in _LINES_OF_NODE:
        return _source(*_LINES_OF_NODE[innermost[1]])
    for place in _PLACE.finditer(stack):
        file, line, column = place.group(1), int(place.group(2)), int(place.group(3))
        if file == "repl" and thrown_at[:2] == [file, line]:
            return _source(*thrown_at)
        if (os.path.isabs(file) or file in linecache.cache) and linecache.getlines(file):
            return _source(file, line, column)
    if thrown_at and linecache.getlines(thrown_at[0]):
        return _source(*thrown_at[:3])
    return "\n"


def _thrown_at(error: BaseException) -> list[Any]:
    """File, line, column and source of the place where the engine saw an error thrown."""
    origin = getattr(error, "origin", None)
    return list(origin._bridge.call_core("placeOfError", origin)) if isinstance(origin, JSObject) else []


def stack_of(error: BaseException, bridge: Bridge) -> str:
    """The stack of an error from either side, in JavaScript's form."""
    if isinstance(error, JSThrown):
        return _text(error.value)
    if isinstance(error, JSError):
        return error.stack or str(error)
    return bridge.call_core("stackOf", error)


_shown: list[str] = []


def show_place(file: str, line: int, column: int, source: str = "") -> None:
    """Print the place of a syntax error, if it is the first of this program."""
    if not _shown:
        _shown.append(file)
        source = source or _line_of_file(file, line)
        token = _TOKEN.match(source, column - 1)
        width = len(token[0]) if token else int(column <= len(source))
        sys.stderr.write(_source(file, line, column, source, width))
        sys.stderr.flush()


def _text(value: Any) -> str:
    """A thrown value that is no error, as JavaScript makes it text."""
    if value is None:
        return "undefined"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(getattr(value, "origin", value))


def _source(file: str, line: int, column: int, source: str = "", width: int = 1) -> str:
    """The place of an error, the line of source and carets below it."""
    source = source or _line_of_file(file, line)
    column -= 1
    if len(source) > _WIDTH:
        left = max(0, min(column - _CARET, len(source) - _WIDTH))
        source = source[left : left + _WIDTH]
        column -= left
    return f"\n{file}:{line}\n{source}\n{' ' * column}{'^' * width}\n"


def _of_python(file: str, line: int) -> str:
    """The place of an error in Python, with carets where the line begins."""
    source = linecache.getline(file, line).rstrip("\n")
    if source.strip() in _LINES_OF_NODE:
        return _source(*_LINES_OF_NODE[source.strip()])
    return _source(shown_file(file), line, len(source) - len(source.lstrip()) + 1, source)


def _line_of_file(file: str, line: int) -> str:
    """A line as the module's wrapper has it."""
    source = linecache.getline(file, line).rstrip("\n")
    if not source and line > len(linecache.getlines(file)):
        source = _END
    return _WRAPPER + source if line == 1 and file.endswith(".js") else source
