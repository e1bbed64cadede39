"""The module `repl`: a prompt that evaluates Python inside the running program.

What holds here:

- A name means that of `repl.scope`, else the global of the main program. An assignment changes the one that
  there is; a new name becomes one of the scope.
- `_` is the last result that was not None.
"""

from __future__ import annotations

import codeop
import sys
import traceback
from typing import Any

from .evaluation import evaluate
from .prompt import start_prompt

__all__ = ["scope", "start"]

_FILE = "<repl>"


class Scope(dict):
    """Names that the prompt knows, as attributes and as items."""

    def __getattr__(self, name: str) -> Any:
        try:
            return dict.__getitem__(self, name)
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: Any) -> None:
        dict.__setitem__(self, name, value)

    def __delattr__(self, name: str) -> None:
        if dict.pop(self, name, self) is self:
            raise AttributeError(name)

    def __missing__(self, name: str) -> Any:
        return _program()[name]

    def __setitem__(self, name: str, value: Any) -> None:
        if name not in self and name != "_" and name in _program():
            _program()[name] = value
        else:
            dict.__setitem__(self, name, value)


scope = Scope()


def start(prompt: str | None = None) -> None:
    """Ask for input with `prompt`, by default `node> `, and print what its value is."""
    start_prompt(prompt, _evaluate, scope.clear)


def _program() -> dict[str, Any]:
    """The global names of the main program."""
    return vars(sys.modules["__main__"])


def _evaluate(source: str) -> str | None:
    """What to print for `source`; None if it goes on."""
    try:
        if codeop.compile_command(source, _FILE, "single") is None:
            return None
        value = evaluate(source, _FILE, scope)
        if value is None:
            return ""
        dict.__setitem__(scope, "_", value)
        return f"{value!r}\n"
    except Exception as error:
        return "".join(traceback.format_exception(type(error), error, _of_input(error)))


def _of_input(error: Exception) -> Any:
    """The traceback from where it reaches the input; None for an error of its syntax."""
    frames = error.__traceback__
    while frames is not None and frames.tb_frame.f_code.co_filename != _FILE:
        frames = frames.tb_next
    return frames
