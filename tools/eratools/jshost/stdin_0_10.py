"""`process.stdin` of 0.10."""

from __future__ import annotations

import os
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
        if os.isatty(0):
            self.isTTY = True
            self.isRaw = False
        self._watcher: Any = None

    def _read(self, n: int | None = None) -> None:
        if self._watcher is None:
            try:
                self._watcher = get_loop().io(0, READ)
                get_loop().watch(self._watcher, self._readable_now)
            except OSError:
                # A plain file is always ready and cannot be watched.
                self._watcher = None
                get_loop().immediate(self._readable_now)

    def _readable_now(self) -> None:
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
        self._stop()
        return super().pause()


_input: StandardInput | None = None


def standard_input() -> StandardInput:
    """The one standard input of this process."""
    global _input
    if _input is None:
        _input = StandardInput()
    return _input
