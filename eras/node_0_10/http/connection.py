"""What an HTTP connection of a server and one of a client share: the `net.Socket` beside them.

The socket's facade is made when somebody asks for it; until then a connection has none, and costs none.
"""

from __future__ import annotations

from nodecore.errors import NodeError
from nodecore.loop import get_loop

from .. import net
from ..net.link import Link

_loop = get_loop()
_HIGH_WATER_MARK = 16 * 1024


class HttpConnection:
    """Mixed into the core's connections; keeps the `net.Socket` informed, if there is one.

    `_owes_drain` is whether a write asked for patience: who wrote hears `drain` then. `facade` is the
    `net.Socket`; the transport knows it, too, but forgets it when it is closed, and this does not.
    """

    __slots__ = ()

    def write(self, data):
        """Send `data`. Beyond the high-water mark this is false even when the system took all of it at once;
        `drain` follows within the same callback then."""
        transport = self.transport
        if transport.write(data):
            if len(data) < _HIGH_WATER_MARK:
                self._owes_drain = False
                return True
            self._owes_drain = True
            _loop.next_tick(self.tell_drained)
            return False
        self.not_taken()
        if len(data) >= _HIGH_WATER_MARK or transport.buffered >= _HIGH_WATER_MARK:
            self._owes_drain = True
        return not self._owes_drain and transport.writable

    def not_taken(self):
        """Something was not sent at once."""

    def tell_drained(self):
        """Emit `drain` on the message that has its turn and on the `net.Socket`, if it is due."""
        if self._owes_drain and not self.transport.buffered:
            self._owes_drain = False
            message = self.message
            if message is not None:
                message.was_drained()
            if self.facade is not None:
                self.facade.emit("drain")

    def facade_socket(self):
        """The `net.Socket` of this connection."""
        if self.facade is None:
            self.facade = self.wrap_transport()
        return self.facade

    def wrap_transport(self):
        """The stream that stands for this connection; it is made once."""
        return net.Socket._wrap(self.transport, allow_half_open=True)

    @property
    def gives_more(self):
        """Whether the body may go on: the connection is open, or has left some that is not handed out yet."""
        return not self.transport.destroyed or (bool(self._events) and type(self._events[0]) is bytes)

    def release_socket(self):
        """Give the connection up: its `net.Socket` hears of everything from now on."""
        socket = self.facade_socket()
        socket.ondata = socket.onend = None
        self.transport.handler = Link(socket)
        self.transport.start_reading()
        return socket

    def close_after_sending(self):
        """Close once everything is sent; the `net.Socket` has finished with that."""
        facade = self.facade
        if facade is not None and facade.writable:
            facade.writable = False
            facade.emit("finish")
        self.transport.destroy_soon()
        if facade is not None and self.transport.destroyed:
            facade.readable = False

    def tell_end(self):
        """The peer has ended: the `net.Socket` says so, unless it is one that says so when all is over."""
        facade = self.facade
        if facade is not None and not facade._ends_last:
            facade.emit("end")


def parse_error(error):
    """What 0.10 reports for bytes that are no HTTP."""
    failure = NodeError("Parse Error", code=error.code)
    failure.bytesParsed = error.offset
    return failure


def eof_error():
    """What 0.10 reports when a peer stops in the middle of a message."""
    failure = NodeError("Parse Error", code="HPE_INVALID_EOF_STATE")
    failure.bytesParsed = 0
    return failure
