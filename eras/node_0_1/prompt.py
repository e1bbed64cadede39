"""The conversation of a `repl`: lines in, prompts and results out, whatever language they are in.

What holds here:

- Lines come from `process.stdio`, so that the program goes on with everything else while the prompt waits.
- They are evaluated one after the other: those that come while one waits for something wait, too.
- Control+D at a terminal ends the program. The end of a pipe or a file ends only the prompt: a server that
  was started without a terminal goes on serving.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from typing import Any

from .process_object import process

CONTINUED = "...   "

_HELP = """.break\tAbandon the input so far, when there is no other way out of it.
.clear\tAbandon it as well, and empty repl.scope.
.exit\tEnd the program.
.help\tShow these options.
"""


class Prompt:
    """Asks for input with `prompt`.

    `evaluate` is given the lines so far and returns the text to print, or None when it needs more of them;
    `clear` empties the scope.
    """

    def __init__(self, prompt: str, evaluate: Callable[[str], str | None], clear: Callable[[], Any]) -> None:
        self.prompt = prompt
        self.evaluate = evaluate
        self.clear = clear
        self.partial = ""
        self.lines: deque[str] = deque()
        self.so_far: list[str] = []
        self.busy = False
        self.ended = False

    def open(self) -> None:
        """Begin to ask."""
        process.stdio.open()
        process.stdio.addListener("data", self._received)
        process.stdio.addListener("close", self._closed)
        process.stdio.write("Type '.help' for options.\n" + self.prompt)

    def _received(self, data: str) -> None:
        *lines, self.partial = (self.partial + data).split("\n")
        self.lines.extend(lines)
        self._go_on()

    def _closed(self) -> None:
        self.ended = True
        if self.partial:
            self._received("\n")
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Evaluate the lines there are, unless one of them is being evaluated."""
        if self.busy:
            return
        self.busy = True
        try:
            while self.lines:
                self._line(self.lines.popleft().rstrip("\r"))
                process.stdio.write(CONTINUED if self.so_far else self.prompt)
        finally:
            self.busy = False
        if self.ended and os.isatty(0):
            process.stdio.write("\n")
            process.exit(0)

    def _line(self, line: str) -> None:
        command = _COMMANDS.get(line.strip())
        if command is not None:
            command(self)
            return
        self.so_far.append(line)
        text = self.evaluate("\n".join(self.so_far))
        if text is not None:
            self.so_far.clear()
            process.stdio.write(text)

    # -- commands -----------------------------------------------------------------------------------------

    def _break(self) -> None:
        self.so_far.clear()

    def _clear(self) -> None:
        self.so_far.clear()
        self.clear()

    def _exit(self) -> None:
        process.exit(0)

    def _help(self) -> None:
        process.stdio.write(_HELP)


_COMMANDS = {
    ".break": Prompt._break,
    ".clear": Prompt._clear,
    ".exit": Prompt._exit,
    ".help": Prompt._help,
}


def start_prompt(prompt: str | None, evaluate: Callable[[str], str | None], clear: Callable[[], Any]) -> None:
    """Begin to ask with `prompt`; see `Prompt`."""
    Prompt("node> " if prompt is None else str(prompt), evaluate, clear).open()
