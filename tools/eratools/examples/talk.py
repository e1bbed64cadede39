"""A conversation over one connection, described as steps: the peers and the probes of an example.

A step is a table with one key:

    { send = "GET / HTTP/1.1\\r\\n\\r\\n" }   send these bytes
    { wire = "HTTP/1.1 200 OK\\r\\n" }       exactly these bytes come next
    { like = "Date: [^\\r]+ GMT\\r\\n" }     what comes next matches this regular expression
    { prints = "half way\\n" }              the program's output so far ends with this
    { end = true }                          send nothing more (a FIN)
    { closed = true }                       the other side sends nothing more, not even one byte

Text stands for its Latin-1 bytes, so that every byte can be written as `\\u00XX`.
"""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable
from typing import Any

Step = dict[str, Any]

KINDS = ("send", "wire", "like", "prints", "end", "closed")


class Mismatch(Exception):
    """What came is not what the conversation expects."""


class Talk:
    """One connection that goes through its steps. `prints` waits for output of the program."""

    def __init__(self, connection: socket.socket, deadline: float, prints: Callable[[str], bool]) -> None:
        self._socket = connection
        self._deadline = deadline
        self._printed = prints
        self._unread = b""
        self._ended = False

    def follow(self, steps: list[Step]) -> None:
        """Go through `steps`; raises `Mismatch` at the first that does not hold."""
        for number, step in enumerate(steps, 1):
            ((kind, value),) = step.items()
            try:
                getattr(self, f"_{kind}")(value)
            except OSError as error:
                raise Mismatch(f"step {number} ({kind}): {error}") from error
            except Mismatch as mismatch:
                raise Mismatch(f"step {number}: {mismatch}") from None

    def _send(self, text: str) -> None:
        self._socket.settimeout(self._remaining())
        self._socket.sendall(text.encode("latin-1"))

    def _end(self, _value: bool) -> None:
        self._socket.shutdown(socket.SHUT_WR)

    def _wire(self, text: str) -> None:
        expected = text.encode("latin-1")
        while len(self._unread) < len(expected) and expected.startswith(self._unread) and self._read():
            pass
        if not self._unread.startswith(expected):
            raise Mismatch(f"expected the bytes {expected!r}, {self._came()}")
        self._unread = self._unread[len(expected) :]

    def _like(self, pattern: str) -> None:
        expected = re.compile(pattern.encode("latin-1"), re.DOTALL)
        while not (match := expected.match(self._unread)):
            if not self._read():
                raise Mismatch(f"expected bytes like {pattern!r}, {self._came()}")
        self._unread = self._unread[match.end() :]

    def _prints(self, text: str) -> None:
        if not self._printed(text):
            raise Mismatch(f"expected the program to print {text!r} by now")

    def _closed(self, _value: bool) -> None:
        if self._unread or self._read():
            raise Mismatch(f"expected the connection to end, {self._came()}")
        if not self._ended:
            raise Mismatch("expected the connection to end, but it stayed open")

    def _read(self) -> bool:
        """Read on; false when the connection has ended or nothing came in time."""
        if self._ended:
            return False
        try:
            self._socket.settimeout(self._remaining())
            data = self._socket.recv(65536)
        except TimeoutError:
            return False
        self._ended = not data
        self._unread += data
        return bool(data)

    def _remaining(self) -> float:
        return max(0.001, self._deadline - time.monotonic())

    def _came(self) -> str:
        what = f"but {self._unread[:400]!r} came" if self._unread else "but nothing came"
        return what + (" and the connection ended" if self._ended else "")
