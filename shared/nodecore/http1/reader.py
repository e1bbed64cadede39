"""Incremental HTTP/1 readers: bytes in, events out.

What holds here:

- `feed(data)` appends to `events`, in the order in which things stand on the wire:
  a head (a tuple, see `RequestReader` and `ResponseReader`), body bytes (`bytes`), the end of a message
  (`End`), what follows an upgrade (`Upgrade`) or what is wrong (`ReadError`). After the last two nothing
  follows.
- No user code runs inside a feed, so a callback may park or re-enter the loop without harm.
- Heads, trailers and their counts are bounded; bodies pass through in the pieces they arrived in.
- The parser is strict where leniency would let requests be smuggled (both lengths, differing lengths,
  obs-fold, junk before a colon).
"""

from __future__ import annotations

import re
from collections import deque
from typing import Any

import httptools

from .events import END, End, RawHeaders, ReadError, Upgrade

MAX_HEAD_SIZE = 80 * 1024
"""Bytes of a head (or of trailers) beyond which a message is refused."""

WORTH_PASSING = 16 * 1024
"""Bytes of a body of known length from which on the rest goes past the parser, which would only copy it."""

_METHOD_NAMES = (
    "ACL BIND CHECKOUT CONNECT COPY DELETE DESCRIBE FLUSH GET HEAD LINK LOCK M-SEARCH MERGE "
    "MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS PATCH POST PROPFIND PROPPATCH PURGE "
    "PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNLINK UNLOCK UNSUBSCRIBE"
)
_ESCAPE = b"%~"
_high_byte = re.compile(rb"[\x80-\xff]")
_escaped_byte = re.compile(re.escape(_ESCAPE) + rb"([0-9a-f]{2})")

METHODS = {name.encode(): name for name in _METHOD_NAMES.split(" ")}

INFORMATIONAL = frozenset(range(100, 200)) - {101}
"""The statuses that announce another, final response."""


class _Reader:
    """What requests and responses share."""

    __slots__ = (
        "_completed",
        "_head_size",
        "_headers",
        "_in_head",
        "_left",
        "_parser",
        "_trailers",
        "events",
        "failed",
        "mid_message",
    )

    def __init__(self, events: deque[Any]) -> None:
        self.events = events
        self.failed = False
        self.mid_message = False
        """Whether a message has begun and not ended. (Blank lines may come before one.)"""
        self._parser = self._new_parser()
        self._headers: RawHeaders = []
        self._trailers: RawHeaders | None = None
        self._head_size = 0
        self._in_head = True
        self._left = 0
        self._completed = False

    def _new_parser(self) -> Any:
        raise NotImplementedError

    def feed(self, data: bytes) -> None:
        """Read `data`, not empty, and append what it holds to `events`."""
        if self.failed:
            return
        if self._left:
            self._pass(data)
            return
        if self._in_head and not data.isascii():
            data = self._with_plain_target(data)
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            self.failed = True
            self.events.append(Upgrade(data[upgrade.args[0] :]))
        except httptools.HttpParserCallbackError as error:
            self._fail(error.__context__ if isinstance(error.__context__, ReadError) else error, data)
        except httptools.HttpParserError as error:
            self._fail(error, data)
        else:
            if self._in_head:
                self._count_head(len(data))
            elif not self.events:
                self._count_unfinished(len(data))
            else:
                self._look_for_length()

    def _look_for_length(self) -> None:
        """Just behind a head: find out how much of a body of known length is still to come."""
        events = self.events
        last = events[-1]
        head = events[-2] if type(last) is bytes and len(events) > 1 else last
        if type(head) is not tuple or head[5]:
            return
        left = (_body_length(head[3]) or 0) - (0 if last is head else len(last))
        if left >= WORTH_PASSING:
            self._left = left

    def _pass(self, data: bytes) -> None:
        """Hand on what is body; what stands behind it is for a new parser."""
        left = self._left
        if len(data) < left:
            self._left = left - len(data)
            self.events.append(data)
            return
        self._restart()
        self.events.append(data[:left])
        self.events.append(END)
        if len(data) > left:
            self.feed(data[left:])

    def _restart(self) -> None:
        self._parser = self._new_parser()
        self.failed = False
        self.mid_message = False
        self._in_head = True
        self._left = 0
        self._trailers = None
        self._head_size = 0

    def _with_plain_target(self, data: bytes) -> bytes:
        """`data` with a request's target spelled so that the parser takes it."""
        return data

    def _count_head(self, size: int) -> None:
        """Bound a head that comes in pieces; one that came in a single feed is bounded by that feed."""
        if self._completed:
            self._completed = False
            self._head_size = 0
        else:
            self._count_unfinished(size)

    def _count_unfinished(self, size: int) -> None:
        """Bound what the parser keeps to itself: an unfinished head, trailer or chunk extension."""
        self._head_size += size
        if self._head_size > MAX_HEAD_SIZE:
            self._fail(ReadError("HPE_HEADER_OVERFLOW", "the head is too large"))

    def _bound_head(self, first_line: bytes) -> None:
        """Bound a head that came in several feeds by what it is: its last feed was not counted."""
        if len(first_line) + sum(len(name) + len(value) + 4 for name, value in self._headers) > MAX_HEAD_SIZE:
            raise ReadError("HPE_HEADER_OVERFLOW", "the head is too large")

    def _fail(self, error: BaseException, data: bytes = b"") -> None:
        self.failed = True
        if not isinstance(error, ReadError):
            error = ReadError.of_parser(str(error), type(self._parser), data)
        self.events.append(error)

    def close(self) -> None:
        """Break the cycle with the parser; the reader is of no use after."""
        self.failed = True
        self._parser = None

    # -- the parser's callbacks -----------------------------------------------------------------------

    def on_message_begin(self) -> None:
        self.mid_message = True

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._trailers is None:
            self._headers.append((name, value))
        else:
            self._head_size += len(name) + len(value)
            if self._head_size > MAX_HEAD_SIZE:
                raise ReadError("HPE_HEADER_OVERFLOW", "the trailers are too large")
            self._trailers.append((name, value))

    def on_body(self, data: bytes) -> None:
        self.events.append(data)

    def on_message_complete(self) -> None:
        self.mid_message = False
        self._in_head = True
        self._completed = True
        trailers = self._trailers
        self._trailers = None
        self.events.append(End(trailers) if trailers else END)


