"""Messages between a program and its fork: a line of JSON each, over a pair of sockets."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from nodecore.errors import NodeError, NodeTypeError

from ..net import Socket

LONGEST = 1 << 28
"""More characters than these are no message."""

_NOT_GIVEN: Any = object()


def _default(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03}Z"
    if isinstance(value, (bytes, bytearray)):
        return list(value)
    return vars(value) if hasattr(value, "__dict__") else str(value)


def stringify(message: Any) -> str:
    """A message as JSON."""
    return json.dumps(message, default=_default)


class Channel:
    """One end. `target` emits `message`, `disconnect` and `error`, and gets `send` and `disconnect`."""

    to_text: Callable[[Any], str] = staticmethod(stringify)
    """What makes JSON of a message; a host of another language may know better."""

    def __init__(self, target: Any, fd: int, closed: Callable[[], Any] = lambda: None) -> None:
        self._target = target
        self._closed = closed
        self._pieces: list[str] = []
        self._waiting = 0
        self._socket = Socket({"fd": fd})
        self._socket.setEncoding("utf8")
        self._socket.on("data", self._received)
        self._socket.on("end", self._ended)
        self._socket.on("error", lambda error: None)
        self._socket.on("close", lambda had_error: self._ended())
        target.connected = True
        target.send = self.send
        target.disconnect = self.disconnect

    def ref(self) -> None:
        """Keep the program alive while connected."""
        self._socket.ref()

    def unref(self) -> None:
        """Let the program end although connected."""
        self._socket.unref()

    def send(self, message: Any = _NOT_GIVEN, sendHandle: Any = None) -> bool:
        """Send a message to the other program; there it is an event `message`."""
        if message is _NOT_GIVEN:
            raise NodeTypeError("message cannot be undefined")
        if sendHandle is not None:
            raise NodeTypeError("This handle type can't be sent")
        if not self._target.connected:
            self._target.emit("error", NodeError("channel closed"))
            return False
        text = self.to_text(message)
        if not isinstance(text, str):
            raise NodeTypeError("message cannot be undefined")  # JSON has nothing for it
        self._socket.write(text + "\n")
        return True

    def disconnect(self) -> None:
        """Close the channel; `disconnect` is emitted on both ends."""
        if not self._target.connected:
            self._target.emit("error", NodeError("IPC channel is already disconnected"))
            return
        self._target.connected = False
        self._socket.end()
        self._target.emit("disconnect")

    def _received(self, text: str) -> None:
        first, *lines = text.split("\n")
        self._pieces.append(first)
        self._waiting += len(first)
        if self._waiting > LONGEST:
            self._socket.destroy()
            self._target.emit("error", NodeError(f"A message is longer than {LONGEST} characters"))
            return
        for line in lines:
            whole = "".join(self._pieces)
            self._pieces, self._waiting = [line], len(line)
            if whole:
                self._deliver(json.loads(whole))

    def _deliver(self, message: Any) -> None:
        command = message.get("cmd") if isinstance(message, dict) else None
        internal = isinstance(command, str) and command.startswith("NODE_")
        self._target.emit("internalMessage" if internal else "message", message)

    def _ended(self) -> None:
        """The other end is gone. What was closed at this end never counts as closed."""
        if self._target.connected:
            self.disconnect()
            self._closed()
