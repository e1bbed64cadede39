"""Writing to stdout and stderr: at once, in UTF-8, and quietly when nobody reads any more."""

from __future__ import annotations

import os
import sys


def write_out(text: str) -> None:
    """Write `text` to stdout and flush it, so that a reader at the other end of a pipe sees it now."""
    _write(sys.stdout, text)


def write_error(text: str) -> None:
    """Write `text` to stderr."""
    _write(sys.stderr, text)


def _write(stream: object, text: str) -> None:
    if stream is None:
        return
    try:
        try:
            stream.write(text)  # type: ignore[attr-defined]
        except UnicodeEncodeError as error:
            stream.write(text.encode(error.encoding, "replace").decode(error.encoding))  # type: ignore[attr-defined]
        stream.flush()  # type: ignore[attr-defined]
    except BrokenPipeError:
        _discard(stream)


def _discard(stream: object) -> None:
    """Give a stream without a reader /dev/null, or the interpreter would complain when it flushes at exit."""
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, stream.fileno())  # type: ignore[attr-defined]
    finally:
        os.close(null)
