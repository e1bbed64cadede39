"""What is changed in a program's source so that an engine of today does with it what V8 did in 2013.

- A function without a name of its own has none: `var f = function () {}` would name it.
- `const` belongs to the function it stands in.
- Where a value is thrown is noted, since it is shown when nobody catches it; see js/stack.js.

No line moves, and what is inserted is told, so that columns can be given as they are written. Each piece
begins with a character that nobody writes: by it `Function.prototype.toString` finds what to leave out; see
js/builtins.js.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARK = "\v"
_NAMELESS = f"{_MARK}0||"
_CONST = ("const", f"var{_MARK} ")
_BEGIN, _END = f"({_MARK}function ($thrown) {{ return ", " })"

_LITERAL = re.compile(r"""["'\d/{[]|(?:this|null|true|false|function)\b""")
"""What is thrown without being looked up: the place of that is the statement's."""

_PLACES = re.compile(
    r"""
    (?P<comment>//[^\n]* | /\*.*?(?:\*/|\Z)) | "(?:[^"\\\n]|\\.)*"? | '(?:[^'\\\n]|\\.)*'?
    | /(?P<slash>)
    | throw(?<![\w$.]throw)(?![\w$])[ \t]*(?=[^\s:;=,)])(?P<throw>)
    | const(?<![\w$.]const)(?=\s+[\w$])(?P<const>)
    | =(?<![=!<>]=)\s*(?=function\s*\()(?P<given>)
    | :\s*(?=function\s*\()(?P<member>)
    """,
    re.VERBOSE | re.DOTALL,
)
"""The places to change, and what may look like one or hide one.

Each begins with a certain character, so that the search is quick. What is never closed goes as far as it can:
nothing is looked at again and again.
"""

_REGEXP = re.compile(r"(?:[^/\\\[\n]|\\.?|\[(?:[^\]\\\n]|\\.)*\]?)*/?")
_DIVIDED = re.compile(r"""(?:[\w$)\].'"]|\+\+|--)\s*\Z""")
_OPERATOR = re.compile(
    r"(?<![\w$.])(?:return|typeof|case|in|instanceof|new|delete|void|throw|else|do"
    r"|(?:if|while|for|with)\s*\((?:[^()]|\([^()]*\))*\))\s*\Z"
)
_BACK = 80
"""How far to look back from a slash for what is divided."""


def rewrite(source: str) -> tuple[str, dict[int, list[tuple[int, int]]]]:
    """An expression's source as it is to be run: a function that takes what notes throws and gives the value.

    By their lines there is (column, length) of all pieces that were inserted; the column is the one that what
    follows it had.
    """
    text: list[str] = [_BEGIN]
    inserted = {1: [(1, len(_BEGIN))]}
    done = 0
    for at, length, piece, line, column in _changes(source):
        text += (source[done:at], piece)
        done = at + length
        if not length:
            inserted.setdefault(line, []).append((column, len(piece)))
    return "".join((*text, source[done:], _END)), inserted


def _changes(source: str) -> Iterator[tuple[int, int, str, int, int]]:
    """(offset, length of what goes, what comes, line, column) of every change."""
    line, line_start = 1, 0
    counted = 0
    for kind, found in _places(source):
        if newlines := source.count("\n", counted, found.end()):
            line += newlines
            line_start = source.rfind("\n", counted, found.end()) + 1
        counted = found.end()
        column = counted - line_start + 1
        if kind == "const":
            yield found.start(), len(_CONST[0]), _CONST[1], line, column
        elif kind != "throw":
            yield counted, 0, _NAMELESS, line, column
        else:
            shown = found.start() - line_start + 1 if _LITERAL.match(source, counted) else column
            yield counted, 0, f'{_MARK}$thrown["{line}:{shown}"]=', line, column


def _places(source: str) -> Iterator[tuple[str, re.Match[str]]]:
    at = 0
    begun, ended = 0, 0  # the last comments with nothing between them
    while found := _PLACES.search(source, at):
        start, at, kind = found.start(), found.end(), found.lastgroup
        if kind == "comment":
            begun, ended = begun if _is_blank(source, ended, start) else start, at
        elif kind == "slash":
            at = _after_slash(source, start, begun if _is_blank(source, ended, start) else start)
        elif kind is not None:
            yield kind, found


def _is_blank(source: str, start: int, end: int) -> bool:
    return end - start <= _BACK and not source[start:end].strip()


def _after_slash(source: str, at: int, before: int) -> int:
    """Where what a slash begins has ended: a regular expression, or it divides what is `before` it."""
    above = source[max(0, before - _BACK) : before]
    divides = _DIVIDED.search(above) and not _OPERATOR.search(above)
    regexp = None if divides else _REGEXP.match(source, at + 1)
    return regexp.end() if regexp else at + 1
