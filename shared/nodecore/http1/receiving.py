"""What both sides of an HTTP/1 connection do with what arrives: hand it out, piece by piece, in order.

What holds here:

- A reader turns bytes into events (see `reader`); they wait in a queue, and one is handed out at a time.
- Who cannot take more holds the connection: the rest of the queue waits, and so does the transport.
- A listener may raise, park or re-enter the loop: what stands behind it is not lost.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from ..loop import get_loop
from ..sockets import Handler
from .events import End, ReadError, Upgrade

_loop = get_loop()

FOR_READER = 1
"""Held until the program has read what it was given of a message's body."""


class Receiver(Handler):
    """The receiving half of a connection; a side says what to do with heads and with ends."""

    __slots__ = ("_events", "_held", "_reader", "incoming", "transport")

    def __init__(self, transport: Any) -> None:
        self.transport = transport
        self.incoming: Any = None
        """The message that is being received; hears `add_body`, `finish_body` and `cut_short`."""
        self._events: deque[Any] = deque()
        self._reader: Any = self._new_reader()
        self._held = 0

    def _new_reader(self) -> Any:
        raise NotImplementedError

    # -- for a side, or its era -----------------------------------------------------------------------

    def _head(self, head: tuple) -> None:
        """`head` arrived; sets `incoming`."""
        raise NotImplementedError

    def _complete(self, end: End) -> None:
        """The message that is being received is over."""
        raise NotImplementedError

    def upgrade_received(self, incoming: Any, rest: bytes) -> None:
        """The connection left HTTP with `incoming`; `rest` came behind it."""
        self.transport.destroy()

    def read_failed(self, error: ReadError) -> None:
        """What arrived is no HTTP; nothing more will be read."""
        self.transport.destroy()

    # -- handing out ----------------------------------------------------------------------------------

    def data_received(self, data: bytes) -> None:
        reader = self._reader
        if reader is not None:
            reader.feed(data)
            self.process()

    def process(self) -> None:
        """Hand out what was read, unless somebody asked to wait."""
        events = self._events
        in_progress = _loop.in_progress
        in_progress.append(self)
        try:
            while events and not self._held:
                event = events.popleft()
                kind = type(event)
                if kind is tuple:
                    self._head(event)
                elif kind is bytes:
                    if not self.incoming.add_body(event):
                        self._hold(FOR_READER)
                elif kind is End:
                    self._complete(event)
                else:
                    self._leave(event)
        finally:
            if in_progress and in_progress[-1] is self:
                in_progress.pop()
            if events and not self._held:  # a listener raised; what stands behind it is not lost
                _loop.call_soon(self.process)

    def _upgrade_follows(self) -> bool:
        return bool(self._events) and type(self._events[0]) is Upgrade

    def _leave(self, event: Upgrade | ReadError) -> None:
        incoming = self.incoming
        self.stop()
        if isinstance(event, Upgrade):
            self.upgrade_received(incoming, event.rest)
        else:
            self.incoming = incoming
            self.read_failed(event)

    # -- waiting --------------------------------------------------------------------------------------

    def _hold(self, reason: int) -> None:
        self._held = reason
        self.transport.stop_reading()

    def resume(self) -> None:
        """The incoming message wants more."""
        if self._held == FOR_READER:
            self._go_on()

    def _go_on(self) -> None:
        self._held = 0
        self.process()
        if not self._held and self._reader is not None:
            self.transport.start_reading()

    def stop(self) -> None:
        """Read no more HTTP from this connection."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
            self._events.clear()
            self.incoming = None
