"""The option `stdio`: what a child's descriptors lead to."""

from __future__ import annotations

import os
import socket
from typing import Any

from nodecore.errors import NodeError, NodeTypeError
from nodecore.values import int32_of, is_falsy, is_number, text_of

from ..net import Socket

_TOGETHER = {"ignore": ["ignore"] * 3, "pipe": ["pipe"] * 3, "inherit": [0, 1, 2]}


class Stdio:
    """The descriptors of a child that is about to start, and our ends of those that are pipes."""

    def __init__(self, option: Any) -> None:
        self.descriptors: list[int | None] = []
        self.ours: list[int | None] = []
        self.channel: int | None = None
        self.channel_number = 0
        self._theirs: list[int] = []
        try:
            for number, kind in enumerate(_entries(option)):
                self._add(number, kind)
        except BaseException:
            self.close_theirs()
            self.close_ours()
            raise

    def _add(self, number: int, kind: Any) -> None:
        if kind == -1:
            kind = "pipe"
        elif kind is None:
            kind = "pipe" if number < 3 else "ignore"
        ours = None
        if kind == "ignore":
            theirs = None
        elif kind in ("pipe", "ipc"):
            ours, theirs = self._pair()
        else:
            theirs = _descriptor_of(kind)
        if kind == "ipc":
            if self.channel is not None:
                self.ours.append(ours)
                raise NodeError("Child process can have only one IPC pipe")
            self.channel, self.channel_number, ours = ours, number, None
        self.ours.append(ours)
        self.descriptors.append(theirs)

    def _pair(self) -> tuple[int, int]:
        ours, theirs = (end.detach() for end in socket.socketpair())
        os.set_blocking(ours, False)
        self._theirs.append(theirs)
        return ours, theirs

    def streams(self) -> list[Socket | None]:
        """Our ends as streams: the first to write to, the others to read from."""
        return [None if fd is None else _stream(fd, number) for number, fd in enumerate(self.ours)]

    def complain(self, text: str) -> None:
        """Say on the child's stderr why there is no child."""
        if len(self.ours) > 2 and self.ours[2] is not None:
            os.write(self.descriptors[2] or 0, text.encode())

    def close_theirs(self) -> None:
        """Close what only the child uses."""
        for fd in self._theirs:
            os.close(fd)
        self._theirs.clear()

    def close_ours(self) -> None:
        """Close our ends: there will be no child."""
        for fd in (*self.ours, self.channel):
            if fd is not None:
                os.close(fd)


def _stream(fd: int, number: int) -> Socket:
    stream = Socket({"fd": fd})
    stream.readable = number > 0
    stream.writable = number == 0
    return stream


def _entries(option: Any) -> list[Any]:
    if is_falsy(option):
        option = "pipe"
    if isinstance(option, str):
        if option not in _TOGETHER:
            raise NodeTypeError(f"Incorrect value of stdio option: {option}")
        return _TOGETHER[option]
    if not isinstance(option, (list, tuple)):
        raise NodeTypeError(f"Incorrect value of stdio option: {text_of(option)}")
    return [*option, *[None] * (3 - len(option))]


def _descriptor_of(kind: Any) -> int:
    fd = kind.get("fd") if isinstance(kind, dict) else getattr(kind, "fd", kind)
    if is_number(fd):
        return int32_of(fd)
    transport = getattr(kind, "_transport", None)
    if transport is not None:
        return transport.fileno()
    raise NodeTypeError(f"Incorrect value for stdio stream: {text_of(kind)}")
