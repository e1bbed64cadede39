"""Text to bytes and back, under the names and with the leniency of Node's `Buffer`.

What holds here:

- An encoding's name is looked up without regard to case; no name means utf8.
- Well-formed UTF-8 takes Python's own codec and nothing else. Only what it rejects comes to the
  handlers below, which do what Node 0.10 did: each byte that is no character becomes U+FFFD, and
  surrogates pass in both directions.
- A str made here never holds a surrogate pair as two characters.
"""

from __future__ import annotations

import base64 as base64_codec
import codecs
import re
from binascii import unhexlify
from collections.abc import Callable

from .errors import NodeTypeError

Data = bytes | bytearray | memoryview

REPLACEMENT = "\ufffd"

_MASK_HIGH_BIT = bytes(range(128)) * 2
_NOT_BASE64 = re.compile("[^A-Za-z0-9+/]")
_NEVER_FIRST = re.compile(rb"[\x80-\xc1\xf8-\xff]*")
"""Bytes that begin no character, each of which is one that is replaced."""
_MAY_MEAN_MORE = frozenset((0xED, 0xF4, 0xF5, 0xF6, 0xF7))
_HEX_PAIRS = re.compile("(?:[0-9A-Fa-f]{2})*")


class UnknownEncodingError(NodeTypeError):
    """An encoding that Node has no name for."""

    def __init__(self, name: object) -> None:
        super().__init__(f"Unknown encoding: {name}")


def encode(text: str, encoding: str | None = None) -> bytes:
    """The bytes of `text`."""
    if encoding is None or encoding == "utf8":
        try:
            return text.encode()
        except UnicodeEncodeError:
            return encode_utf8(text)
    return _find(encoding)[0](text)


def decode(data: Data, encoding: str | None = None) -> str:
    """The text that `data` spells; never fails."""
    if encoding is None or encoding == "utf8":
        return str(data, "utf8", "eras.lenient")
    return _find(encoding)[1](data)


def is_encoding(name: object) -> bool:
    """Whether `name` is an encoding's name."""
    return isinstance(name, str) and name.lower() in CODECS


def canonical(name: str | None) -> str:
    """The one spelling of an encoding's name: utf8, ucs2, ascii, binary, base64 or hex."""
    lower = str(name or "utf8").lower()
    if lower not in CODECS:
        raise UnknownEncodingError(name)
    return ALIASES.get(lower, lower)


def encode_utf8(text: str) -> bytes:
    """UTF-8, in which a lone surrogate is written as three bytes."""
    return text.encode("utf8", "eras.lenient")


def decode_utf8(data: Data) -> str:
    """UTF-8, in which each byte that belongs to no character becomes U+FFFD."""
    return str(data, "utf8", "eras.lenient")


def encode_low_bytes(text: str) -> bytes:
    """The low byte of each UTF-16 unit."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return encode_ucs2(text)[::2]


def encode_ascii(text: str) -> bytes:
    """The low byte of each UTF-16 unit, and a space for each that is zero, as the engine of 0.10 wrote it."""
    return encode_low_bytes(text).replace(b"\0", b" ")


def decode_ascii(data: Data) -> str:
    """The low seven bits of each byte."""
    return bytes(data).translate(_MASK_HIGH_BIT).decode("ascii")


def decode_binary(data: Data) -> str:
    """One character for each byte."""
    return str(data, "latin-1")


def encode_ucs2(text: str) -> bytes:
    """UTF-16, little end first."""
    return text.encode("utf-16-le", "surrogatepass")


def decode_ucs2(data: Data) -> str:
    """UTF-16, little end first; half a unit at the end is dropped."""
    return str(data[: len(data) & ~1], "utf-16-le", "surrogatepass")


def encode_base64(text: str) -> bytes:
    """What base64 text stands for; both alphabets, and whatever is no digit is skipped."""
    digits = _NOT_BASE64.sub("", text.replace("-", "+").replace("_", "/"))
    if len(digits) % 4 == 1:
        digits = digits[:-1]
    return base64_codec.b64decode(digits + "=" * (-len(digits) % 4))


def decode_base64(data: Data) -> str:
    """Base64 on one line, padded."""
    return base64_codec.b64encode(data).decode("ascii")


def encode_hex(text: str) -> bytes:
    """What pairs of hexadecimal digits stand for, up to the first that is none."""
    units = len(text) if text.isascii() else len(encode_ucs2(text)) // 2
    if units % 2:
        raise NodeTypeError("Invalid hex string")
    try:
        return unhexlify(text)
    except ValueError:
        pairs = _HEX_PAIRS.match(text)
        return bytes.fromhex(pairs.group()) if pairs else b""


def decode_hex(data: Data) -> str:
    """Two lower-case hexadecimal digits for each byte."""
    return bytes(data).hex()


def _lenient(error: UnicodeError) -> tuple[str | bytes, int]:
    """A codec error handler: what Node 0.10 makes of what strict UTF-8 has no answer for."""
    if isinstance(error, UnicodeDecodeError):
        if error.object[error.start] in _MAY_MEAN_MORE:
            meant = _decode_more(error.object, error.start)
            if meant is not None:
                return meant
        run = _NEVER_FIRST.match(error.object, error.end)
        end = run.end() if run else error.end
        return REPLACEMENT * (end - error.start), end
    if isinstance(error, UnicodeEncodeError):
        halves = error.object[error.start : error.end]
        return _join_surrogates(halves).encode("utf8", "surrogatepass"), error.end
    raise error


def _decode_more(data: bytes, start: int) -> tuple[str, int] | None:
    """The halves of surrogate pairs, or the character beyond Unicode, that `data` has at `start`."""
    end = start
    while _is_surrogate(data[end : end + 3]):
        end += 3
    if end > start:
        return _join_surrogates(data[start:end].decode("utf8", "surrogatepass")), end
    beyond = data[start : start + 4]
    if len(beyond) == 4 and 0xF4 <= beyond[0] <= 0xF7 and _continue(beyond[1:]):
        return _beyond_unicode(beyond), start + 4
    return None


def _is_surrogate(data: bytes) -> bool:
    return len(data) == 3 and data[0] == 0xED and _continue(data[1:])


def _join_surrogates(text: str) -> str:
    """`text` with each surrogate pair as the one character it is."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _continue(data: bytes) -> bool:
    return all(byte & 0xC0 == 0x80 for byte in data)


def _beyond_unicode(data: bytes) -> str:
    """The character that the surrogates of a code point above U+10FFFF happen to spell."""
    lead, *rest = data
    point = lead & 0x07
    for byte in rest:
        point = point << 6 | byte & 0x3F
    return chr(0x10000 + (point - 0x10000 & 0xFFFFF))


def _find(name: object) -> tuple[Callable[[str], bytes], Callable[[Data], str]]:
    codec = CODECS.get(str(name or "utf8").lower())
    if codec is None:
        raise UnknownEncodingError(name)
    return codec


codecs.register_error("eras.lenient", _lenient)

ALIASES = {"utf-8": "utf8", "ucs-2": "ucs2", "utf16le": "ucs2", "utf-16le": "ucs2"}

CODECS: dict[str, tuple[Callable[[str], bytes], Callable[[Data], str]]] = {
    "utf8": (encode_utf8, decode_utf8),
    "ascii": (encode_ascii, decode_ascii),
    "binary": (encode_low_bytes, decode_binary),
    "base64": (encode_base64, decode_base64),
    "hex": (encode_hex, decode_hex),
    "ucs2": (encode_ucs2, decode_ucs2),
}
CODECS.update({alias: CODECS[name] for alias, name in ALIASES.items()})
