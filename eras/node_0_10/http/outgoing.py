"""What `ServerResponse` and `ClientRequest` share: headers, the implicit head, body and end."""

from __future__ import annotations

import re
from operator import attrgetter

from nodecore.encodings import encode
from nodecore.errors import NodeError, NodeTypeError
from nodecore.http1.outgoing import Outgoing
from nodecore.http1.writer import (
    CHUNKED,
    CLOSE,
    CONNECTION,
    CONTENT_LENGTH,
    DATE,
    EXPECT,
    TRANSFER_ENCODING,
    header_line,
    http_date,
)
from nodecore.loop import get_loop
from nodecore.omitted import OMITTED
from nodecore.values import is_falsy, lacks, text_of

from ..stream import Stream

_loop = get_loop()
_NO_OBJECT = "Object.keys called on non-object"
_line_breaks = re.compile("[\r\n\0]")


def _same_as(attribute):
    """A property that is another name of `attribute`."""
    return property(attrgetter(attribute), lambda self, value: setattr(self, attribute, value))


class OutgoingMessage(Outgoing, Stream):
    """A message being written. Its head goes out with the first piece of the body."""

    js_visible = (
        "_hasBody",
        "_header",
        "_headerNames",
        "_headerSent",
        "_headers",
        "_implicitHeader",
        "_last",
        "_renderHeaders",
        "_send",
        "_storeHeader",
    )
    _most_own = 1

    js_live = ("_headers", "_headerNames")
    js_null = ("_header",)
    js_patchable = ("_implicitHeader", "_renderHeaders", "_storeHeader", "end", "setHeader", "write")

    writable = True
    finished = False
    """Whether `end` was called."""
    sendDate = False
    shouldKeepAlive = True

    useChunkedEncodingByDefault = True

    _uses_agent = False
    _trailer = ""
    _finish_told = False
    _headers: dict[str, object] | None = None
    _headerNames: dict[str, str] | None = None

    # -- headers --------------------------------------------------------------------------------------

    def setHeader(self, name=OMITTED, value=OMITTED):
        """Set one header; an array of strings gives several of the name. (response.setHeader)"""
        if name is OMITTED or value is OMITTED:
            raise NodeError("`name` and `value` are required for setHeader().")
        if self.head_text is not None:
            raise NodeError("Can't set headers after they are sent.")
        key = _key_of(name)
        if self._headers is None:
            self._headers = {}
            self._headerNames = {}
        self._headers[key] = value
        self._headerNames[key] = name

    setHeader.js_exact = True  # a value that is undefined was given all the same, and is not null

    def getHeader(self, name=OMITTED):
        """A header that was set, None if it was not; its name in any case. (response.getHeader)"""
        if name is OMITTED:
            raise NodeError("`name` is required for getHeader().")
        return self._headers.get(_key_of(name)) if self._headers is not None else None

    getHeader.js_exact = True

    def removeHeader(self, name=OMITTED):
        """Forget a header that was set. (response.removeHeader)"""
        if name is OMITTED:
            raise NodeError("`name` is required for removeHeader().")
        if self.head_text is not None:
            raise NodeError("Can't remove headers after they are sent.")
        if self._headers is not None:
            key = _key_of(name)
            self._headers.pop(key, None)
            self._headerNames.pop(key, None)

    removeHeader.js_exact = True

    @property
    def headersSent(self):
        """Whether the head is fixed. (response.headersSent)"""
        return self.head_text is not None

    def _renderHeaders(self):
        """The headers that `setHeader` set, by the names it was given."""
        if self.head_text is not None:
            raise NodeError("Can't render headers after they are sent to the client.")
        names = self._headerNames
        return {names.get(key, key): value for key, value in self._headers.items()} if self._headers else {}

    def _storeHeader(self, firstLine, headers):
        """Fix the head: the given headers in their order, then those that were left to us."""
        parts, flags = _lines_of(headers)
        if flags & CHUNKED and not self.has_body and self.statusCode in (204, 304):
            self.shouldKeepAlive = False
        if self.sendDate and not flags & DATE:
            parts.append(f"Date: {http_date()}\r\n")
        parts.append(self._connection_line(flags))
        if flags & TRANSFER_ENCODING:
            self.is_chunked = bool(flags & CHUNKED) and self.has_body
            if flags & CONTENT_LENGTH and self.is_chunked:
                # Both at once is how requests and responses are smuggled: the length loses.
                parts = [part for part in parts if not part.lower().startswith("content-length:")]
        elif not flags & CONTENT_LENGTH:
            parts.append(self._length_line())
        self.head_text = f"{firstLine}{''.join(parts)}\r\n"
        if flags & EXPECT:
            self.send_raw(b"")

    def _connection_line(self, flags):
        """Settle whether the connection is kept; the line that says so, empty if the program did."""
        if not flags & CONNECTION:
            if self.shouldKeepAlive and (
                flags & CONTENT_LENGTH or self.useChunkedEncodingByDefault or self._uses_agent
            ):
                return "Connection: keep-alive\r\n"
            self.closes_after = True
            return "Connection: close\r\n"
        if flags & CLOSE:
            self.closes_after = True
        else:
            self.shouldKeepAlive = True
        return ""

    def _length_line(self):
        """Settle how a body of unknown length ends; the line that says so, empty if none needs to."""
        if not self.has_body:
            self.is_chunked = False
        elif self.useChunkedEncodingByDefault:
            self.is_chunked = True
            return "Transfer-Encoding: chunked\r\n"
        else:
            self.closes_after = True
        return ""

    def _implicitHeader(self):
        """Fix the head that the program left to us."""
        raise NotImplementedError

    # -- body -----------------------------------------------------------------------------------------

    def write(self, chunk, encoding=None):
        """Send a piece of the body: bytes, or a str in `encoding` (utf8). (response.write)

        A function in the place of a str's encoding is called once it was sent. Returns false when the program
        had better wait for `drain`: much was written, or the other end is slow.
        """
        if self.head_text is None:
            self._implicitHeader()
        if not self.has_body:
            return True
        data = chunk if type(chunk) is bytes else _to_bytes(chunk, encoding)
        if self.has_ended:
            return not data
        taken = self.send_body(data)
        if encoding is not None and type(chunk) is str and callable(encoding):
            if taken:
                _loop.call_soon(encoding)
            else:
                self.once("drain", encoding)
        return taken

    def end(self, data=None, encoding=None):
        """Finish the message, after a last piece of the body if given, as `write` takes it. (response.end)

        Returns what the last write of `end` did: one of nothing is taken by anybody.
        """
        if self.has_ended:
            return False
        if self.head_text is None:
            self._implicitHeader()
        given = data
        with_head = not self.head_sent and self.sends_to is not None
        if not data and (data is None or is_falsy(data)):
            data = b""
        elif not self.has_body:
            if type(data) not in (str, bytes):
                _to_bytes(data, encoding)
            data = b""
        elif type(data) is str and encoding is None:
            data = encode(data)
        elif type(data) is not bytes:
            if type(data) is str and callable(encoding):
                _loop.call_soon(encoding)
            data = _to_bytes(data, encoding)
        self.finished = True
        taken = self.send_end(data, self._trailer)
        if taken or data == b"" or self.is_chunked:
            return taken
        return not (with_head and type(given) is str and not self.connection_gone)

    def destroy(self, error=None):
        """Close the connection; if it is not yet this message's, once it is."""
        if self.socket is not None:
            self.socket.destroy(error)
        else:
            self.once("socket", lambda socket: socket.destroy(error))

    def addTrailers(self, headers):
        """Header lines to send behind a chunked body: a dict or pairs. (response.addTrailers)"""
        if is_falsy(headers):
            raise NodeTypeError(_NO_OBJECT)
        self._trailer = "".join(header_line(str(name), text_of(value))[0] for name, value in pairs(headers))

    addTrailers.js_exact = True

    # -- what no document names and packages of the time touch ------------------------------------------

    _header = _same_as("head_text")
    _headerSent = _same_as("head_sent")
    _hasBody = _same_as("has_body")
    _last = _same_as("closes_after")
    chunkedEncoding = _same_as("is_chunked")

    @property
    def output(self):
        """What waits for the message's turn, as text where it is any."""
        waiting = b"".join(self._waiting or ())
        try:
            return [waiting.decode()] if waiting else []
        except UnicodeDecodeError:
            return [waiting]

    @property
    def outputEncodings(self):
        """The encoding of each piece of `output`: that of text, if any, goes without saying."""
        return [None] * len(self.output)

    def _send(self, data, encoding=None):
        """Send raw bytes behind the head that is fixed, which goes out now if it has not yet."""
        return self.send_raw(_to_bytes(data, encoding))

    # -- what the core tells --------------------------------------------------------------------------

    def was_drained(self):
        self.emit("drain")

    def was_sent(self):
        if not self._finish_told:
            self._finish_told = True
            self.emit("finish")

    def connection_lost(self):
        self.emit("close")


