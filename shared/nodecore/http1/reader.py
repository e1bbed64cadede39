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

from collections import deque
from typing import Any

import httptools

from .events import END, End, RawHeaders, ReadError, Upgrade

MAX_HEAD_SIZE = 80 * 1024
"""Bytes of a head (or of trailers) beyond which a message is refused."""

WORTH_PASSING = 16 * 1024
"""Bytes of a body of known length from which on the rest goes past the parser, which would only copy it."""


class Reader:
    """What is the same of requests and responses; `RequestReader` and `ResponseReader` read their heads."""

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
                self._head_size = 0  # what the parser kept to itself is over; the next chunk has a head, too
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

    def _end_head(self, first_line: bytes) -> RawHeaders:
        """The headers of a head that is complete; what follows is a body, and trailers."""
        headers, self._headers = self._headers, []
        if self._head_size:  # it came in several feeds, of which the last was not counted
            size = sum(len(name) + len(value) + 4 for name, value in headers)
            if len(first_line) + size > MAX_HEAD_SIZE:
                raise ReadError("HPE_HEADER_OVERFLOW", "the head is too large")
        self._in_head = False
        self._head_size = 0
        self._trailers = []
        return headers

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
