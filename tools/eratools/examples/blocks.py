"""Finds the code blocks of a document as its authors wrote it, in Markdown or in AsciiDoc.

What holds here:

- A block is what the document's own format calls code: fenced or indented in Markdown, a listing
  between lines of dashes in AsciiDoc. Whether it is a program is for the manifest to say.
- A fingerprint survives re-indentation and trailing white space, and nothing else.
"""

from __future__ import annotations

import hashlib
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_LANGUAGES = {"javascript": "js", "python": "py", "bash": "sh", "shell": "sh", "console": "sh"}

_FENCE = re.compile(r"( *)(`{3,}|~{3,})\s*([^\s`]*)[^`]*$")
_BULLET = re.compile(r"( *)(?:[*+-]|\d{1,9}[.)])( +)(?=\S)")
_HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)\s*#*$")
_ASCIIDOC_HEADING = re.compile(r"={1,5}\s+(.*?)\s*=*$")
_LISTING = re.compile(r"-{4,}$")


@dataclass(frozen=True)
class Block:
    """One code block of a document."""

    document: str
    line: int
    """The number of its first line of code."""
    heading: str
    language: str
    """As the fence names it, or empty."""
    text: str
    fingerprint: str


def read(path: Path) -> list[Block]:
    """Every code block of the document at `path`."""
    text = path.read_text(encoding="utf-8")
    find = markdown if path.suffix.lower() in (".md", ".markdown") else asciidoc
    seen: dict[str, int] = {}
    blocks = []
    for line, heading, language, code in find(text):
        mark = fingerprint(code)
        seen[mark] = seen.get(mark, 0) + 1
        if seen[mark] > 1:
            mark = f"{mark}-{seen[mark]}"
        language = _LANGUAGES.get(language.lower(), language.lower())
        blocks.append(Block(path.name, line, heading, language, code, mark))
    return blocks


def fingerprint(code: str) -> str:
    """Eight hexadecimal digits that name this code."""
    lines = [line.rstrip() for line in textwrap.dedent(code).strip("\n").splitlines()]
    return hashlib.sha256("\n".join(lines).strip("\n").encode()).hexdigest()[:8]


Found = Iterator[tuple[int, str, str, str]]
"""First line, heading, language and code of each block."""


def asciidoc(text: str) -> Found:
    """The listings of an AsciiDoc document."""
    lines = text.splitlines()
    heading = ""
    index = 0
    while index < len(lines):
        line = lines[index]
        if title := _ASCIIDOC_HEADING.match(line):
            heading = title[1].replace("+", "")
        elif _LISTING.match(line) and not _underlines(lines, index):
            end = next((i for i in range(index + 1, len(lines)) if lines[i] == line), len(lines))
            yield index + 2, heading, "", "\n".join(lines[index + 1 : end]) + "\n"
            index = end
        index += 1


def _underlines(lines: list[str], index: int) -> bool:
    """Whether the dashes at `index` make a title of the line above, as AsciiDoc tells by its length."""
    above = lines[index - 1] if index else ""
    return bool(above.strip()) and abs(len(above) - len(lines[index])) <= 2


def markdown(text: str) -> Found:
    """The fenced and the indented blocks of a Markdown document."""
    return _Markdown(text).blocks()


class _Markdown:
    """Reads line by line, knowing of block structure only what decides whether a line is code."""

    def __init__(self, text: str) -> None:
        self.lines = [line.expandtabs(4) for line in text.splitlines()]
        self.index = 0
        self.heading = ""
        self.items: list[int] = []  # where the text of each open list item begins
        self.paragraph = False  # an indented line goes on with a paragraph, and is no code

    def blocks(self) -> Found:
        while self.index < len(self.lines):
            line = self.lines[self.index]
            indent = _indent(line)
            if not line.strip():
                self.paragraph = False
                self.index += 1
                continue
            self._leave_items(indent)
            margin = self.items[-1] if self.items else 0
            fence = _FENCE.match(line)
            if indent >= margin + 4:
                if self.paragraph:
                    self.index += 1
                else:
                    yield self._indented(margin + 4)
            elif fence:
                yield self._fenced(fence)
            elif line.lstrip().startswith("<!--"):
                self._skip_comment()
            else:
                self._text(line)

    def _leave_items(self, indent: int) -> None:
        if not self.paragraph:
            while self.items and indent < self.items[-1]:
                self.items.pop()

    def _indented(self, margin: int) -> tuple[int, str, str, str]:
        start = self.index
        end = start
        while self.index < len(self.lines):
            line = self.lines[self.index]
            if line.strip() and _indent(line) < margin:
                break
            self.index += 1
            if line.strip():
                end = self.index
        code = "\n".join(line[margin:] for line in self.lines[start:end])
        return start + 1, self.heading, "", code + "\n"

    def _fenced(self, opening: re.Match[str]) -> tuple[int, str, str, str]:
        indent, fence, language = len(opening[1]), opening[2], opening[3]
        closing = re.compile(rf" *{re.escape(fence[0])}{{{len(fence)},}} *$")
        start = self.index + 1
        end = next(
            (i for i in range(start, len(self.lines)) if closing.match(self.lines[i])), len(self.lines)
        )
        self.index = end + 1
        self.paragraph = False
        code = "".join(line[min(indent, _indent(line)) :] + "\n" for line in self.lines[start:end])
        return start + 1, self.heading, language, code

    def _skip_comment(self) -> None:
        while self.index < len(self.lines) and "-->" not in self.lines[self.index]:
            self.index += 1
        self.index += 1
        self.paragraph = False

    def _text(self, line: str) -> None:
        self.index += 1
        self.paragraph = True
        if heading := _HEADING.match(line):
            self.heading = heading[1].replace("`", "")
            self.paragraph = False
        elif bullet := _BULLET.match(line):
            while self.items and len(bullet[1]) < self.items[-1]:
                self.items.pop()
            self.items.append(bullet.end())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
