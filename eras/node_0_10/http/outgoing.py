"""What `ServerResponse` and `ClientRequest` share: headers, the implicit head, body and end."""

from __future__ import annotations

import re

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

from ..stream import Stream

_NOT_GIVEN = object()
_line_breaks = re.compile("[\r\n\0]")


class OutgoingMessage(Outgoing, Stream):
    """A message being written. Its head goes out with the first piece of the body."""

    writable = True
    finished = False
    """Whether `end` was called."""
    sendDate = False
    shouldKeepAlive = True

    _uses_agent = False
    _chunked_by_default = True
    _trailer = ""
    _finish_told = False
    _headers: dict[str, tuple[str, object]] | None = None

    # -- headers --------------------------------------------------------------------------------------

    def setHeader(self, name=_NOT_GIVEN, value=_NOT_GIVEN):
        """Set one header; an array of strings gives several of the name. (response.setHeader)"""
        if name is _NOT_GIVEN or value is _NOT_GIVEN:
            raise NodeError("`name` and `value` are required for setHeader().")
        if self.head_text is not None:
            raise NodeError("Can't set headers after they are sent.")
        if not isinstance(name, str):
            raise NodeTypeError(f"a header's name is a string, not {name!r}")
        if self._headers is None:
            self._headers = {}
        self._headers[name.lower()] = (name, value)

    def getHeader(self, name=_NOT_GIVEN):
        """A header that was set, None if it was not; its name in any case. (response.getHeader)"""
        if name is _NOT_GIVEN:
            raise NodeError("`name` is required for getHeader().")
        entry = self._headers.get(name.lower()) if self._headers else None
        return None if entry is None else entry[1]

    def removeHeader(self, name=_NOT_GIVEN):
        """Forget a header that was set. (response.removeHeader)"""
        if name is _NOT_GIVEN:
            raise NodeError("`name` is required for removeHeader().")
        if self.head_text is not None:
            raise NodeError("Can't remove headers after they are sent.")
        if self._headers:
            self._headers.pop(name.lower(), None)

    @property
    def headersSent(self):
        """Whether the head is fixed. (response.headersSent)"""
        return self.head_text is not None

    def _set_header_lines(self):
        """The headers that `setHeader` set, as pairs."""
        if self.head_sent:
            raise NodeError("Can't render headers after they are sent to the client.")
        return list(self._headers.values()) if self._headers else []

    def _render_head(self, first_line, headers):
        """Fix the head: the given headers in their order, then those that were left to us."""
        parts = [first_line]
        flags = 0
        for name, value in headers:
            if type(value) is str:
                line, flag = header_line(name, value)
                parts.append(line)
                flags |= flag
            else:
                for text in _values(value):
                    line, flag = header_line(str(name), text)
                    parts.append(line)
                    flags |= flag
        if self.sendDate and not flags & DATE:
            parts.append(f"Date: {http_date()}\r\n")
        if not flags & CONNECTION:
            if self.shouldKeepAlive and (
                flags & CONTENT_LENGTH or self._chunked_by_default or self._uses_agent
            ):
                parts.append("Connection: keep-alive\r\n")
            else:
                self.closes_after = True
                parts.append("Connection: close\r\n")
        elif flags & CLOSE:
            self.closes_after = True
        else:
            self.shouldKeepAlive = True
        if flags & TRANSFER_ENCODING:
            self.is_chunked = bool(flags & CHUNKED)
            if flags & CONTENT_LENGTH and self.is_chunked:
                # Both at once is how requests and responses are smuggled: the length loses.
                parts = [part for part in parts if not part.lower().startswith("content-length:")]
        elif not flags & CONTENT_LENGTH:
            if not self.has_body:
                self.is_chunked = False
            elif self._chunked_by_default:
                self.is_chunked = True
                parts.append("Transfer-Encoding: chunked\r\n")
            else:
                self.closes_after = True
        parts.append("\r\n")
        self.head_text = "".join(parts)
        if flags & EXPECT:
            self.send_raw(b"")

    def _implicit_head(self):
        raise NotImplementedError

    # -- body -----------------------------------------------------------------------------------------

    def write(self, chunk, encoding=None):
        """Send a piece of the body: bytes, or a str in `encoding` (utf8).

        Returns whether all of it was given to the kernel; `drain` follows if not. (response.write)
        """
        if self.head_text is None:
            self._implicit_head()
        if not self.has_body:
            return True
        data = chunk if type(chunk) is bytes else _to_bytes(chunk, encoding)
        if self.has_ended:
            return False
        return self.send_body(data)

    def end(self, data=None, encoding=None):
        """Finish the message, after a last piece of the body if given. (response.end)"""
        if self.has_ended:
            return False
        self.finished = True
        if self.head_text is None:
            self._implicit_head()
        if not data:
            data = b""
        elif not self.has_body:
            if type(data) not in (str, bytes):
                _to_bytes(data, encoding)
            data = b""
        elif type(data) is str and encoding is None:
            data = encode(data)
        elif type(data) is not bytes:
            data = _to_bytes(data, encoding)
        return self.send_end(data, self._trailer)

    def destroy(self, error=None):
        """Close the connection."""
        if self.socket is not None:
            self.socket.destroy(error)

    def addTrailers(self, headers):
        """Header lines to send behind a chunked body: a dict or pairs. (response.addTrailers)"""
        self._trailer = "".join(
            header_line(str(name), text)[0] for name, value in pairs(headers) for text in _values(value)
        )

    # -- what the core tells --------------------------------------------------------------------------

    def was_drained(self):
        self.emit("drain")

    def was_sent(self):
        if not self._finish_told:
            self._finish_told = True
            self.emit("finish")

    def connection_lost(self):
        self.emit("close")


def without_line_breaks(text):
    """`text`, fit for a line of a head: no response is ever split."""
    return _line_breaks.sub("", text)


def pairs(headers):
    """Headers as pairs, from a dict or an array of pairs."""
    if isinstance(headers, dict):
        return headers.items()
    return [(pair[0], pair[1]) for pair in headers]


def _values(value):
    """The values of a header as they are sent, one a line."""
    if isinstance(value, (list, tuple)):
        return [text for item in value for text in _values(item)]
    if isinstance(value, str):
        return (value,)
    if isinstance(value, (bytes, bytearray)):
        return (value.decode("latin-1"),)
    if value is None:
        return ("null",)
    if value is True or value is False:
        return ("true" if value else "false",)
    if isinstance(value, float) and value.is_integer():
        return (str(int(value)),)
    return (str(value),)


def _to_bytes(chunk, encoding):
    if isinstance(chunk, str):
        return encode(chunk, encoding)
    if isinstance(chunk, (bytes, bytearray, memoryview)):
        return bytes(chunk)
    raise NodeTypeError("first argument must be a string or Buffer")
