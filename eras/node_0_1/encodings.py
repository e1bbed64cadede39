"""The three encodings of this generation: `ascii` and `binary`, which see only eight bits, and `utf8`."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence

from nodecore.encodings import encode_low_bytes, encode_utf8
from nodecore.errors import NodeTypeError

Decoder = Callable[..., str]

ENCODERS = {"ascii": encode_low_bytes, "binary": encode_low_bytes, "utf8": encode_utf8, "utf-8": encode_utf8}


def to_bytes(data: str | bytes | Sequence[int], encoding: str = "ascii") -> bytes:
    """What is sent for a string in an encoding, for bytes, or for an array of integers."""
    if isinstance(data, str):
        encode = ENCODERS.get(encoding) or ENCODERS[canonical(encoding)]
        return encode(data)
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    if isinstance(data, (list, tuple)):
        return bytes([int(number) & 0xFF for number in data])
    raise NodeTypeError("What is sent must be a string, bytes or an array of integers")


def canonical(encoding: str | None) -> str:
    """The name of an encoding in lower case; none means `ascii`."""
    name = "ascii" if encoding is None else str(encoding).lower()
    if name not in ENCODERS:
        raise NodeTypeError(f"Unknown encoding: {encoding}")
    return name


def decoder(encoding: str) -> Decoder:
    """A function `(data, final=False)` that turns what arrives, piece by piece, into strings."""
    if canonical(encoding) in ("ascii", "binary"):
        return decode_binary
    return codecs.getincrementaldecoder("utf-8")("replace").decode


def decode_binary(data: bytes, final: bool = False) -> str:
    """One character for each byte."""
    return data.decode("latin-1")
