"""SIGINT and SIGTERM end a program as they ended `node`: it exits with 128 and the signal's number.

Python handles a signal between two steps of its own, and JavaScript that runs on has none of these. So the
number of the signal is written into a pipe as well, and a thread that reads there ends the process, whatever
it does.
"""

from __future__ import annotations

import os
import signal
import termios
import threading
from collections.abc import Callable
from functools import partial
from types import FrameType

_ENDING = (signal.SIGINT, signal.SIGTERM)


def exit_at_signals() -> None:
    """Let the signals end this process, until something else handles them."""
    end = partial(_end, termios.tcgetattr(0) if os.isatty(0) else None)
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    threading.Thread(target=_end_when_told, args=(reader, end), daemon=True).start()
    for number in _ENDING:
        signal.signal(number, end)


def _end_when_told(reader: int, end: Callable[[int, None], None]) -> None:
    while told := os.read(reader, 1):
        if signal.getsignal(told[0]) is end:
            end(told[0], None)


def _end(mode: list | None, number: int, _frame: FrameType | None) -> None:
    """Exit; a terminal gets the mode back that it had."""
    if mode is not None and mode != termios.tcgetattr(0):
        termios.tcsetattr(0, termios.TCSANOW, mode)
    os._exit(128 + number)
