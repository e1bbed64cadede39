"""`process.stdin` of 0.10: what standard input is decides which kind of stream it is."""

from __future__ import annotations

from typing import Any

from nodecore.descriptors import kind_of

from eras.node_0_10.fs import ReadStream as FileStream
from eras.node_0_10.net import Socket

from .tty_0_10 import ReadStream

_input: Any = None


def standard_input() -> Any:
    """The one standard input of this process."""
    global _input
    if _input is None:
        _input = _open()
    return _input


def _open() -> Any:
    kind = kind_of(0)
    if kind not in ("TTY", "PIPE", "SOCKET"):
        return FileStream(None, {"fd": 0})
    stream: Any = ReadStream(0) if kind == "TTY" else Socket({"fd": 0})
    stream.fd = 0
    stream.writable = False
    _stop(stream)
    stream.on("pause", lambda: _stop(stream))
    return stream


def _stop(stream: Any) -> None:
    """Leave to the system what nobody wants: only who reads keeps the program alive."""
    if stream._transport is not None:
        stream._transport.stop_reading()
    if stream._readable_state is not None:
        stream._readable_state.reading = False
