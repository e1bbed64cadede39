"""Messages on their way out: `http.ServerResponse` and `http.ClientRequest`.

What holds here:

- The first piece of a body waits for the end of the callback that sent it, or for the next piece or
  `finish()`, so that a whole small message is one write.
- What the program's headers say is sent as they say it, in their order and letter case. Taken out are only
  those that would make the message ambiguous: chunks for a 1.0 peer, a length beside chunks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from nodecore.emitter import Listener
from nodecore.errors import NodeError
from nodecore.http1.outgoing import Outgoing
from nodecore.http1.writer import CHUNKED, CLOSE, CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING, header_line
from nodecore.loop import get_loop

from .encodings import to_bytes
from .events import EventEmitter
from .status import has_body, status_line
from .text import to_text

if TYPE_CHECKING:
    from .client import Client

FRAMING = CONTENT_LENGTH | TRANSFER_ENCODING

_next_tick = get_loop().next_tick


class _Message(Outgoing, EventEmitter):
    """What responses and requests share."""

    _first: bytes | None = None

    def sendBody(self, chunk: Any, encoding: str = "ascii") -> None:
        """Send a piece of the body: a string, bytes or an array of integers."""
        if self.head_text is None:
            raise NodeError("sendHeader() must be called before sendBody()")
        if self.has_ended:
            return
        data = to_bytes(chunk, encoding)
        if not data or not self.has_body:
            return
        if self.head_sent:
            self.send_body(data)
        elif self._first is None:
            self._first = data
            _next_tick(self._send_first)
        else:
            self._send_first()
            self.send_body(data)

    def _send_first(self) -> None:
        data = self._first
        if data is not None:
            self._first = None
            self.send_body(data)

    def _finish(self) -> None:
        if self.head_text is None:
            raise NodeError("sendHeader() must be called before finish()")
        if not self.has_ended:
            data = self._first
            self._first = None
            self.send_end(data or b"")


class ServerResponse(_Message):
    """The answer to one request. Emits `sent` once its last byte was handed to the socket."""

    event_arity = {"sent": 0}

    _peer_is_old = False

    def __init__(self, method: str, version: str, keep_alive: bool) -> None:
        if not keep_alive:
            self.closes_after = True
        if version != "1.1":
            self.closes_after = self._peer_is_old = True
        if method == "HEAD":
            self.has_body = False

    def sendHeader(self, statusCode: int, headers: Any = None) -> None:
        """Set the status and the headers, an object or an array of pairs; may be called once."""
        if self.head_text is not None:
            raise NodeError("sendHeader() may only be called once")
        code = statusCode if type(statusCode) is int else int(statusCode)
        lines, flags = header_lines(headers)
        if flags & CLOSE:
            self.closes_after = True
        if not flags & CONNECTION:
            lines.append("Connection: close\r\n" if self.closes_after else "Connection: keep-alive\r\n")
        if not has_body(code):
            self.has_body = False
        elif not flags & FRAMING and not self._peer_is_old:
            lines.append("Transfer-Encoding: chunked\r\n")
            self.is_chunked = self.has_body
        elif flags & FRAMING != CONTENT_LENGTH:
            lines = self._reframe(lines, flags)
        lines.append("\r\n")
        self.head_text = status_line(code) + "".join(lines)

    def _reframe(self, lines: list[str], flags: int) -> list[str]:
        """Make a body of unusual framing, or for an old peer, one whose end can be told."""
        if flags & CHUNKED and not self._peer_is_old:
            self.is_chunked = self.has_body
            return without(lines, "content-length") if flags & CONTENT_LENGTH else lines
        self.closes_after = True
        return without(lines, "transfer-encoding") if self._peer_is_old else lines

    def finish(self) -> None:
        """Tell that the response is complete; must be called on each."""
        self._finish()


class ClientRequest(_Message):
    """A request in progress. Emits `response`, and `sent` once its last byte was handed to the socket."""

    event_arity = {"response": 1, "sent": 0}

    def __init__(self, client: Client, method: str, path: str, headers: Any) -> None:
        self._client = client
        self._method = method
        self._queued = False
        if not _token(method) or not path or _unfit_for_a_path(path):
            raise NodeError(
                f"{method!r} {path!r} is no request: a space or a control character ends it early"
            )
        lines, flags = header_lines(headers)
        if not flags & CONNECTION:
            lines.append("Connection: close\r\n")
        if flags & CHUNKED:
            self.is_chunked = True
            lines = without(lines, "content-length")
        elif not flags & FRAMING:
            if method in ("GET", "HEAD"):
                self.has_body = False
            else:
                self.is_chunked = True
                lines.append("Transfer-Encoding: chunked\r\n")
        self.head_text = f"{method} {path} HTTP/1.1\r\n{''.join(lines)}\r\n"

    def sendBody(self, chunk: Any, encoding: str = "ascii") -> None:
        """Send a piece of the body: a string, bytes or an array of integers."""
        if not self.has_body:
            raise NodeError(
                f"A {self._method} request with a body needs a Content-Length or Transfer-Encoding header"
            )
        super().sendBody(chunk, encoding)
        self._queue()

    def finish(self, responseListener: Listener | None = None) -> None:
        """Tell that the request is complete; `responseListener` is called with the response."""
        if responseListener is not None:
            self.addListener("response", responseListener)
        self._finish()
        self._queue()

    def _queue(self) -> None:
        if not self._queued:
            self._queued = True
            self._client._enqueue(self)


def header_lines(headers: dict | Iterable[Any] | None) -> tuple[list[str], int]:
    """The lines of an object, or of an array of pairs, and what they say of the message."""
    lines = []
    flags = 0
    if headers:
        for name, value in headers.items() if isinstance(headers, dict) else headers:
            line, meaning = header_line(name, value if type(value) is str else to_text(value))
            lines.append(line)
            flags |= meaning
    return lines, flags


def without(lines: list[str], name: str) -> list[str]:
    """The header lines but those of `name`."""
    return [line for line in lines if line.partition(":")[0].lower() != name]


_token = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+").fullmatch
_unfit_for_a_path = re.compile("[\0-\x20\x7f]").search
