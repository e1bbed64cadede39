"""The server's side of one HTTP/1 connection: requests in, responses out in their order.

What holds here:

- Requests are handed out as they arrive; responses go out in the order of their requests.
- A request whose reader is slow, a peer that does not read, or too many unanswered requests stop the
  reading, so that nothing grows without bound.
- A transport has `write(data) -> bool`, `end()`, `destroy()`, `start_reading()`, `stop_reading()` and
  `buffered`; no socket is needed.
"""

from __future__ import annotations

from typing import Any

from .events import End
from .outgoing import Outgoing
from .receiving import Receiver
from .request_reader import RequestReader

MAX_UNANSWERED = 256
"""Requests of one connection that may wait for their answers."""

MAX_UNSENT = 256 * 1024
"""Bytes of answers the peer has not read, beyond which no further request is taken."""

FOR_ANSWERS = 2
"""Held, before the next request, until fewer answers wait."""


class ServerConnection(Receiver):
    """One connection; an era overrides `request_received` and what else it wants to hear of."""

    __slots__ = ("_responses",)

    def __init__(self, transport: Any) -> None:
        super().__init__(transport)
        self._responses: list[Outgoing] | None = None  # a list is an eighth of a deque, and this one is short

    def _new_reader(self) -> RequestReader:
        return RequestReader(self._events)

    # -- for the era ----------------------------------------------------------------------------------

    def request_received(
        self, method: str, target: bytes, version: str, headers: Any, keep_alive: bool, upgrade: bool
    ) -> None:
        """A head arrived: set `incoming`, then open a response unless `upgrade`."""
        raise NotImplementedError

    def response_done(self, response: Outgoing) -> None:
        """`response` is on its way in full; closes the connection after the last one."""
        if response.closes_after:
            self.transport.end()

    # -- requests -------------------------------------------------------------------------------------

    def _head(self, head: tuple) -> None:
        if self.transport.buffered > MAX_UNSENT or (self._responses and self._congested()):
            self._events.appendleft(head)
            self._hold(FOR_ANSWERS)
        else:
            self.request_received(*head)

    def _complete(self, end: End) -> None:
        incoming = self.incoming
        if not self._upgrade_follows():
            self.incoming = None
        incoming.finish_body(end.trailers)

    def _congested(self) -> bool:
        """Whether too much waits for its turn; the bytes are counted only now and then."""
        responses = self._responses or ()
        unanswered = len(responses)
        if unanswered >= MAX_UNANSWERED:
            return True
        return unanswered % 16 == 0 and sum(response.waiting_bytes for response in responses) > MAX_UNSENT

    # -- responses ------------------------------------------------------------------------------------

    @property
    def unanswered(self) -> int:
        """How many requests wait for the end of their response."""
        return len(self._responses) if self._responses else 0

    def open_response(self, response: Outgoing) -> None:
        """Queue `response`; it writes at once when none is before it."""
        responses = self._responses
        if responses is None:
            responses = self._responses = []
        if not responses:
            response.sends_to = self
        responses.append(response)

    def write(self, data: bytes) -> bool:
        return self.transport.write(data)

    def message_sent(self, message: Outgoing) -> None:
        responses = self._responses
        over = []
        while responses and responses[0] is message:
            del responses[0]
            message.sends_to = None
            self.response_done(message)
            over.append(message)
            if not responses or message.closes_after:
                break
            message = responses[0]
            message.take_turn(self)
            if not message.has_ended:
                break
        # A response that was complete when its turn came is told before the one that it waited for.
        for message in reversed(over):
            message.was_sent()
        if self._held == FOR_ANSWERS:
            self._go_on()

    def drained(self) -> None:
        self.tell_drained()
        if self._held == FOR_ANSWERS:
            self._go_on()

    def tell_drained(self) -> None:
        """What had to wait was sent: the response that has its turn hears of it."""
        if self._responses:
            self._responses[0].was_drained()

    # -- the end --------------------------------------------------------------------------------------

    def eof_received(self) -> None:
        """The peer will send no more: close once every response is out."""
        self.abort_incoming()
        if self._responses:
            self._responses[-1].closes_after = True
        else:
            self.transport.end()

    def abort_incoming(self) -> None:
        """Tell the request that is being received that the rest of it will not come."""
        incoming, self.incoming = self.incoming, None
        self.stop()
        if incoming is not None:
            incoming.cut_short()

    def closed(self, had_error: bool) -> None:
        self.abort_incoming()
        responses, self._responses = self._responses, None
        for response in responses or ():
            response.sends_to = None
            response.drop_waiting()
            response.connection_lost()
