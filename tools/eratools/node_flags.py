"""The command line of `node`: its flags, a program in a file, on the line or on stdin, and its arguments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

USAGE = """\
Usage: node [options] [ -e script | script.js ] [arguments]

Options:
  -v, --version        print node's version
  -e, --eval script    evaluate script
  -p, --print          evaluate script and print result
  -i, --interactive    always enter the REPL even if stdin
                       does not appear to be a terminal
  --no-deprecation     silence deprecation warnings
  --trace-deprecation  show stack traces on deprecations
  --v8-options         print v8 command line options

Environment variables:
NODE_PATH              ':'-separated list of directories
                       prefixed to the module search path.
NODE_NO_READLINE       Set to 1 to edit no lines in the REPL
NODE_DISABLE_COLORS    Set to 1 to disable colors in the REPL
"""
_EVALUATING = {"-e", "--eval", "-pe", "-p", "--print"}
_NEED_SCRIPT = {"-e", "--eval", "-pe"}
_ANSWERED = {"-v": "version", "--version": "version", "-h": "help", "--help": "help", "--v8-options": "v8"}
_NODES_OWN = re.compile(r"--(?:(?:no|trace|throw)-deprecation|max-stack-size=\d+)$")
_DEBUG = re.compile(r"--debug(-brk)?(?:=\S+)?$")


class BadUsage(Exception):
    """What `node` refuses to run, the code that it exits with, and whether it tells its usage then."""

    def __init__(self, message: str, code: int, teaches: bool = False) -> None:
        super().__init__(message)
        self.code = code
        self.teaches = teaches


@dataclass
class CommandLine:
    """What `node` was told."""

    file: str | None = None
    args: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    """All that stood before the program's name."""
    source: str | None = None
    """A program on the command line itself."""
    prints: bool = False
    """Whether what a program without a file comes to is printed."""
    interactive: bool = False
    question: str | None = None
    """What is to be told instead of running anything: `version`, `help` or `v8`."""
    complaint: str = ""


def split(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words that are for `eras run` itself (`--era ERA`; `-h` before it), and those for `node`."""
    own: list[str] = []
    rest = list(words)
    for at, word in enumerate(words):
        if not word.startswith("-") or word in ("-", "--") or word in _EVALUATING:
            break
        if word in ("-h", "--help"):
            return [word], []
        if word == "--era" or word.startswith("--era="):
            end = at + (2 if word == "--era" else 1)
            own, rest = list(words[at:end]), [*words[:at], *words[end:]]
            break
    return own, rest


def parse(words: Sequence[str]) -> CommandLine:
    """What the words after `node` mean."""
    line = CommandLine()
    rest = list(words)
    while rest and rest[0].startswith("-"):
        word = rest.pop(0)
        line.flags.append(word)
        if word == "--":
            break
        if word in _ANSWERED:
            line.question = _ANSWERED[word]
            return line
        if word in _EVALUATING:
            _take_script(line, word, rest)
        elif word in ("-i", "--interactive"):
            line.interactive = True
        else:
            line.complaint = line.complaint or _complaint(word)
    if line.source is None and rest:
        line.file = rest.pop(0) or None
    if line.file == "debug":
        raise BadUsage("There is no debugger here.", 1)
    line.args = rest
    return line


def _take_script(line: CommandLine, word: str, rest: list[str]) -> None:
    line.prints = line.prints or "p" in word
    if word in _NEED_SCRIPT and not rest:
        raise BadUsage(f"Error: {word} requires an argument", 13)
    if word in _NEED_SCRIPT or (rest and not rest[0].startswith("-")):
        line.source = rest.pop(0)
        line.flags.append(line.source)


def _complaint(word: str) -> str:
    """What is told of a flag that does not do what it did; the program runs all the same."""
    if word.startswith("--debug"):
        debug = _DEBUG.match(word)
        if debug is None:
            raise BadUsage("Bad debug option.", 12, teaches=True)
        if debug.group(1):
            raise BadUsage(f"{word}: there is no debugger here to wait for.", 12)
        return f"{word}: there is no debugger here; the program runs without one."
    if _NODES_OWN.match(word):
        return ""
    name, _, value = word.lstrip("-").replace("-", "_").partition("=")
    known = _v8_flags()
    kind = known.get(name) or known.get(name.removeprefix("no"))
    if kind is None:
        return f"Error: unrecognized flag {word}\nTry --help for options"
    if kind != "bool" and not value:
        return f"Error: missing value for flag {word} of type {kind}\nTry --help for options"
    return ""


@cache
def _v8_flags() -> dict[str, str]:
    """The flags that tune or watch V8, with their types. They mean nothing to another engine."""
    text = Path(__file__).with_name("v8_flags.txt").read_text("ascii")
    rows = (line.split() for line in text.splitlines())
    return {name: kind for kind, *names in rows for name in names}


def v8_options() -> str:
    """What `--v8-options` prints."""
    return "Taken, so that programs start as they did; few have an effect on this engine:\n" + "".join(
        f"  --{name} ({kind})\n" for name, kind in sorted(_v8_flags().items())
    )


def has(flags: Sequence[str], name: str) -> bool:
    """Whether a flag without a value is among those given; `-` and `_` are the same in it."""
    return any(flag.lstrip("-").replace("-", "_") == name for flag in flags if flag.startswith("-"))
