"""The bytes of an outgoing HTTP/1 message: header lines, dates, chunks.

Header lines are checked and classified once and remembered, because programs send the same few lines
again and again; the memory is bounded.
"""

from __future__ import annotations

import re
import time
from email.utils import formatdate

CONNECTION = 1
CONTENT_LENGTH = 2
TRANSFER_ENCODING = 4
DATE = 8
EXPECT = 16
CLOSE = 32
KEEP_ALIVE = 64
CHUNKED = 128
UPGRADE = 256
CONTINUE = 512

_KNOWN = {
    "connection": CONNECTION,
    "content-length": CONTENT_LENGTH,
    "transfer-encoding": TRANSFER_ENCODING,
    "date": DATE,
    "expect": EXPECT,
}
_REMEMBERED_LINES = 4096
_REMEMBERED_LENGTH = 256

is_token = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+").fullmatch
_line_breaks = re.compile("[\r\n]+[ \t]*")
_controls = re.compile("[\r\n\0]").search

_lines: dict[tuple[str, str], tuple[str, int]] = {}


def header_line(name: str, value: str) -> tuple[str, int]:
    """`name: value` with its line end, and flags of what it says (`CONNECTION | CLOSE`, …).

    Line breaks in a value are taken out, so that no response can be split; a name that is no token raises
    ValueError.
    """
    known = _lines.get((name, value))
    if known is not None:
        return known
    if is_token(name) is None:
        raise ValueError(f"invalid header name {name!r}: use letters, digits and !#$%&'*+-.^_`|~")
    text = value
    if _controls(text) is not None:
        text = _line_breaks.sub("", text).replace("\0", "")
    line = (f"{name}: {text}\r\n", _classify(name.lower(), text))
    if len(value) <= _REMEMBERED_LENGTH:
        if len(_lines) >= _REMEMBERED_LINES:
            _lines.clear()
        _lines[name, value] = line
    return line


def _classify(name: str, value: str) -> int:
    flags = _KNOWN.get(name, 0)
    if flags:
        lower = value.lower()
        if flags == CONNECTION:
            flags |= CLOSE if "close" in lower else 0
            flags |= KEEP_ALIVE if "keep-alive" in lower else 0
            flags |= UPGRADE if "upgrade" in lower else 0
        elif flags == TRANSFER_ENCODING:
            flags |= CHUNKED if "chunk" in lower else 0
        elif flags == EXPECT:
            flags |= CONTINUE if lower == "100-continue" else 0
    return flags


_date = ""
_date_second = 0


def http_date() -> str:
    """The time now as a `Date` header has it; made once a second."""
    global _date, _date_second
    second = int(time.time())
    if second != _date_second:
        _date_second = second
        _date = formatdate(second, usegmt=True)
    return _date


def chunk(data: bytes) -> bytes:
    """`data`, not empty, as one chunk of a chunked body."""
    return b"%x\r\n%s\r\n" % (len(data), data)


def last_chunk(trailers: str = "") -> bytes:
    """The end of a chunked body; `trailers` are header lines."""
    return f"0\r\n{trailers}\r\n".encode("utf-8", "replace") if trailers else b"0\r\n\r\n"
