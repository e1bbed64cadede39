"""Keys, out of what a terminal sends; and what a terminal is sent to move its cursor."""

import re

_META = re.compile(r"\x1b([a-zA-Z0-9])\Z")
_FUNCTION = re.compile(r"\x1b+(O|N|\[\[|\[)(?:(\d+)(?:;(\d+))?([~^$])|(?:1;)?(\d+)?([a-zA-Z]))")

_NAMES = {
    "up": "OA [A",
    "down": "OB [B",
    "right": "OC [C",
    "left": "OD [D",
    "clear": "OE [E",
    "end": "OF [F [4~ [8~",
    "home": "OH [H [1~ [7~",
    "insert": "[2~",
    "delete": "[3~",
    "pageup": "[5~",
    "pagedown": "[6~",
    "tab": "[Z",
}
_BY_CODE = {code: name for name, codes in _NAMES.items() for code in codes.split()}
_PLAIN = {"\r": "return", "\n": "enter", "\t": "tab", "\b": "backspace", "\x7f": "backspace"}
_PLAIN.update({"\x1b": "escape", " ": "space"})


def keys(text):
    """(text, key) of each key in what a terminal sent at once; the key may be None."""
    if len(text) > 1 and not text.startswith("\x1b"):
        for letter in text:
            yield from keys(letter)
        return
    yield text, _key(text)


def _key(text):
    meta = len(text) == 2 and text[0] == "\x1b"
    letter = text[1:] if meta else text
    if letter in _PLAIN:
        return _made(text, _PLAIN[letter], meta=meta)
    if "\x01" <= text <= "\x1a" and len(text) == 1:
        return _made(text, chr(ord(text) + 96), ctrl=True)
    if len(text) == 1:
        return _made(text, text.lower(), shift=text.isupper()) if text.isascii() and text.isalpha() else None
    if _META.match(text):
        return _made(text, letter.lower(), meta=True, shift=letter.isupper())
    return _function_key(text)


def _function_key(text):
    found = _FUNCTION.match(text)
    if found is None:
        return None
    start, number, modifier, end, other_modifier, letter = found.groups(default="")
    name = _BY_CODE.get(start + number + end + letter)
    bits = int(modifier or other_modifier or 1) - 1
    return _made(text, name, ctrl=bool(bits & 4), meta=bool(bits & 10), shift=bool(bits & 1))


def _made(sequence, name, ctrl=False, meta=False, shift=False):
    return {"name": name, "ctrl": ctrl, "meta": meta, "shift": shift, "sequence": sequence}


# -- the cursor -----------------------------------------------------------------------------------------


def cursorTo(stream, x, y=None):
    """Move the cursor to a column, and a row if given; both from 0."""
    if isinstance(x, (int, float)):
        stream.write(f"\x1b[{int(x) + 1}G" if y is None else f"\x1b[{int(y) + 1};{int(x) + 1}H")


def moveCursor(stream, dx, dy):
    """Move the cursor by so many columns and rows."""
    if dx:
        stream.write(f"\x1b[{abs(int(dx))}{'C' if dx > 0 else 'D'}")
    if dy:
        stream.write(f"\x1b[{abs(int(dy))}{'B' if dy > 0 else 'A'}")


def clearLine(stream, dir_):
    """Clear the line: left of the cursor (-1), right of it (1), or all of it (0)."""
    stream.write("\x1b[1K" if dir_ < 0 else "\x1b[0K" if dir_ > 0 else "\x1b[2K")


def clearScreenDown(stream):
    """Clear what is below and right of the cursor."""
    stream.write("\x1b[0J")
