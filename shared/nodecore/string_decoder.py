"""Decodes a stream of bytes piece by piece: no character is torn apart at the border of two pieces."""

from __future__ import annotations

from .encodings import Data, canonical, decode


class StringDecoder:
    """Turns successive pieces of bytes into text, keeping back what is no whole character yet."""

    def __init__(self, encoding: str | None = None) -> None:
        canonical(encoding)  # refuses what is none
        self.encoding = (encoding or "utf8").lower().replace("-", "")
        self._kept = b""
        self._missing = 0  # how many bytes complete what is kept

    def write(self, data: Data | str) -> str:
        """The characters that are complete now."""
        if isinstance(data, str):
            return data
        size = _CHARACTER_SIZE.get(self.encoding)
        if size is None:
            return decode(data, self.encoding)
        first = ""
        if self._kept:
            # Malformed or not, what is kept is decoded together with as many bytes as it announced.
            missing = self._missing
            whole, data = self._kept + data[:missing], data[missing:]
            self._missing = missing - (len(whole) - len(self._kept))
            self._kept = whole
            if self._missing:
                return ""
            first = decode(whole, self.encoding)
            if first and "\ud800" <= first[-1] <= "\udbff":
                self._missing = _SURROGATE_SIZE[self.encoding]
                return self.write(data) if data else ""
            self._kept = b""
            if not data:
                return first
        count, missing = size(data)
        return first + self._decode(data[: len(data) - count], bytes(data[len(data) - count :]), missing)

    def end(self, data: Data | str | None = None) -> str:
        """The rest: what is kept back, as far as it can be decoded. It stays kept, as it always did."""
        text = self.write(data) if data else ""
        return text + decode(self._kept, self.encoding)

    def _decode(self, data: Data, rest: bytes, missing: int) -> str:
        """The text of `data`, without a high surrogate at its end; that is kept, and `rest`."""
        text = decode(data, self.encoding)
        if text and "\ud800" <= text[-1] <= "\udbff":
            size = _SURROGATE_SIZE[self.encoding]
            rest, missing = bytes(data[-size:]) + rest, size - len(rest)
            text = text[:-1]
        self._kept, self._missing = rest, missing
        return text


def _utf8(data: Data) -> tuple[int, int]:
    """How many bytes at the end begin a character, and how many more that one needs."""
    if not data:
        return 0, 0
    for count in (3, 2, 1):
        if len(data) >= count:
            size = _UTF8_SIZE[data[-count] >> 3]
            if size > count:
                return count, size - count
    return 0, 0


def _ucs2(data: Data) -> tuple[int, int]:
    return (1, 1) if len(data) % 2 else (0, 0)


def _base64(data: Data) -> tuple[int, int]:
    count = len(data) % 3
    return (count, 3 - count) if count else (0, 0)


_UTF8_SIZE = [1] * 24 + [2] * 4 + [3] * 2 + [4, 1]
"""The size of a character by the five high bits of its first byte."""

_CHARACTER_SIZE = {"utf8": _utf8, "ucs2": _ucs2, "utf16le": _ucs2, "base64": _base64}
_SURROGATE_SIZE = {"utf8": 3, "ucs2": 2, "utf16le": 2}
