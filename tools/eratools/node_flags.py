"""The flags of `node` that a program may be started with, and what is left of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KNOWN = re.compile(
    r"""--(?:
        (?:no|trace|throw)-deprecation
      | max-stack-size=\d+
      | (?:max|stack|initial|semi)[-_][-_a-z]*=\d+
      | debug(?:-brk)?(?:=\d+)?
      | (?:no-?)?(?:expose|allow|use|trace|print|log|harmony|enable|disable|prof|opt|crankshaft)
        (?:[-_][-_a-z]+)?(?:=\S*)?
    )$""",
    re.VERBOSE,
)
"""What tunes or watches V8 means nothing to another engine, and a program does the same without."""

_OURS = {"--era": 1, "-h": 0, "--help": 0}
"""Options of `eras run` itself, and how many words follow each."""


def split(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words of `eras run` without known flags of `node`, and those flags; the program keeps its own."""
    kept: list[str] = []
    flags: list[str] = []
    rest = list(words)
    while rest and rest[0].startswith("-") and rest[0] != "-":
        word = rest.pop(0)
        if word.split("=")[0] in _OURS:
            kept.append(word)
            for _ in range(_OURS[word.split("=")[0]] if "=" not in word else 0):
                kept += rest[:1]
                del rest[:1]
        elif _KNOWN.match(word):
            flags.append(word)
        else:
            return [*kept, word, *rest], flags
    return kept + rest, flags
