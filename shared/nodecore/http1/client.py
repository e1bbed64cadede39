"""The client's side of one HTTP/1 connection: a request out, its response in, and then the next."""

from __future__ import annotations

from typing import Any

from .events import End
from .outgoing import Outgoing
from .receiving import Receiver
from .response_reader import INFORMATIONAL, ResponseReader


class ClientConnection(Receiver):
    """One connection, one request at a time. An era overrides what it wants to hear of."""

    __slots__ = ("_answered", "outgoing")

    informational = INFORMATIONAL
    """The statuses that `information_received` hears of; any other is final."""

    def __init__(self, transport: Any) -> None:
        super().__init__(transport)
        self.outgoing: Outgoing | None = None
        """The request that is being sent or answered."""
        self._answered = False

    def _new_reader(self) -> ResponseReader:
        return ResponseReader(self._events, self.informational)

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
        """A head with an `informational` status arrived."""

    def response_complete(self, incoming: Any) -> None:
        """The response, and with it the exchange, is over."""

    # -- the exchange ---------------------------------------------------------------------------------

    def start(self, request: Outgoing, method: str) -> None:
        """Send `request` and expect its response."""
        self.outgoing = request
        self._answered = False
        if self._reader is None:
            self._reader = self._new_reader()
        elif self._reader.mid_message:  # what began before the request does not answer it
            self._reader.close()
            self._reader = self._new_reader()
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
        self.tell_drained()

    def tell_drained(self) -> None:
        """What had to wait was sent: the request hears of it."""
        if self.outgoing is not None and self.outgoing.sends_to is self:
            self.outgoing.was_drained()

    def _head(self, head: tuple) -> None:
        if self.outgoing is None or self._answered:
            self.stop()
            self.response_unexpected()
        elif head[0] in self.informational:
            self.information_received(head[0], head[3])
        else:
            self._answered = True
            self.response_received(*head)

    def _complete(self, end: End) -> None:
        if self._upgrade_follows():
            return
        incoming, self.incoming = self.incoming, None
        incoming.finish_body(end.trailers)
        self.response_complete(incoming)

    def eof_received(self) -> None:
        """The peer will send no more; this may be what ends the response."""
        if self._reader is not None:
            self._reader.eof()
            self.process()
