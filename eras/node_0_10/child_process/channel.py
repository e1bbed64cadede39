"""Messages between a program and its fork: a line of JSON each, over a pair of sockets.

What holds here:

- A server or connection goes along with its message, as the command `NODE_HANDLE`. Until the other end has
  confirmed it, messages wait.
- Commands, the messages whose `cmd` begins with `NODE_`, are no event `message`.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any

from nodecore import channels
from nodecore.errors import NodeError, NodeTypeError
from nodecore.omitted import OMITTED
from nodecore.values import is_falsy

from .handles import Borrowed, kind_of, receive, take_from_program
from .lending import Lent

HIGH_WATER = 128 * 1024
"""`send` returns false while so many bytes wait for the other end."""


def _default(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03}Z"
    if isinstance(value, (bytes, bytearray)):
        return list(value)
    return vars(value) if hasattr(value, "__dict__") else str(value)


def stringify(message: Any) -> str:
    """A message as JSON."""
    return json.dumps(message, default=_default)


def _command(line: str) -> dict[str, Any] | None:
    """What `line` says if it is for the channel and not for the program."""
    if '"NODE_' not in line:
        return None
    message = json.loads(line)
    name = message.get("cmd") if isinstance(message, dict) else None
    return message if isinstance(name, str) and name.startswith("NODE_") else None


class Channel:
    """One end. `target` emits `message`, `disconnect` and `error`, and gets `send` and `disconnect`."""

    to_text: Callable[[Any], str] = staticmethod(stringify)
    """What makes JSON of a message; a host of another language may know better."""

    from_text: Callable[[str], Any] = staticmethod(json.loads)
    """What makes a message of JSON, likewise."""

    def __init__(
        self, target: Any, fd: int, closed: Callable[[], Any] = lambda: None, *, patient: bool = False
    ) -> None:
        self._target = target
        self._closed = closed
        self._lines = channels.Channel(fd, self._received, self._ended, patient=patient)
        self._unconfirmed: Callable[[], Any] | None = None
        self._waiting: deque[tuple[Any, Any]] = deque()
        self.lent: dict[str, Lent] = {}
        """What the other end has of our servers' connections, by the server's key."""
        self._borrowed = Borrowed(self.command)
        self._commands: dict[str, Callable[[dict[str, Any]], Any]] = {
            "NODE_HANDLE": self._take,
            "NODE_HANDLE_ACK": self._confirmed,
            "NODE_SOCKET_GET_COUNT": self._borrowed.tell_count,
            "NODE_SOCKET_NOTIFY_CLOSE": self._borrowed.tell_when_over,
            "NODE_SOCKET_COUNT": self._counted,
            "NODE_SOCKET_ALL_CLOSED": self._all_closed,
        }
        target.connected = True
        target.send = self.send
        target.disconnect = self.disconnect

    def ref(self) -> None:
        """Keep the program alive while connected."""
        self._lines.ref()

    def unref(self) -> None:
        """Let the program end although connected."""
        self._lines.unref()

    # -- sending ----------------------------------------------------------------------------------------

    def send(self, message: Any = OMITTED, sendHandle: Any = None) -> bool | None:
        """Send a message to the other program, and with it a server or connection; there it is an event
        `message`. Tells whether little waits to be read there."""
        if message is OMITTED:
            raise NodeTypeError("message cannot be undefined")
        if not self._target.connected:
            self._target.emit("error", NodeError("channel closed"))
            return None
        kind = None if is_falsy(sendHandle) else kind_of(sendHandle)
        if self._unconfirmed is not None:
            self._waiting.append((message, sendHandle))
            return None
        text = self.to_text(message)
        if not isinstance(text, str):
            raise NodeTypeError("message cannot be undefined")  # JSON has nothing for it
        if kind is None:
            self._lines.send(text)
        else:
            self._send_handle(text, kind, sendHandle)
        return self._lines.buffered < HIGH_WATER

    send.js_opaque = True  # type: ignore[attr-defined]  # a message is only for who makes JSON of it

    def _send_handle(self, text: str, kind: str, handle: Any) -> None:
        descriptor, key, self._unconfirmed = take_from_program(handle, self)
        with_key = f',"key":{json.dumps(key)}' if key else ""
        self._lines.send(f'{{"cmd":"NODE_HANDLE","type":"{kind}","msg":{text}{with_key}}}', descriptor)

    def command(self, name: str, **fields: Any) -> None:
        """Send what is not for the program's ears."""
        if self._target.connected:
            self._lines.send(json.dumps({"cmd": f"NODE_{name}", **fields}, separators=(",", ":")))

    def disconnect(self) -> None:
        """Close the channel; `disconnect` is emitted on both ends."""
        if not self._target.connected:
            self._target.emit("error", NodeError("IPC channel is already disconnected"))
            return
        self._target.connected = False
        self._lines.close()
        self._target.emit("disconnect")

    # -- receiving --------------------------------------------------------------------------------------

    def _received(self, line: str) -> None:
        command = _command(line)
        if command is None:
            self._target.emit("message", self.from_text(line))
            return
        if command["cmd"] in self._commands:
            self._commands[command["cmd"]](command)
        self._target.emit("internalMessage", command)

    def _take(self, command: dict[str, Any]) -> None:
        """A server or connection arrived: it is ours now, and the sender may go on."""
        descriptor = self._lines.take_descriptor()
        self.command("HANDLE_ACK")

        def tell(handle: Any) -> None:
            key = command.get("key")
            if handle is not None and isinstance(key, str):
                self._borrowed.add(key, handle)
            self._target.emit("message", command.get("msg"), *(() if handle is None else (handle,)))

        receive(command.get("type"), descriptor, tell)

    def _confirmed(self, _command: dict[str, Any]) -> None:
        self._release()
        waiting, self._waiting = self._waiting, deque()
        for message, handle in waiting:
            self.send(message, handle)

    def _counted(self, command: dict[str, Any]) -> None:
        lent = self.lent.get(command.get("key", ""))
        if lent is not None:
            lent.counted(command.get("count", 0))

    def _all_closed(self, command: dict[str, Any]) -> None:
        lent = self.lent.pop(command.get("key", ""), None)
        if lent is not None:
            lent.over()

    # -- the end ----------------------------------------------------------------------------------------

    def _release(self) -> None:
        """Close what was sent: only now has the other end certainly got it."""
        release, self._unconfirmed = self._unconfirmed, None
        if release is not None:
            release()

    def _ended(self) -> None:
        """The other end is gone, or this one is closed. Only the first counts as a stream that closed."""
        self._release()
        self._waiting.clear()
        lent, self.lent = self.lent, {}
        for connections in lent.values():
            connections.over()
        if self._target.connected:
            self._target.connected = False
            self._target.emit("disconnect")
            self._closed()
