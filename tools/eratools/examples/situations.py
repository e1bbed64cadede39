"""The situations that a document's text puts its fragments in, by the name a manifest uses.

Each makes a JavaScript program of a fragment. `before` and `after` are the manifest's own lines around
it: what the text says is there already, and what shows that the fragment did its work.
"""

from __future__ import annotations

import re
from collections.abc import Callable

PORT = 8000
"""Where the server of a situation listens, as far as the program can tell."""


def program(code: str, before: str, after: str) -> str:
    """The code is a program, or becomes one with the lines around it."""
    return "\n".join(part for part in (before, code, after) if part)


def handler(code: str, before: str, after: str) -> str:
    """The code stands in a listener of a server's `request` event."""
    return (
        'var http = require("http");\n'
        "http.createServer(function (request, response) {\n"
        f"{program(code, before, after)}\n"
        f"}}).listen({PORT});\n"
    )


def value(code: str, before: str, after: str) -> str:
    """The code is an expression: what the text says a value looks like, called `documented`."""
    return program(f"var documented = (\n{code.strip()}\n);", before, after)


def handler_value(code: str, before: str, after: str) -> str:
    """An expression, called `documented`, in a listener of a server's `request` event."""
    return handler(f"var documented = (\n{code.strip()}\n);", before, after)


def transcript(code: str, before: str, after: str) -> str:
    """The code was copied from a prompt: an expression (`actual`) and what was printed (`documented`)."""
    prompt, _, printed = code.strip().partition("\n")
    expression = re.sub(r"^\s*\S*>\s*", "", prompt)
    return program(f"var actual = (\n{expression}\n);\nvar documented = (\n{printed}\n);", before, after)


def beside(_code: str, before: str, after: str) -> str:
    """The code is no program but a file that lies beside one, which is the manifest's."""
    return program("", before, after)


SITUATIONS: dict[str, Callable[[str, str, str], str]] = {
    "program": program,
    "handler": handler,
    "value": value,
    "handler-value": handler_value,
    "transcript": transcript,
    "beside": beside,
}
