"""What a host of another language knows better: how a program is run, and what a message's JSON is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from .channel import Channel

Execution = tuple[str, list[str]]


def _python() -> Execution:
    return sys.executable, []


_execution: Callable[[], Any] = _python


def execution() -> Execution:
    """The program that `fork` starts when it is not told otherwise, and its first arguments."""
    program, arguments = _execution()
    return program, list(arguments)


def runs_our_programs(file: str) -> bool:
    """Whether `file` runs programs of this generation, and so takes signals as they did."""
    return _execution is not _python and file == _execution()[0]


def use(stringify: Callable[[Any], str], parse: Callable[[str], Any], execution: Callable[[], Any]) -> None:
    """Let the host make JSON of messages and messages of JSON, and say how programs are run."""
    global _execution
    Channel.to_text = staticmethod(stringify)
    Channel.from_text = staticmethod(parse)
    _execution = execution
