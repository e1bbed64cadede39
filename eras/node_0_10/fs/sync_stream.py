"""`fs.SyncWriteStream`: a file that is written at once, as 0.10 wrote its own output to files."""

from __future__ import annotations

from typing import Any

from nodecore.errors import NodeError
from nodecore.loop import get_loop

from ..stream import Stream
from . import calls
from .arguments import bytes_of
from .twins import perform


class SyncWriteStream(Stream):
    """Writes to a descriptor. Event: `close`."""

    js_null = ("fd",)
    event_arity = {"close": 0}

    def __init__(self, fd: Any) -> None:
        self.fd = fd
        self.writable = True
        self.readable = False

    def write(self, data: Any, encoding: Any = None, callback: Any = None) -> bool:
        """Write `data`; a callback is called soon after."""
        if callable(encoding):
            encoding, callback = None, encoding
        elif encoding is not None and not isinstance(encoding, str):
            raise NodeError("bad arg")
        rest = bytes_of(data, encoding)
        while rest:
            rest = rest[perform(calls.write_bytes(self.fd, rest)) :]
        if callback is not None:
            get_loop().next_tick(callback)
        return True

    def end(self, data: Any = None, encoding: Any = None, callback: Any = None) -> None:
        """Write what there is left, and close."""
        if data:
            self.write(data, encoding, callback)
        self.destroy()

    def destroy(self) -> bool:
        """Close the file."""
        perform(calls.close(self.fd))
        self.fd = None
        self.emit("close")
        return True

    destroySoon = destroy
