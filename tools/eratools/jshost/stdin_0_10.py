"""`process.stdin` of 0.10."""

from __future__ import annotations

import atexit
import os
import termios
import tty
from typing import Any

from nodecore.loop import READ, get_loop

from eras.node_0_10.errors import system_error
from eras.node_0_10.stream import Readable

_PIECE = 64 * 1024


class StandardInput(Readable):
    """Reads the descriptor 0 while somebody wants data, and keeps the program alive only then."""

    def __init__(self) -> None:
        super().__init__()
        self.fd = 0
        self.destroyed = False
        self._watcher: Any = None
        self._suspended = False
        self.once("end", self.destroy)

    def destroy(self, error: Any = None) -> None:
        """Read no more."""
        if self.destroyed:
            return
        self.destroyed = True
        self.readable = False
        self._stop()
        get_loop().call_soon(self.emit, "close", False)

    def _read(self, n: int | None = None) -> None:
        if self._watcher is None and not self.destroyed:
            try:
                self._watcher = get_loop().io(0, READ)
                get_loop().watch(self._watcher, self._readable_now)
            except OSError:
                # A plain file is always ready and cannot be watched.
                self._watcher = None
                get_loop().immediate(self._readable_now)

    def _readable_now(self) -> None:
        if self.destroyed:
            return
        try:
            data = os.read(0, _PIECE)
        except BlockingIOError:
            return
        except OSError as error:
            self._stop()
            self.emit("error", system_error(error, "read"))
            return
        self._stop()
        self.push(data or None)

    def _stop(self) -> None:
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher = None

    def pause(self) -> Any:
        """Stop reading."""
        self._suspended = self._suspended or self._watcher is not None
        self._stop()
        return super().pause()

    def resume(self) -> Any:
        """Go on reading: what the stream had asked for before the pause is still to come."""
        if self._suspended:
            self._suspended = False
            self._read()
        return super().resume()


class TerminalInput(StandardInput):
    """Standard input that is a terminal."""

    def __init__(self) -> None:
        super().__init__()
        self.isTTY = True
        self.isRaw = False
        self._lines: list[Any] = []

    def setRawMode(self, raw: Any) -> None:
        """Give single keys instead of whole lines."""
        self._lines = _set_raw(0, bool(raw), self._lines)
        self.isRaw = bool(raw)


def _set_raw(fd: int, raw: bool, before: list[Any]) -> list[Any]:
    """Switch a terminal between lines and single keys; returns the settings of its lines."""
    if raw:
        settings = before or termios.tcgetattr(fd)
        if not before:
            atexit.register(termios.tcsetattr, fd, termios.TCSADRAIN, settings)
        tty.setraw(fd)
        mode = termios.tcgetattr(fd)
        mode[1] |= termios.OPOST | termios.ONLCR  # what is written to the terminal is no less text
        termios.tcsetattr(fd, termios.TCSADRAIN, mode)
        return settings
    if before:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)
    return []


_input: StandardInput | None = None


def standard_input() -> StandardInput:
    """The one standard input of this process."""
    global _input
    if _input is None:
        _input = TerminalInput() if os.isatty(0) else StandardInput()
    return _input
