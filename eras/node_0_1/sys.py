"""The module `sys`: output, `inspect` and `exec`."""

from __future__ import annotations

from typing import Any

from .command import exec
from .inspection import inspect
from .output import write_error, write_out
from .text import to_text

__all__ = ["debug", "error", "exec", "inherits", "inspect", "p", "print", "puts"]


def puts(string: Any) -> None:
    """Write `string` and a new-line to stdout."""
    write_out(to_text(string) + "\n")


def print(string: Any) -> None:
    """Write `string` to stdout."""
    write_out(to_text(string))


def debug(string: Any) -> None:
    """Write `string` to stderr, marked as debugging output."""
    write_error(f"DEBUG: {to_text(string)}\n")


def error(string: Any) -> None:
    """Write `string` and a new-line to stderr."""
    write_error(to_text(string) + "\n")


def p(value: Any) -> None:
    """Write what `inspect` makes of `value` to stderr."""
    error(inspect(value))


def inherits(ctor: type, superCtor: type) -> None:
    """Give the class `ctor` every member of `superCtor` that it has not got itself.

    A base class in the `class` statement does more: `isinstance` and `super()` know of it.
    """
    for kind in superCtor.__mro__[:-1]:
        for name, value in vars(kind).items():
            if name in _OF_THE_CLASS_ITSELF or any(name in vars(own) for own in ctor.__mro__[:-1]):
                continue
            setattr(ctor, name, value)


_OF_THE_CLASS_ITSELF = {"__dict__", "__weakref__", "__module__", "__qualname__", "__doc__", "__slots__"}