class RequestReader(_Reader):
    """Reads requests. A head is `(method, target, version, headers, keep_alive, upgrade)`.

    `target` is bytes, `version` "1.0" or "1.1", `headers` a list of (name, value) as they came.
    """

    __slots__ = ("_escaped", "_target")

    def __init__(self, events: deque[Any]) -> None:
        super().__init__(events)
        self._target = b""
        self._escaped = False

    def _new_parser(self) -> Any:
        parser = httptools.HttpRequestParser(self)
        parser.set_dangerous_leniencies(lenient_data_after_close=True)
        return parser

    def _with_plain_target(self, data: bytes) -> bytes:
        # Clients of these years sent targets in raw UTF-8, which the parser refuses: it is shown escapes.
        # Once part of the target was read, these bytes may as well be a header's, which must stay as it is.
        if self._target or _ESCAPE in data:
            return data
        start = len(data) - len(data.lstrip(b"\r\n"))
        end = data.find(b"\n", start) + 1 or len(data)
        line = data[:end]
        if line.isascii():
            return data
        self._escaped = True
        return _high_byte.sub(lambda found: _ESCAPE + b"%02x" % found[0][0], line) + data[end:]

    def on_url(self, target: bytes) -> None:
        self._target += target

    def on_headers_complete(self) -> None:
        parser = self._parser
        headers = self._headers
        if self._head_size:
            self._bound_head(self._target)
        self._in_head = False
        self._head_size = 0
        self._headers = []
        self._trailers = []
        target = self._target
        self._target = b""
        if self._escaped:
            self._escaped = False
            target = _escaped_byte.sub(lambda found: bytes.fromhex(found[1].decode()), target)
        method = METHODS.get(parser.get_method())
        if method is None:
            raise ReadError("HPE_INVALID_METHOD", "no method of HTTP")
        self.events.append(
            (
                method,
                target,
                parser.get_http_version(),
                headers,
                parser.should_keep_alive(),
                parser.should_upgrade(),
            )
        )


class ResponseReader(_Reader):
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
            _Reader.feed(self, data)

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
        _Reader.feed(self, data[:end])
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
        headers = self._headers
        status = parser.get_status_code()
        if self._head_size:
            self._bound_head(self._reason)
        self._in_head = False
        self._head_size = 0
        self._headers = []
        self._trailers = []
        reason = self._reason
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
        self.mid_message = False
        self._in_head = True
        self._completed = True
        trailers = self._trailers
        self._trailers = None
        if not informational:
            self._unbounded = None
            self.events.append(End(trailers) if trailers else END)

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


def _body_length(headers: RawHeaders) -> int | None:
    """What a head that the parser took says of its body, if it says it in bytes."""
    length = None
    for name, value in headers:
        lower = name.lower()
        if lower == b"transfer-encoding":
            return None
        if lower == b"content-length":
            length = int(value)
    return length
