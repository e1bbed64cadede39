"""Requests, as they arrive. See `reader` for what holds of both readers."""

from __future__ import annotations

import re
from collections import deque
from typing import Any

import httptools

from .events import ReadError
from .reader import Reader

_METHOD_NAMES = (
    "ACL BIND CHECKOUT CONNECT COPY DELETE DESCRIBE FLUSH GET HEAD LINK LOCK M-SEARCH MERGE "
    "MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS PATCH POST PROPFIND PROPPATCH PURGE "
    "PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNLINK UNLOCK UNSUBSCRIBE"
)
METHODS = {name.encode(): name for name in _METHOD_NAMES.split(" ")}

_ESCAPE = b"%~"
_high_byte = re.compile(rb"[\x80-\xff]")
_escaped_byte = re.compile(re.escape(_ESCAPE) + rb"([0-9a-f]{2})")


class RequestReader(Reader):
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
        target = self._target
        headers = self._end_head(target)
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
