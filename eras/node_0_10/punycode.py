"""`punycode` of 0.10 (1.2.0): international domain names in ASCII, and back (RFC 3492)."""

import re

from nodecore.errors import NodeError

__all__ = ["decode", "encode", "toASCII", "toUnicode", "ucs2", "version"]

version = "1.2.0"

_BASE, _T_MIN, _T_MAX, _SKEW, _DAMP, _FIRST_BIAS, _FIRST = 36, 1, 26, 38, 700, 72, 128
_LARGEST = 0x7FFFFFFF
_DIGITS = {letter: value for value, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789")}
_DIGITS.update({letter.upper(): value for letter, value in _DIGITS.items()})
_DOTS = re.compile("[.\u3002\uff0e\uff61]")


class RangeError(NodeError, ValueError):
    """Text that is not Punycode."""


class Ucs2:
    """Strings as lists of code points, which JavaScript itself did not know."""

    def decode(self, string):
        """The code points of a string."""
        return [ord(letter) for letter in string]

    def encode(self, code_points):
        """The string of the code points."""
        text = "".join(chr(int(point)) for point in code_points)
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


ucs2 = Ucs2()


def decode(string):
    """The text that is spelled by ASCII letters."""
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
        value = _DIGITS.get(digit)
        if value is None:
            raise RangeError("Invalid input")
        delta += value * weight
        if delta > _LARGEST:
            raise RangeError("Overflow: input needs wider integers to process")
        threshold = min(max(position - bias, _T_MIN), _T_MAX)
        if value < threshold:
            return delta
        weight *= _BASE - threshold
        position += _BASE
        digit = next(more, None)


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
    return string.encode("punycode").decode("ascii")


def toASCII(domain):
    """A domain name whose parts are all ASCII; those that are already stay as they are."""
    return _each(domain, lambda part: part if part.isascii() else "xn--" + encode(part))


def toUnicode(domain):
    """A domain name as its owner spells it; parts that are not Punycode stay as they are."""
    return _each(domain, lambda part: decode(part[4:].lower()) if part.startswith("xn--") else part)


def _each(domain, change):
    return ".".join(map(change, _DOTS.split(domain)))
