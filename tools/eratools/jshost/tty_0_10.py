"""Terminals of 0.10, as streams."""

from __future__ import annotations

import atexit
import os
import signal
import termios
import tty
from contextlib import suppress
from typing import Any

from nodecore import sockets
from nodecore.loop import get_loop
from nodecore.streams2.readable_state import ReadableState

from eras.node_0_10.net import Socket
from eras.node_0_10.readline import cursor

from .stdout_0_10 import StandardStream

__all__ = ["ReadStream", "WriteStream"]


class ReadStream(Socket):
    """What is typed at a terminal: line by line, or key by key where it is raw. Option: `highWaterMark`."""

    def __init__(self, fd: Any, options: Any = None) -> None:
        super().__init__()
        # By itself it reads nothing ahead of who wants it.
        self._read_ahead = options.get("highWaterMark", 0) if isinstance(options, dict) else 0
        self._terminal = fd
        self._take_over(sockets.adopt(fd))
        self.readable = True
        self.isTTY = True
        self.isRaw = False
        self._lines: list[Any] = []

    def _new_readable_state(self) -> ReadableState:
        return ReadableState(high_water_mark=self._read_ahead)

    def setRawMode(self, raw: Any) -> None:
        """Give single keys instead of whole lines."""
        self._lines = _set_raw(self._terminal, bool(raw), self._lines)
        self.isRaw = bool(raw)


def _set_raw(fd: int, raw: bool, before: list[Any]) -> list[Any]:
    """Switch a terminal between lines and single keys; returns the settings of its lines."""
    if raw:
        settings = before or termios.tcgetattr(fd)
        if not before:
            atexit.register(_restore, fd, settings)
        tty.setraw(fd)
        mode = termios.tcgetattr(fd)
        mode[1] |= termios.OPOST | termios.ONLCR  # what is written to the terminal is no less text
        termios.tcsetattr(fd, termios.TCSADRAIN, mode)
        return settings
    if before:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)
    return []


def _restore(fd: int, settings: list[Any]) -> None:
    with suppress(termios.error):  # it may have been closed
        termios.tcsetattr(fd, termios.TCSADRAIN, settings)


class WriteStream(StandardStream):
    """What is shown on a terminal. Event, besides those of every writable stream: `resize`."""

    def __init__(self, fd: Any) -> None:
        super().__init__(fd)
        self.isTTY = True
        self.columns, self.rows = self.getWindowSize()
        self._resized = get_loop().signal(signal.SIGWINCH)
        get_loop().watch(self._resized, self._look_at_size)

    def _look_at_size(self) -> None:
        size = self.getWindowSize()
        if size != [self.columns, self.rows]:
            self.columns, self.rows = size
            self.emit("resize")

    def getWindowSize(self) -> list[int]:
        """[columns, rows] of the terminal."""
        return list(os.get_terminal_size(self.fd))

    def cursorTo(self, x: Any, y: Any = None) -> None:
        """Move the cursor to a column, and a row if given; both from 0."""
        cursor.cursorTo(self, x, y)

    def moveCursor(self, dx: Any, dy: Any) -> None:
        """Move the cursor by so many columns and rows."""
        cursor.moveCursor(self, dx, dy)

    def clearLine(self, dir_: Any = 0) -> None:
        """Clear the line: left of the cursor (-1), right of it (1), or all of it (0)."""
        cursor.clearLine(self, dir_)

    def clearScreenDown(self) -> None:
        """Clear what is below and right of the cursor."""
        cursor.clearScreenDown(self)
