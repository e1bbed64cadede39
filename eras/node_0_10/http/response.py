"""`ServerResponse`: what a server answers a request with."""

from __future__ import annotations

from nodecore.errors import NodeError, NodeTypeError
from nodecore.omitted import NULL, OMITTED
from nodecore.values import number_of, text_of

from .detached import AssignedSocket, prepare
from .outgoing import OutgoingMessage, fields, without_line_breaks
from .status import STATUS_CODES

_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


class ServerResponse(OutgoingMessage):
    """What a request is answered with (document: Class: http.ServerResponse).

    Events: `close`, `finish`, `drain`, `timeout`.
    """

    event_arity = {"close": 0, "finish": 0, "drain": 0, "timeout": 1}

    own_listeners = {"finish": 1}

    js_null = ("socket", "connection")
    js_patchable = ("writeHead",)

    statusCode = 200
    """The status of a head that the program leaves to us; afterwards the one that was sent.

    (response.statusCode)
    """
    sendDate = True
    """Whether a head without a `Date` gets one. (response.sendDate)"""

    next_response = None
    """The response whose turn comes after this one's, once nothing is sent any more."""

    closes_with = None
    """The socket whose `close` is the response's own."""

    _http = None
    _request = None
    _awaits_continue = False

    def __init__(self, request):
        """A response beside those of servers, which comes to no connection but by `assignSocket`."""
        prepare(self, request)

    @property
    def socket(self):
        """The `net.Socket` of the connection; None while others are before this response, and after it."""
        return None if self.sends_to is None else self._http.facade_socket()

    connection = socket

    def assignSocket(self, socket):
        """Write to `socket` from now on."""
        connection = self._http = AssignedSocket(socket)
        self.take_turn(connection)
        if self.has_ended:
            connection.message_sent(self)

    def detachSocket(self, socket):
        """Write to `socket` no more."""
        if self.socket is not socket:
            raise NodeError("the socket is not that of the response")
        self.leave_socket()
        self.sends_to = None

    def take_turn(self, connection):
        self.sends_to = connection
        connection.turn_came(self)
        if self.listener_count("socket"):
            self.emit("socket", self.socket)
        super().take_turn(self.sends_to)

    def close_with(self, socket):
        """Emit `close` when `socket` does."""
        self.closes_with = socket
        socket.on("close", self.connection_lost)

    def leave_socket(self):
        """Hear no more of the socket."""
        if self.closes_with is not None:
            self.closes_with.removeListener("close", self.connection_lost)
            self.closes_with = None

    def writeContinue(self):
        """Send `100 Continue`: the body of the request is welcome. (response.writeContinue)"""
        self._awaits_continue = False
        self.send_ahead(_CONTINUE)

    def writeHead(self, statusCode, reasonPhrase=OMITTED, headers=None):
        """Fix the head. Headers are a dict or pairs; those of `setHeader` come first. (response.writeHead)"""
        self.statusCode = status = number = statusCode
        if type(status) is not int:
            status = _status_text(statusCode)
            number = number_of(status)
        if type(reasonPhrase) is not str:
            if reasonPhrase is not OMITTED:
                headers = reasonPhrase  # whatever it is, and whatever comes behind it
            reasonPhrase = STATUS_CODES.get(status) or _reason(status)
        elif not reasonPhrase.isprintable():
            reasonPhrase = without_line_breaks(reasonPhrase)
        if self._headers is not None:
            headers = self._merged_headers(headers)
        elif self.head_sent:
            if self.has_ended:
                return  # nothing follows that the head could be sent with
            raise NodeError("Can't render headers after they are sent to the client.")
        if self._awaits_continue:
            # The body that was held back may come all the same, or not: nobody could tell it from a request.
            self.shouldKeepAlive = False
        if status in (204, 304) or 100 <= number < 200:
            self.has_body = False
        self._storeHeader(f"HTTP/1.1 {status} {reasonPhrase}\r\n", headers)

    writeHead.js_exact = True

    def writeHeader(self, *args):
        """The name that `writeHead` had before."""
        return self.writeHead(*args)

    writeHeader.js_exact = True

    def _merged_headers(self, headers):
        """What `setHeader` set, overlaid with what `writeHead` is given.

        Pairs replace it, but for what has the name of one of them: that is sent as well, behind them.
        """
        were_set = self._renderHeaders()
        if headers is None:
            return were_set
        if isinstance(headers, (list, tuple)):
            return [*headers, *((pair[0], were_set[pair[0]]) for pair in headers if pair[0] in were_set)]
        return {**were_set, **(headers if isinstance(headers, dict) else fields(headers))}

    def _implicitHeader(self):
        self.writeHead(self.statusCode)

    def setTimeout(self, msecs, callback=None):
        """Let `timeout` follow after `msecs` milliseconds without traffic. (response.setTimeout)"""
        if callback is not None:
            self.on("timeout", callback)
        self._http.transport.set_timeout(msecs)


def _reason(status):
    return STATUS_CODES.get(int(status), "unknown") if str(status).isdecimal() else "unknown"


def _status_text(status):
    if status is None or status is NULL:
        raise NodeTypeError(f"Cannot call method 'toString' of {text_of(status)}")
    return without_line_breaks(text_of(status))
