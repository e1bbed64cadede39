"""Responses, as they arrive. See `reader` for what holds of both readers."""

from __future__ import annotations

from collections import deque
from typing import Any

import httptools

from .events import END, RawHeaders, ReadError, Upgrade
from .reader import MAX_HEAD_SIZE, Reader

INFORMATIONAL = frozenset(range(100, 200)) - {101}
"""The statuses that announce another, final response."""


class ResponseReader(Reader):
    """Reads the responses to one request at a time; call `expect` before each.

    A head is `(status, reason, version, headers, keep_alive, upgrade)`. Heads with an `informational`
    status come before the final one, without an `End`.
    """

    __slots__ = ("_head_only", "_informational", "_method", "_pending", "_reason", "_unbounded")

    def __init__(self, events: deque[Any], informational: frozenset[int] = INFORMATIONAL) -> None:
        super().__init__(events)
        self._informational = informational
        self._reason = b""
        self._head_only = False
        self._method = "GET"
        self._unbounded: RawHeaders | None = None
        self._pending = b""

    def _new_parser(self) -> Any:
        parser = httptools.HttpResponseParser(self)
        parser.set_dangerous_leniencies(lenient_data_after_close=True)
        return parser

    def expect(self, method: str) -> None:
        """The next response answers a request of `method`."""
        self._method = method
        self._head_only = method in ("HEAD", "CONNECT")
        self._unbounded = None

    def feed(self, data: bytes) -> None:
        while self._head_only and data and not self.failed:
            data = self._read_bare_head(data)
        if data:
            Reader.feed(self, data)

    def _read_bare_head(self, data: bytes) -> bytes:
        """Read a head that no body follows, whatever it says of one; what stands behind it is returned."""
        arrived = self._pending + data
        data = arrived.lstrip(b"\r\n")
        end = data.find(b"\r\n\r\n") + 4
        if end < 4:
            self._pending = data
            self._check_unfinished(data, len(arrived) - len(data))
            return b""
        self._pending = b""
        before = len(self.events)
        Reader.feed(self, data[:end])
        if self.failed:
            if not isinstance(self.events[-1], Upgrade):
                return b""
            self.events.pop()
        while len(self.events) > before + 1:
            self.events.pop()
        self._restart()  # the parser stops at the end of such a head
        if self.events[-1][0] not in self._informational:
            self._end_bare_message(data[end:])
        return b"" if self.failed else data[end:]

    def _check_unfinished(self, head: bytes, breaks: int) -> None:
        """Refuse a head that has no end yet if it is none or too long; `breaks` stood before it."""
        if not b"HTTP/".startswith(head[:5]):
            self._fail(ReadError("HPE_INVALID_CONSTANT", "no response begins like this"))
        elif len(head) > MAX_HEAD_SIZE:
            self._fail(ReadError("HPE_HEADER_OVERFLOW", "the head is too large"))
        else:
            self._count_unfinished(breaks)

    def _end_bare_message(self, rest: bytes) -> None:
        self._head_only = False
        self._unbounded = None
        self.events.append(END)
        if self._method == "CONNECT":
            self.failed = True
            self.events.append(Upgrade(rest))

    def eof(self) -> None:
        """The peer will send no more: ends a body without a length, cuts short any other message."""
        if self.failed:
            return
        self.failed = True
        headers, self._unbounded = self._unbounded, None
        if headers is not None and not _has_length(headers):
            self.events.append(END)

    def on_status(self, reason: bytes) -> None:
        self._reason += reason

    def on_headers_complete(self) -> None:
        parser = self._parser
        status = parser.get_status_code()
        reason = self._reason
        headers = self._end_head(reason)
        self._reason = b""
        keep_alive = parser.should_keep_alive()
        if status in self._informational and _has_length(headers):
            raise ReadError("HPE_UNEXPECTED_CONTENT_LENGTH", "an informational response has no body")
        # Whether it is the end of the connection that ends the body is looked at when that comes.
        self._unbounded = headers if status >= 200 and status not in (204, 304) else None
        self.events.append(
            (status, reason, parser.get_http_version(), headers, keep_alive, parser.should_upgrade())
        )

    def on_message_complete(self) -> None:
        informational = self._is_informational()
        Reader.on_message_complete(self)
        if informational:
            self.events.pop()
        else:
            self._unbounded = None

    def _is_informational(self) -> bool:
        last = self.events[-1] if self.events else None
        return type(last) is tuple and last[0] in self._informational


def _has_length(headers: RawHeaders) -> bool:
    for name, value in headers:
        lower = name.lower()
        if lower == b"content-length":
            return True
        if lower == b"transfer-encoding" and value.lower().rstrip().endswith(b"chunked"):
            return True
    return False
