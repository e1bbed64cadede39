"""An outgoing message: its head, its framing and its turn on the connection.

What holds here:

- The head is held back until the first piece of the body or the end, and goes out with it in one write,
  unless that is so large that joining them would cost more than another write.
- Until its turn has come (pipelining, a connection still to be made) what is sent waits in the message.
- After `send_end` nothing more is sent; the connection is told once everything was handed to it.
"""

from __future__ import annotations

from typing import Any, Protocol

from .writer import chunk, last_chunk

WORTH_ITS_OWN_WRITE = 128 * 1024
"""Bytes of a body's first piece from which on it is not copied behind the head: to copy the 64 KiB that
programs like to send costs less than another call of the system."""


class Connection(Protocol):
    """Where a message writes to once it is its turn."""

    def write(self, data: bytes) -> bool:
        """Send `data`; False when the peer is slower than we are."""

    def message_sent(self, message: Any) -> None:
        """`message` has handed over its last byte."""


class Outgoing:
    """One message on its way out. An era's response and request classes build on this."""

    sends_to: Connection | None = None
    """Where to write; None before the message has its turn and after it is over."""

    head_text: str | None = None
    """The head, rendered with its blank line; None before it is."""

    head_sent = False
    is_chunked = False
    has_body = True
    has_ended = False
    closes_after = False
    """Whether the connection ends after this message."""

    _waiting: list[bytes] | None = None
    connection_gone = False

    def send_raw(self, data: bytes) -> bool:
        """Send raw bytes behind the head; False when they have to wait."""
        if not self.head_sent:
            self.head_sent = True
            if self.head_text is not None:
                head = self.head_text.encode("utf-8", "replace")
                if len(data) < WORTH_ITS_OWN_WRITE or self.sends_to is None:
                    data = head + data
                else:
                    self.sends_to.write(head)
        if self.sends_to is not None:
            return self.sends_to.write(data)
        self._wait_with(data)
        return False

    def send_ahead(self, data: bytes) -> None:
        """Send raw bytes that are no part of the message, before its head."""
        if self.sends_to is not None:
            self.sends_to.write(data)
        else:
            self._wait_with(data)

    def _wait_with(self, data: bytes) -> None:
        if not self.connection_gone:
            if self._waiting is None:
                self._waiting = []
            self._waiting.append(data)

    def send_body(self, data: bytes) -> bool:
        """Send a piece of the body, framed as the head says; False when it has to wait."""
        if not data:
            return True
        return self.send_raw(chunk(data) if self.is_chunked else data)

    def send_end(self, data: bytes = b"", trailers: str = "") -> bool:
        """Send the last piece of the body and what ends it; False when something has to wait."""
        self.has_ended = True
        if self.is_chunked:
            if trailers:
                data = (chunk(data) if data else b"") + last_chunk(trailers)
            elif data:
                data = b"%x\r\n%s\r\n0\r\n\r\n" % (len(data), data)
            else:
                data = b"0\r\n\r\n"
        taken = True
        if data or not self.head_sent:
            taken = self.send_raw(data)
        if self.sends_to is not None:
            self.sends_to.message_sent(self)
        else:
            self.ended_before_turn()
        return taken

    def take_turn(self, connection: Connection) -> None:
        """From now on write to `connection`, first of all what waited; the caller looks at `has_ended`."""
        self.sends_to = connection
        if self._waiting is not None:
            data = b"".join(self._waiting)
            self._waiting = None
            if connection.write(data) and not self.has_ended:
                self.was_drained()

    def drop_waiting(self) -> None:
        """Forget what could not be sent, and whatever would be from now on: the connection is gone."""
        self._waiting = None
        self.connection_gone = True

    @property
    def waiting_bytes(self) -> int:
        """Bytes that wait for the message's turn."""
        return sum(map(len, self._waiting)) if self._waiting else 0

    # -- what an era hears of -------------------------------------------------------------------------

    def was_drained(self) -> None:
        """What had to wait has been sent."""

    def ended_before_turn(self) -> None:
        """The message is complete and waits for its turn."""

    def was_sent(self) -> None:
        """The last byte was handed to the connection, which is no longer this message's."""

    def connection_lost(self) -> None:
        """The connection closed before the message was over."""
