"""What a terminal gets and a pipe does not: colour and a progress bar. And tables, which both get."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from typing import TextIO

_COLOURS = {"red": 31, "green": 32, "yellow": 33, "dim": 2, "bold": 1}


def colourful(stream: TextIO) -> bool:
    """Whether `stream` shows colours: a terminal, unless the user does not want them."""
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def colour(text: str, name: str, stream: TextIO | None = None) -> str:
    """`text` in a colour, if `stream` (stdout, mostly) shows any."""
    return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if colourful(stream or sys.stdout) else text


def table(rows: Sequence[Sequence[object]], indent: str = "", right: Sequence[int] = ()) -> str:
    """`rows` in aligned columns; the first row is the heading, the columns in `right` are numbers."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]

    def line(row: list[str]) -> str:
        aligned = [
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        return (indent + "  ".join(aligned)).rstrip()

    head, *body = cells
    return "\n".join([colour(line(head), "bold"), *map(line, body)])


class Progress:
    """A bar on stderr while something long runs; nothing at all when stderr is no terminal."""

    def __init__(self, total: int, what: str) -> None:
        self.total = total
        self.what = what
        self.done = 0
        self.shown = sys.stderr.isatty() and total > 0

    def __enter__(self) -> Progress:
        self._draw("")
        return self

    def __exit__(self, *_exc: object) -> None:
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def advance(self, label: str) -> None:
        """One more is done; `label` says which."""
        self.done += 1
        self._draw(label)

    def _draw(self, label: str) -> None:
        if not self.shown:
            return
        width = 30
        filled = width * self.done // self.total
        text = f"{self.what} [{'#' * filled}{'.' * (width - filled)}] {self.done}/{self.total} {label}"
        columns = shutil.get_terminal_size().columns
        sys.stderr.write("\r\x1b[K" + text[: columns - 1])
        sys.stderr.flush()
