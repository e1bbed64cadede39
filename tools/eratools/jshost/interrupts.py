"""Ctrl-C ends what was typed at a prompt, and not the prompt."""

from __future__ import annotations

import signal
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from .engine import Engine
from .objects import JSError


def ends_early(engine: Engine, terminal: int, run: Callable[[], Any]) -> bool:
    """Call `run`, which may be JavaScript without end; whether Ctrl-C in the terminal ended it."""
    asked: list[bool] = []
    before = signal.signal(signal.SIGINT, lambda *_: asked.append(True))
    # Who is woken by signals may look who handles them when this is over and `before` does again.
    woken = signal.set_wakeup_fd(-1)
    engine.library.ask_now_and_then(lambda: bool(asked))
    try:
        with _signalling(terminal):
            run()
    except JSError:
        if not asked:
            raise
    finally:
        engine.library.ask_now_and_then(None)
        signal.signal(signal.SIGINT, before)
        signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
    return bool(asked)


@contextmanager
def _signalling(terminal: int) -> Iterator[None]:
    """Let Ctrl-C be a signal for a while, where it else is a key like any other."""
    _switch(terminal, termios.ISIG)
    try:
        yield
    finally:
        _switch(terminal, 0)


def _switch(terminal: int, wanted: int) -> None:
    mode = termios.tcgetattr(terminal)
    mode[3] = mode[3] & ~termios.ISIG | wanted
    termios.tcsetattr(terminal, termios.TCSANOW, mode)
