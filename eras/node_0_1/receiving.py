"""What the two sides of HTTP share in receiving: bodies as strings, and pausing.

A connection has one incoming message at a time, so the connection itself is what the core's reader tells of
the body, and the messages that programs see stay free of it.
"""

from __future__ import annotations

from typing import Any

from nodecore.http1.receiving import FOR_READER
from nodecore.loop import get_loop

from .encodings import decode_binary


class Receiving:
    """Hands body and end to the message in `receiving`."""

    __slots__ = ()

    transport: Any
    receiving: Any
    decode: Any
    paused: bool
    _held: Any

    def add_body(self, data: bytes) -> bool:
        text = self.decode(data)
        if text:
            self.receiving.emit("body", text)
        return not self.paused

    def finish_body(self, _trailers: Any) -> None:
        message = self.receiving
        self.receiving = None
        rest = self.decode(b"", True) if self.decode is not decode_binary else ""
        if message._events:
            if rest:
                message.emit("body", rest)
            message.emit("complete")

    def cut_short(self) -> None:
        """Nothing: a message that is cut short was not told so in this generation."""

    def pause(self) -> None:
        self.paused = True  # type: ignore[misc]
        self._held = FOR_READER
        self.transport.stop_reading()

    def unpause(self) -> None:
        if self.paused:
            self.paused = False  # type: ignore[misc]
            # Not at once: events inside the call that asked for them would find half of the listeners.
            get_loop().call_soon(self._resume_unless_paused)

    def _resume_unless_paused(self) -> None:
        if not self.paused:
            self.resume()

    def resume(self) -> None:
        raise NotImplementedError
