"""What a reader tells besides heads and bodies: ends, upgrades and errors."""

from __future__ import annotations

from typing import Any

import httptools

CODES_BY_REASON = (
    ("method", "HPE_INVALID_METHOD"),
    ("url", "HPE_INVALID_URL"),
    ("version", "HPE_INVALID_VERSION"),
    ("dot", "HPE_INVALID_VERSION"),
    ("HTTP/", "HPE_INVALID_CONSTANT"),
    ("overflow", "HPE_INVALID_CONTENT_LENGTH"),
    ("chunk", "HPE_INVALID_CHUNK_SIZE"),
    ("Transfer-Encoding", "HPE_UNEXPECTED_CONTENT_LENGTH"),
    ("Duplicate Content-Length", "HPE_UNEXPECTED_CONTENT_LENGTH"),
    ("Content-Length", "HPE_INVALID_CONTENT_LENGTH"),
    ("`Connection: close`", "HPE_CLOSED_CONNECTION"),
    ("status", "HPE_INVALID_STATUS"),
    ("header", "HPE_INVALID_HEADER_TOKEN"),
    ("LF", "HPE_LF_EXPECTED"),
    ("Pause", "HPE_PAUSED"),
)

RawHeaders = list[tuple[bytes, bytes]]


class End:
    """The end of a message, with its trailers."""

    __slots__ = ("trailers",)

    def __init__(self, trailers: RawHeaders) -> None:
        self.trailers = trailers


END = End([])


class Upgrade:
    """The connection leaves HTTP; `rest` is what came behind the head."""

    __slots__ = ("rest",)

    def __init__(self, rest: bytes) -> None:
        self.rest = rest


class ReadError(Exception):
    """What was fed is no HTTP. `code` is the parser's name for it (`HPE_INVALID_METHOD`, …)."""

    def __init__(self, code: str, reason: str, parser: Any = None, data: bytes = b"") -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self._parser = parser
        self._data = data

    @classmethod
    def of_parser(cls, reason: str, parser: Any, data: bytes) -> ReadError:
        """The error of a `parser` that refused `data` and said why."""
        code = next((code for part, code in CODES_BY_REASON if part in reason), "HPE_UNKNOWN")
        return cls(code, reason, parser, data)

    @property
    def offset(self) -> int:
        """How many bytes of what was fed last are fine; 0 when what is wrong began in an earlier feed."""
        if self._parser is None or not _fails(self._parser, self._data):
            return 0
        good, bad = 0, len(self._data)
        while bad - good > 1:
            middle = (good + bad) // 2
            if _fails(self._parser, self._data[:middle]):
                bad = middle
            else:
                good = middle
        return good


def _fails(parser: Any, data: bytes) -> bool:
    try:
        parser(object()).feed_data(data)
    except httptools.HttpParserUpgrade:
        return False
    except httptools.HttpParserError:
        return True
    return False
