"""Keys, out of what a terminal sends.

What holds here:

- What arrives at once is one key, whatever follows in it, if it begins as a control key or a sequence does.
- Anything else that is longer than a letter was pasted, and each of its letters is a key.
"""

import re

from nodecore.string_decoder import StringDecoder

_META = re.compile(r"\x1b([a-zA-Z0-9])\Z")
_FUNCTION = re.compile(r"\x1b+(O|N|\[\[|\[)(?:(\d+)(?:;(\d+))?([~^$])|(?:1;)?(\d+)?([a-zA-Z]))")

_NAMES = {
    "up": "OA [A [a Oa",
    "down": "OB [B [b Ob",
    "right": "OC [C [c Oc",
    "left": "OD [D [d Od",
    "clear": "OE [E [e Oe",
    "end": "OF [F [4~ [8~ [8$ [8^",
    "home": "OH [H [1~ [7~ [7$ [7^",
    "insert": "[2~ [2$ [2^",
    "delete": "[3~ [3$ [3^",
    "pageup": "[5~ [[5~ [5$ [5^",
    "pagedown": "[6~ [[6~ [6$ [6^",
    "tab": "[Z",
    "f1": "OP [11~ [[A",
    "f2": "OQ [12~ [[B",
    "f3": "OR [13~ [[C",
    "f4": "OS [14~ [[D",
    "f5": "[15~ [[E",
    "f6": "[17~",
    "f7": "[18~",
    "f8": "[19~",
    "f9": "[20~",
    "f10": "[21~",
    "f11": "[23~",
    "f12": "[24~",
}
_BY_CODE = {code: name for name, codes in _NAMES.items() for code in codes.split()}
_WITH_SHIFT = re.compile(r"\[[a-eZ]\Z|\[\d\$")
_WITH_CTRL = re.compile(r"O[a-e]\Z|\[\d\^")
_ALONE = {"\r": "return", "\n": "enter", "\t": "tab"}
_ALSO_META = {"\b": "backspace", "\x7f": "backspace", "\x1b": "escape", " ": "space"}


def keys(text):
    """(letter, key) of each key in what a terminal sent at once; either may be None, but not both."""
    key = _key(text)
    if key is None and len(text) > 1 and not text.startswith("\x1b"):
        for letter in text:
            yield from keys(letter)
    elif key is not None or len(text) == 1:
        yield (text if len(text) == 1 else None), key


def _key(text):
    if text in _ALONE:
        return _made(text, _ALONE[text])
    if text[-1:] in _ALSO_META and text in (text[-1], "\x1b" + text[-1]):
        return _made(text, _ALSO_META[text[-1]], meta=len(text) == 2)
    if text <= "\x1a":
        return _made(text, chr(ord(text[0]) + 96), ctrl=True)
    if len(text) == 1:
        return _made(text, text.lower(), shift=text.isupper()) if text.isascii() and text.isalpha() else None
    if _META.match(text):
        return _made(text, text[1].lower(), meta=True, shift=text[1].isupper())
    return _function_key(text)


def _function_key(text):
    found = _FUNCTION.match(text)
    if found is None:
        return None
    start, number, modifier, end, other_modifier, letter = found.groups(default="")
    code = start + number + end + letter
    bits = int(modifier or other_modifier or 1) - 1
    return {
        **_made(
            text,
            _BY_CODE.get(code, "undefined"),
            ctrl=bool(bits & 4 or _WITH_CTRL.match(code)),
            meta=bool(bits & 10),
            shift=bool(bits & 1 or _WITH_SHIFT.match(code)),
        ),
        "code": code,
    }


def _made(sequence, name, ctrl=False, meta=False, shift=False):
    return {"name": name, "ctrl": ctrl, "meta": meta, "shift": shift, "sequence": sequence}


class _Keypresses:
    """Makes `keypress` of what a stream gives, while somebody listens to it."""

    def __init__(self, stream):
        self._stream = stream
        self._decoder = StringDecoder("utf8")

    def start(self):
        heard = self._stream.listeners("keypress")
        self._stream.on(*(("data", self._received) if heard else ("newListener", self._listened)))

    def _listened(self, event, listener):
        if event == "keypress":
            self._stream.removeListener("newListener", self._listened)
            self._stream.on("data", self._received)

    def _received(self, data):
        if not self._stream.listeners("keypress"):
            self._stream.removeListener("data", self._received)
            self.start()
            return
        text = self._decoder.write(data) if isinstance(data, bytes) else data
        for letter, key in keys(text) if text else ():
            self._stream.emit("keypress", letter, key)


def emitKeypressEvents(stream):
    """Let `stream` emit `keypress` for each key that a terminal sends: its letter, if it stands for one, and
    a dict of `name`, `ctrl`, `meta`, `shift` and `sequence`, unless it is a letter without a name."""
    if getattr(stream, "_keypresses", None) is None:
        stream._keypresses = _Keypresses(stream)
        stream._keypresses.start()
