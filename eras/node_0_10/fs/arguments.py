"""What the calls of `fs` accept as paths, descriptors, modes, flags, times and options."""

from __future__ import annotations

import math
import os
import re
from datetime import datetime
from typing import Any

from nodecore import encodings
from nodecore.errors import NodeError, NodeTypeError
from nodecore.values import is_falsy, is_number, lacks, number_of, text_of

from ..options import merged
from .failures import PathError

_OCTAL = re.compile(r"\s*([+-]?[0-7]+)")
_READ_WRITE = os.O_RDWR
_FRESH = os.O_TRUNC | os.O_CREAT
_APPENDING = os.O_APPEND | os.O_CREAT

FLAGS = {
    "r": os.O_RDONLY,
    "rs": os.O_RDONLY | os.O_SYNC,
    "r+": _READ_WRITE,
    "rs+": _READ_WRITE | os.O_SYNC,
    "w": os.O_WRONLY | _FRESH,
    "w+": _READ_WRITE | _FRESH,
    "a": os.O_WRONLY | _APPENDING,
    "a+": _READ_WRITE | _APPENDING,
}
for _exclusive, _plain in (("wx", "w"), ("xw", "w"), ("ax", "a"), ("xa", "a")):
    FLAGS[_exclusive] = FLAGS[_plain] | os.O_EXCL
    FLAGS[_exclusive + "+"] = FLAGS[_plain + "+"] | os.O_EXCL


def path_of(value: Any, complaint: str = "path must be a string") -> str:
    """A path, as text or as Python's own; one with a NUL is an error that a callback gets."""
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if not isinstance(value, str):
        raise NodeTypeError(complaint)
    if "\0" in value:
        raise PathError("Path must be a string without null bytes.")
    return value


def integer(value: Any, message: str = "Bad argument") -> int:
    """A whole number of 32 bits, such as a descriptor."""
    if not is_number(value) or value != value // 1 or not -(1 << 31) <= value < 1 << 31:
        raise NodeTypeError(message)
    return int(value)


def identity(value: Any, name: str) -> int:
    """The number of a user or a group."""
    if not is_number(value) or value != value // 1 or not 0 <= value < 1 << 32:
        raise NodeTypeError(f"{name} must be an unsigned int")
    return int(value)


def length_of(value: Any) -> int:
    """How long a file shall be; what stands for a number is one."""
    number = number_of(value)
    if number != number // 1:
        raise NodeTypeError("Not an integer")
    return int(number)


def position_of(value: Any) -> int | None:
    """Where in a file; None for where its descriptor stands."""
    if value is None:
        return None
    if not is_number(value) or value != value // 1:
        raise NodeTypeError("Not an integer")
    return int(value) if value >= 0 else None


def mode_of(value: Any, otherwise: int | None = None, complaint: str = "Bad argument") -> int:
    """A file's mode: a number, or a string of octal digits; `otherwise` for what is neither."""
    if isinstance(value, str):
        digits = _OCTAL.match(value)
        return int(digits[1], 8) if digits else integer(math.nan, complaint)
    if otherwise is not None and not is_number(value):
        return otherwise
    return integer(value, complaint)


def flags_of(value: Any) -> int:
    """The flags of open(2) that a string such as `r+` stands for; a number is taken as it is."""
    if value is None:
        raise NodeTypeError("flags must be an int")
    if not isinstance(value, str):
        return integer(value, "flags must be an int")
    if value not in FLAGS:
        raise NodeError(f"Unknown file open flag: {value}")
    return FLAGS[value]


def seconds_of(value: Any) -> float:
    """A moment in seconds: a number of them, or a date."""
    if isinstance(value, datetime):
        return value.timestamp()
    if is_number(value):
        return value
    raise NodeError(f"Cannot parse time: {text_of(value)}")


def file_options(given: Any, more: dict[str, Any], **defaults: Any) -> dict[str, Any]:
    """The options of readFile and its like: a dict and keywords, or the name of an encoding."""
    if isinstance(given, str):
        given = {"encoding": given}
    elif not is_falsy(given) and (isinstance(given, (int, float)) or callable(given)):
        raise NodeTypeError("Bad arguments")
    chosen = merged(given, more)
    options = {**defaults, **{name: value for name, value in chosen.items() if value is not None}}
    if is_falsy(options["flag"]):
        options["flag"] = defaults["flag"]
    encoding = options.get("encoding")
    if is_falsy(encoding):
        options["encoding"] = None
    elif not isinstance(encoding, str):
        raise lacks(encoding, "toLowerCase")
    elif not encodings.is_encoding(encoding):
        raise NodeError(f"Unknown encoding: {encoding}")
    return options


def bytes_of(data: Any, encoding: str | None = None) -> bytes:
    """The bytes of a buffer, or of anything else's text."""
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    return encodings.encode(text_of(data), encoding)
