"""Python exceptions as JavaScript errors: their kind, their text and where they were raised."""

from __future__ import annotations

import json
import re
import traceback
from collections import deque
from typing import Any

_KINDS: tuple[tuple[type[BaseException], str], ...] = (
    (RecursionError, "RangeError"),
    (OverflowError, "RangeError"),
    (IndexError, "RangeError"),
    (SyntaxError, "SyntaxError"),
    (NameError, "ReferenceError"),
    (AttributeError, "TypeError"),
    (TypeError, "TypeError"),
)
_NATIVE = {"Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError"}
_COPIED = ("code", "errno", "syscall")
_HIDDEN = re.compile(r"/eratools/|nodecore/loop\.py$")
"""What runs programs is no part of what they did."""
_BUILT_IN = re.compile(r"/(?:eras/node_\d+_\d+|nodecore)/(?:(.+)/)?(\w+)\.py$")
_FILES_OF_NODE = {
    "emitter": "events.js",
    "readable": "_stream_readable.js",
    "readable_state": "_stream_readable.js",
    "writable": "_stream_writable.js",
    "transform": "_stream_transform.js",
    "encodings": "buffer.js",
    "http1": "http.js",
    "sockets": "net.js",
    "streams2": "stream.js",
}
"""Files and folders here that are called otherwise than the file of Node's that did the same."""


def describe_error(error: BaseException) -> tuple[str, str, str, str, dict[str, Any]]:
    """(JavaScript constructor, name, message, Python frames as JSON, own properties)."""
    kind = _kind(error)
    return (
        kind,
        _name(error, kind),
        _message(error),
        _frames(error),
        _properties(error),
    )


def _kind(error: BaseException) -> str:
    own = type(error).__name__
    if own in _NATIVE and own != "SyntaxError":
        return own
    return next((kind for cls, kind in _KINDS if isinstance(error, cls)), "Error")


def _name(error: BaseException, kind: str) -> str:
    # These tell by `name` what was not found.
    if isinstance(error, (AttributeError, NameError, ImportError)):
        return kind
    return str(getattr(error, "name", None) or kind)


def _message(error: BaseException) -> str:
    if isinstance(error, AttributeError) and getattr(error, "obj", None) is None and error.name:
        return f"Cannot call method '{error.name}' of undefined"
    message = getattr(error, "message", None)
    if isinstance(message, str):
        return message
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error.args[0]) if isinstance(error, KeyError) and error.args else str(error)


def _properties(error: BaseException) -> dict[str, Any]:
    found = {
        name: value
        for name, value in vars(error).items()
        if not name.startswith("_") and name not in ("message", "name", "stack", "origin", "args")
    }
    for name in _COPIED:
        value = getattr(error, name, None)
        if value is not None:
            found[name] = value
    return found


def _frames(error: BaseException) -> str:
    """The innermost calls first, as JavaScript writes them; the host's own are left out."""
    innermost = deque(traceback.walk_tb(error.__traceback__), maxlen=8)
    calls = [(frame.f_code, line) for frame, line in reversed(innermost)]
    lines = [
        f"{code.co_name} ({shown_file(code.co_filename)}:{line}:1)"
        for code, line in calls
        if not _HIDDEN.search(code.co_filename)
    ]
    return json.dumps(lines[:4])


def shown_file(path: str) -> str:
    """What a program is told a file is called: of one that is built in, the name it had in Node."""
    found = _BUILT_IN.search(path)
    if found is None:
        return path
    folder, name = found.groups()
    shown = _FILES_OF_NODE.get(name) or _FILES_OF_NODE.get(folder)
    return shown or f"{(folder or name).strip('_')}.js"


def place_of(error: BaseException) -> tuple[str, int] | None:
    """Where Python raised an error, None where that was JavaScript by way of the host.

    One that nobody listened to is raised there, wherever it was before.
    """
    last = error.__traceback__
    while last is not None and last.tb_next is not None and last.tb_frame.f_code.co_name != "raise_unheard":
        last = last.tb_next
    if last is None or _HIDDEN.search(last.tb_frame.f_code.co_filename):
        return None
    return last.tb_frame.f_code.co_filename, last.tb_lineno
