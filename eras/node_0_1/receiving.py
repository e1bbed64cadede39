"""What the two sides of HTTP share in receiving: bodies as strings, and pausing.

A connection has one incoming message at a time, so the connection itself is what the core's reader tells of
the body, and the messages that programs see stay free of it.
"""

from __future__ import annotations

from typing import Any

from nodecore.http1.server import FOR_READER
from nodecore.loop import get_loop

from .encodings import decode_binary
from .promise import before_wait

latest: list[Any] = [None]
"""The connection that called the program last."""


def _hand_out_the_rest() -> None:
    """A listener begins to wait, perhaps for the body that stands behind the head it was called with."""
    wire = latest[0]
    if wire is not None and wire._events:
        get_loop().call_soon(wire.process)


before_wait.append(_hand_out_the_rest)


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
            latest[0] = self
            self.receiving.emit("body", text)
        return not self.paused

    def finish(self, _trailers: Any) -> None:
        message = self.receiving
        self.receiving = None
        rest = self.decode(b"", True) if self.decode is not decode_binary else ""
        if message._events:
            latest[0] = self
            if rest:
                message.emit("body", rest)
            message.emit("complete")

    def abort(self) -> None:
        """Nothing: a message that is cut short was not told so in this generation."""

    def pause(self) -> None:
        self.paused = True
        self._held = FOR_READER
        self.transport.stop_reading()

    def unpause(self) -> None:
        if self.paused:
            self.paused = False
            # Not at once: events inside the call that asked for them would find half of the listeners.
            get_loop().call_soon(self._resume_unless_paused)

    def _resume_unless_paused(self) -> None:
        if not self.paused:
            self.resume()

    def resume(self) -> None:
        raise NotImplementedError
