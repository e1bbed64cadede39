"""SIGINT and SIGTERM end a program as they ended `node`: it exits with 128 and the signal's number.

Python handles a signal between two steps of its own, and JavaScript that runs on has none of these. So the
number of the signal is written into a pipe, and a thread that reads there ends the process, whatever it does.
"""

from __future__ import annotations

import os
import signal
import termios
import threading
from types import FrameType

_ENDING = (signal.SIGINT, signal.SIGTERM)


def exit_at_signals() -> None:
    """Let the signals end this process, until something else handles them."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    mode = termios.tcgetattr(0) if os.isatty(0) else None
    threading.Thread(target=_exit_when_told, args=(reader, mode), daemon=True).start()
    for number in _ENDING:
        signal.signal(number, _leave_to_thread)


def _leave_to_thread(number: int, frame: FrameType | None) -> None:
    """Stand for the thread, which ends the process where this is what handles a signal."""


def _exit_when_told(reader: int, mode: list | None) -> None:
    while told := os.read(reader, 1):
        if signal.getsignal(told[0]) is _leave_to_thread:
            if mode is not None and mode != termios.tcgetattr(0):
                termios.tcsetattr(0, termios.TCSANOW, mode)
            os._exit(128 + told[0])
