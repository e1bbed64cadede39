"""`punycode` of 0.10 (1.2.0): international domain names in ASCII, and back (RFC 3492)."""

import re
from types import SimpleNamespace

from nodecore.errors import NodeError, NodeTypeError
from nodecore.values import lacks

__all__ = ["decode", "encode", "toASCII", "toUnicode", "ucs2", "version"]

version = "1.2.0"

_BASE, _T_MIN, _T_MAX, _SKEW, _DAMP, _FIRST_BIAS, _FIRST = 36, 1, 26, 38, 700, 72, 128
_LARGEST = 0x7FFFFFFF
_DOTS = re.compile("[.\u3002\uff0e\uff61]")


class RangeError(NodeError, ValueError):
    """Text that is not Punycode."""


def _ucs2decode(string):
    """The code points of a string; a half after a half that it does not complete stands alone."""
    return _code_points(_text_given(string, "length"))


def _ucs2encode(code_points):
    """The string of the code points."""
    if code_points is None:
        raise NodeTypeError("Cannot read property 'length' of undefined")
    text = "".join(chr(int(point)) for point in code_points)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


ucs2 = SimpleNamespace(decode=_ucs2decode, encode=_ucs2encode)
"""Strings as lists of code points, which JavaScript itself did not know."""


def _code_points(string):
    data = string.encode("utf-16-le", "surrogatepass")
    units = iter([int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2)])
    points = []
    for unit in units:
        points.append(unit)
        following = next(units, None) if 0xD800 <= unit <= 0xDBFF else None
        if following is None:
            continue
        if 0xDC00 <= following <= 0xDFFF:
            points[-1] = (unit - 0xD800 << 10) + following - 0xDC00 + 0x10000
        else:
            points.append(following)
    return points


def _text_given(string, member):
    if string is None:
        verb = "read property" if member == "length" else "call method"
        raise NodeTypeError(f"Cannot {verb} '{member}' of undefined")
    if isinstance(string, str):
        return string
    if member == "length":
        return ""  # what is no string has no length
    raise lacks(string, member)


def decode(string):
    """The text that is spelled by ASCII letters."""
    string = _text_given(string, "length")
    basic, _, extended = string.rpartition("-")
    if any(ord(letter) >= _FIRST for letter in basic):
        raise RangeError("Illegal input >= 0x80 (not a basic code point)")
    output = [ord(letter) for letter in basic]
    # A dash in front of everything separates nothing: it is no digit either.
    digits = iter(string if string.startswith("-") and not basic else extended)
    code, at, bias = _FIRST, 0, _FIRST_BIAS
    for first in digits:
        before = at
        at += _delta(first, digits, bias)
        size = len(output) + 1
        bias = _adapt(at - before, size, before == 0)
        code += at // size
        if code > _LARGEST:
            raise RangeError("Overflow: input needs wider integers to process")
        at %= size
        output.insert(at, code)
        at += 1
    return _text(output)


def _delta(digit, more, bias):
    """A number of variable length, whose first digit is given."""
    delta, weight, position = 0, 1, _BASE
    while True:
        if digit is None:
            raise RangeError("Invalid input")
        value = _digit(digit)
        if value >= _BASE:
            raise RangeError("Overflow: input needs wider integers to process")
        delta += value * weight
        if delta > _LARGEST:
            raise RangeError("Overflow: input needs wider integers to process")
        threshold = min(max(position - bias, _T_MIN), _T_MAX)
        if value < threshold:
            return delta
        weight *= _BASE - threshold
        position += _BASE
        digit = next(more, None)


def _digit(letter):
    """The value of a digit; of what is none as well, as nobody asked then."""
    point = ord(letter)
    for above, value in ((58, point - 22), (91, point - 65), (123, point - 97)):
        if point < above:
            return value
    return _BASE


def _adapt(delta, size, is_first):
    delta = delta // _DAMP if is_first else delta // 2
    delta += delta // size
    position = 0
    while delta > (_BASE - _T_MIN) * _T_MAX // 2:
        delta //= _BASE - _T_MIN
        position += _BASE
    return position + (_BASE - _T_MIN + 1) * delta // (delta + _SKEW)


def _text(code_points):
    try:
        return ucs2.encode(code_points)
    except (ValueError, OverflowError):
        raise RangeError("Invalid input") from None


def encode(string):
    """The text as ASCII letters."""
    return _text_given(string, "length").encode("punycode").decode("ascii")


def toASCII(domain):
    """A domain name whose parts are all ASCII; those that are already stay as they are."""
    return _each(domain, lambda part: part if part.isascii() else "xn--" + encode(part))


def toUnicode(domain):
    """A domain name as its owner spells it; parts that are not Punycode stay as they are."""
    return _each(domain, lambda part: decode(part[4:].lower()) if part.startswith("xn--") else part)


def _each(domain, change):
    return ".".join(map(change, _DOTS.split(_text_given(domain, "split"))))
