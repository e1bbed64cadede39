"""The client's side of one HTTP/1 connection: a request out, its response in, and then the next."""

from __future__ import annotations

from collections import deque
from typing import Any

from ..loop import get_loop
from ..sockets import Handler
from .outgoing import Outgoing
from .reader import End, ReadError, ResponseReader, Upgrade

_loop = get_loop()


class ClientConnection(Handler):
    """One connection, one request at a time. An era overrides what it wants to hear of."""

    __slots__ = ("_answered", "_events", "_held", "_reader", "incoming", "outgoing", "transport")

    def __init__(self, transport: Any) -> None:
        self.transport = transport
        self.incoming: Any = None
        """The response that is being received; hears `add_body`, `finish_body` and `cut_short`."""
        self.outgoing: Outgoing | None = None
        """The request that is being sent or answered."""
        self._events: deque[Any] = deque()
        self._reader: ResponseReader | None = ResponseReader(self._events)
        self._held = False
        self._answered = False

    # -- for the era ----------------------------------------------------------------------------------

    def response_received(
        self, status: int, reason: bytes, version: str, headers: Any, keep_alive: bool, upgrade: bool
    ) -> Any:
        """A final head arrived: set `incoming`."""
        raise NotImplementedError

    def response_unexpected(self) -> None:
        """A response nobody asked for arrived; nothing more will be read."""
        self.transport.destroy()

    def information_received(self, status: int, headers: Any) -> None:
        """A 1xx head arrived."""

    def response_complete(self, incoming: Any) -> None:
        """The response, and with it the exchange, is over."""

    def upgrade_received(self, incoming: Any, rest: bytes) -> None:
        """The connection left HTTP; `rest` came behind the head."""
        self.transport.destroy()

    def read_failed(self, error: ReadError) -> None:
        """What arrived is no HTTP; nothing more will be read."""
        self.transport.destroy()

    # -- the exchange ---------------------------------------------------------------------------------

    def start(self, request: Outgoing, method: str) -> None:
        """Send `request` and expect its response."""
        self.outgoing = request
        self._answered = False
        if self._reader is None:
            self._reader = ResponseReader(self._events)
        self._reader.expect(method)
        request.take_turn(self)
        if request.has_ended and request.sends_to is self:
            self.message_sent(request)

    def write(self, data: bytes) -> bool:
        return self.transport.write(data)

    def message_sent(self, message: Outgoing) -> None:
        message.sends_to = None
        message.was_sent()

    def drained(self) -> None:
        if self.outgoing is not None and self.outgoing.sends_to is self:
            self.outgoing.was_drained()

    def data_received(self, data: bytes) -> None:
        if self._reader is not None:
            self._reader.feed(data)
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
                        self._held = True
                        self.transport.stop_reading()
                elif kind is End:
                    if not (events and type(events[0]) is Upgrade):
                        self._complete(event)
                else:
                    self._leave(event)
        finally:
            if in_progress and in_progress[-1] is self:
                in_progress.pop()
            if events and not self._held:  # a listener raised; what stands behind it is not lost
                _loop.call_soon(self.process)

    def _head(self, event: tuple) -> None:
        if self.outgoing is None or self._answered:
            self.stop()
            self.response_unexpected()
        elif event[0] < 200 and event[0] != 101:
            self.information_received(event[0], event[3])
        else:
            self._answered = True
            self.response_received(*event)

    def _complete(self, event: End) -> None:
        incoming, self.incoming = self.incoming, None
        incoming.finish_body(event.trailers)
        self.response_complete(incoming)

    def _leave(self, event: Upgrade | ReadError) -> None:
        incoming = self.incoming
        if type(event) is Upgrade:
            self.stop()
            self.upgrade_received(incoming, event.rest)
        else:
            self.stop()
            self.incoming = incoming
            self.read_failed(event)  # type: ignore[arg-type]

    def resume(self) -> None:
        """The incoming message wants more."""
        if self._held:
            self._held = False
            self.process()
            if not self._held:
                self.transport.start_reading()

    def stop(self) -> None:
        """Read no more HTTP from this connection."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
            self._events.clear()
            self.incoming = None

    def eof_received(self) -> None:
        """The peer will send no more; this may be what ends the response."""
        if self._reader is not None:
            self._reader.eof()
            self.process()