def _key_of(name):
    if isinstance(name, str):
        return name.lower()
    raise lacks(name, "toLowerCase")


def without_line_breaks(text):
    """`text`, fit for a line of a head: no response is ever split."""
    return _line_breaks.sub("", text)


def pairs(headers):
    """Headers as pairs, from a dict or an array of pairs."""
    if isinstance(headers, dict):
        return headers.items()
    if isinstance(headers, (list, tuple)):
        return [(pair[0], pair[1]) for pair in headers]
    return fields(headers).items()


def fields(headers):
    """The headers that an object of some class has as its own fields."""
    if is_falsy(headers):
        return {}
    if isinstance(headers, (bool, int, float, str)):
        raise NodeTypeError(_NO_OBJECT)
    return {name: headers[name] for name in headers.__dir__()}


def _lines_of(headers):
    """The header lines as they were given, and the flags of all of them."""
    lines = []
    flags = 0
    for name, value in pairs(headers):
        if type(value) is str:
            line, flag = header_line(name, value)
            lines.append(line)
            flags |= flag
        else:
            for text in _values(value):
                line, flag = header_line(str(name), text)
                lines.append(line)
                flags |= flag
    return lines, flags


def _values(value):
    """The values of a header as they are sent, one a line."""
    return [text_of(item) for item in value] if isinstance(value, (list, tuple)) else (text_of(value),)


def _to_bytes(chunk, encoding):
    if isinstance(chunk, str):
        return encode(chunk, None if callable(encoding) else encoding)
    if isinstance(chunk, (bytes, bytearray, memoryview)):
        return bytes(chunk)
    raise NodeTypeError("first argument must be a string or Buffer")
