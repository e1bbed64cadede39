"""`querystring` of 0.10: `a=b&c=d` to a dict and back."""

import math
import re
from decimal import Decimal
from urllib.parse import quote, unquote_to_bytes

from nodecore.encodings import decode_utf8, encode_low_bytes, encode_utf8
from nodecore.errors import NodeTypeError
from nodecore.omitted import OMITTED
from nodecore.values import lacks, text_of

from .errors import URIError

__all__ = ["decode", "encode", "escape", "parse", "stringify", "unescape", "unescapeBuffer"]

js_live = ("escape", "unescape")
"""Programs may put others in their place, and these are called then."""

MOST_KEYS = 1000

_WHOLE_ESCAPES = re.compile("(?:[^%]|%[0-9A-Fa-f]{2})*")
# What begins like an escape and is none is skipped as far as it was looked at.
_ESCAPE = re.compile(rb"%(?:([0-9A-Fa-f]{2})|[0-9A-Fa-f]?[^0-9A-Fa-f])|\+", re.DOTALL)


def escape(text=OMITTED):
    """Percent-encode what has a meaning in a query, as encodeURIComponent does."""
    try:
        return quote(_written(text), safe="!'()*~")
    except UnicodeEncodeError:
        raise URIError("URI malformed") from None


def unescape(text=OMITTED, decode_spaces=False):
    """Decode percent-encoded text, leaving what is malformed as it is."""
    return decode_utf8(unescapeBuffer(text, decode_spaces))


def unescapeBuffer(text=OMITTED, decode_spaces=False):
    """The bytes of percent-encoded text, the low one of each other character; never fails."""

    def replace(match):
        if match.group(1):
            return bytes.fromhex(match.group(1).decode())
        if match.group() == b"+":
            return b" " if decode_spaces else b"+"
        return match.group()

    if text is None or text is OMITTED:
        missing = "null" if text is None else "undefined"
        raise NodeTypeError(f"Cannot read property 'length' of {missing}")
    if isinstance(text, (list, tuple)):
        raise lacks(text, "charCodeAt")
    if not isinstance(text, str):
        raise NodeTypeError("First argument needs to be a number, array or string.")
    return _ESCAPE.sub(replace, encode_low_bytes(text))


def decode_component(text):
    """What decodeURIComponent returns; None where it throws."""
    if "%" not in text:
        return text
    if not _WHOLE_ESCAPES.fullmatch(text):
        return None
    try:
        return unquote_to_bytes(encode_utf8(text)).decode()
    except UnicodeDecodeError:
        return None


def stringify(object=None, sep="&", eq="=", name=None):
    """The query of a dict; a list becomes repeated keys. A single value needs a `name`."""
    sep, eq = sep or "&", eq or "="
    if isinstance(object, (list, tuple)):
        object = {str(index): value for index, value in enumerate(object)}
    if hasattr(object, "items"):
        pairs = []
        for key, value in object.items():
            values = value if isinstance(value, (list, tuple)) else (value,)
            name = escape(_primitive(key)) + eq
            pairs.append(sep.join(name + escape(_primitive(each)) for each in values))
        return sep.join(pairs)
    if not name:
        return ""
    return escape(_primitive(name)) + eq + escape(_primitive(object))


def parse(text=None, sep="&", eq="=", options=None):
    """A dict of a query; a repeated key has a list. `options.maxKeys` (1000) bounds it, 0 does not."""
    if not isinstance(text, str) or not text:
        return {}
    sep, eq = sep or "&", eq or "="
    most = (options or {}).get("maxKeys", MOST_KEYS)
    most = math.ceil(most) if isinstance(most, (int, float)) and not isinstance(most, bool) else MOST_KEYS
    pairs = text.split(sep)
    found = {}
    for pair in pairs[:most] if most > 0 else pairs:
        key, value = _decode_pair(*_halves(pair.replace("+", "%20"), eq))
        if key not in found:
            found[key] = value
        elif isinstance(found[key], list):
            found[key].append(value)
        else:
            found[key] = [found[key], value]
    found.pop("__proto__", None)  # in JavaScript this was never a key
    return found


encode = stringify
decode = parse


def _halves(pair, eq):
    """What is before and after `eq`, of which only the first character counts as its length."""
    at = pair.find(eq)
    return (pair, "") if at < 0 else (pair[:at], pair[at + 1 :])


def _decode_pair(key, value):
    decoded = decode_component(key), decode_component(value)
    # One malformed side makes both be read byte by byte.
    return (unescape(key, True), unescape(value, True)) if None in decoded else decoded


def _written(value):
    """Any value as JavaScript would concatenate it."""
    if value is None or value is OMITTED:
        return "null" if value is None else "undefined"
    return text_of(value)


def _primitive(value):
    """A string, number or boolean as JavaScript spells it; anything else is empty."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return _number(value)
    return ""


def _number(value):
    """A number as JavaScript spells it; empty when it is not finite."""
    if abs(value) < 1e21 and value == int(value):
        return str(int(value))
    try:
        mantissa, exponent, digits = repr(float(value)).partition("e")
    except OverflowError:
        return ""
    if not exponent:
        return mantissa if math.isfinite(value) else ""
    if -7 < int(digits) < 0:
        return format(Decimal(repr(value)), "f")
    return f"{mantissa}e{int(digits):+d}"
