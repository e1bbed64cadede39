"""`IncomingMessage`: a request as the server receives it, a response as the client does."""

from __future__ import annotations

from nodecore.encodings import decode_utf8
from nodecore.streams2 import ReadableState

from ..stream import Readable

# Repeats of these are joined; of set-cookie they are listed; of all others without `x-` the first counts.
JOINED = frozenset(
    b"accept accept-charset accept-encoding accept-language connection cookie pragma link www-authenticate "
    b"proxy-authenticate sec-websocket-extensions sec-websocket-protocol".split()
)

# Every object has these, so headers of such names were taken for repeats.
_NEVER_SHOWN = ("constructor", "__proto__")


class IncomingMessage(Readable):
    """Status, headers and body of a message that arrives (document: http.IncomingMessage)."""

    event_arity = {"data": 1, "readable": 0, "end": 0, "close": 0, "aborted": 0, "error": 1}

    js_live = ("trailers",)
    js_null = ("method", "statusCode")

    readable = True
    method = None
    """The method of a request; None in a response. (message.method)"""
    url = ""
    """What a request asks for, as it stands in its first line: path and query. (message.url)"""
    statusCode = None
    """The three digits of a response as a number; None in a request. (message.statusCode)"""
    httpVersion = None
    """`"1.1"` or `"1.0"`. (message.httpVersion)"""
    complete = False
    upgrade = False

    _raw_headers = ()
    _raw_trailers = ()
    _max_headers = 1000
    _headers = None
    _trailers = None
    _connection = None
    _dumped = False
    _abort_told = False

    @property
    def httpVersionMajor(self):
        """The first number of `httpVersion`. (message.httpVersion)"""
        return int(self.httpVersion[0])

    @property
    def httpVersionMinor(self):
        """The second number of `httpVersion`. (message.httpVersion)"""
        return int(self.httpVersion[2])

    @property
    def headers(self):
        """Fields by their lower-cased names: text, or a list for `set-cookie`. (message.headers)"""
        if self._headers is None:
            self._headers = merge(self._raw_headers, self._max_headers)
            self._raw_headers = ()
        return self._headers

    @headers.setter
    def headers(self, headers):
        self._headers = headers

    @property
    def trailers(self):
        """Trailer fields as in `headers`, there once `end` was emitted. (message.trailers)"""
        if self._trailers is None:
            self._trailers = merge(self._raw_trailers, self._max_headers)
        return self._trailers

    @trailers.setter
    def trailers(self, trailers):
        self._trailers = trailers

    @property
    def socket(self):
        """The `net.Socket` of the connection. (message.socket)"""
        return self._connection.facade_socket()

    connection = client = socket

    # -- the body -------------------------------------------------------------------------------------

    def setTimeout(self, msecs, callback=None):
        """Let `timeout` follow after `msecs` milliseconds without traffic. (message.setTimeout)"""
        if callback is not None:
            self.on("timeout", callback)
        self._connection.transport.set_timeout(msecs)

    def destroy(self, error=None):
        """Close the connection; `error`, if given, is the socket's."""
        self.socket.destroy(error)

    def _new_readable_state(self):
        state = ReadableState()
        state.ended = self._dumped or self.complete
        return state

    def _read(self, n):
        if self._connection.gives_more:
            self._connection.resume()
        else:
            self.push(None)

    def add_body(self, data):
        return self._dumped or self.push(data) or not self._connection.gives_more

    def finish_body(self, trailers):
        if self._dumped:
            self._end_of_dumped()
            return
        self.complete = True
        if trailers:
            self._raw_trailers = trailers
            if self._trailers is not None:  # it stays the object that the program may have kept
                self._trailers.update(merge(trailers, self._max_headers))
        if self._readable_state is not None:
            self.push(None)

    def _end_of_dumped(self):
        """Who began to listen after the body was given up still hears of its end."""
        if self._readable_state is None and self._events:
            self._make_readable_state()
            self.read()

    def cut_short(self):
        if not self._abort_told:
            self._abort_told = True
            self.emit("aborted")
            self.emit("close")

    def _dump(self):
        """The response is out: whatever of this request nobody has read is of no use."""
        if self._dumped:
            return
        self._dumped = True
        if self._readable_state is not None or self._events:
            if self.complete:
                self._readable_state or self._make_readable_state()
            else:
                self.push(None)
            self.read()
        else:
            self.readable = False
        self._connection.resume()


def merge(raw, limit):
    """The header fields of a message as 0.10 showed them; beyond `limit` (0: none) they are dropped."""
    merged = {}
    for name, value in raw[:limit] if limit else raw:
        lower = name.lower()
        key = decode_utf8(lower)
        text = decode_utf8(value)
        if key not in merged:
            merged[key] = [text] if lower == b"set-cookie" else text
        elif lower == b"set-cookie":
            merged[key].append(text)
        elif lower in JOINED or lower.startswith(b"x-"):
            merged[key] += ", " + text
    for name in _NEVER_SHOWN:
        merged.pop(name, None)
    return merged
