"""Servers and connections that go to another program: which can, and what is left of them here."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from nodecore.errors import NodeTypeError

from .. import net
from ..net.handle import Handle
from .lending import lend

Sent = tuple["int | None", "str | None", "Callable[[], Any] | None"]


def kind_of(handle: Any) -> str:
    """What a server or connection is called on its way."""
    if isinstance(handle, net.Server):
        return "net.Server"
    if isinstance(handle, net.Socket) and handle._can_be_sent:
        return "net.Socket"
    if isinstance(handle, Handle):
        return "net.Native"
    raise NodeTypeError("This handle type can't be sent")


def take_from_program(handle: Any, channel: Any) -> Sent:
    """The descriptor to send, the key of the server a connection came from, and how to let go of it here,
    once it has arrived there.

    A server, or what stands below one, goes on here too. A connection is no longer this program's.
    """
    if isinstance(handle, (net.Server, Handle)):
        open_here = handle._core.fileno()
        if open_here < 0:
            return None, None, None
        descriptor = os.dup(open_here)
        return descriptor, None, lambda: os.close(descriptor)
    server = handle.server
    key = lend(server, channel) if server is not None else None
    sock = handle._give_away()
    if sock is None:
        raise NodeTypeError("Cannot set property 'onread' of null")
    return sock.fileno(), key, sock.close


def receive(kind: Any, descriptor: int | None, tell: Callable[[Any], Any]) -> None:
    """Tell the server or connection that `descriptor` is, a server once it listens; or what to listen on."""
    if descriptor is None:
        tell(None)
    elif kind == "net.Server":
        server = net.Server()
        server.listen({"fd": descriptor}, lambda: tell(server))
    elif kind == "net.Socket":
        tell(net.Socket({"fd": descriptor}))
    elif kind == "net.Native":
        tell({"fd": descriptor})
    else:
        os.close(descriptor)
        tell(None)


class Borrowed:
    """The connections that came from another program's servers, counted for it by the server's key."""

    def __init__(self, command: Callable[..., Any]) -> None:
        self._command = command
        self._open: dict[str, int] = {}
        self._asked: set[str] = set()

    def add(self, key: str, connection: Any) -> None:
        """One more."""
        self._open[key] = self._open.get(key, 0) + 1
        connection.once("close", lambda *_: self._closed(key))

    def _closed(self, key: str) -> None:
        self._open[key] -= 1
        if not self._open[key] and key in self._asked:
            self._asked.discard(key)
            self._command("SOCKET_ALL_CLOSED", key=key)

    def tell_count(self, command: dict[str, Any]) -> None:
        """How many of a server's are open?"""
        key = command.get("key")
        if key in self._open:
            self._command("SOCKET_COUNT", key=key, count=self._open[key])

    def tell_when_over(self, command: dict[str, Any]) -> None:
        """Let the owner of a server know once none is open any more."""
        key = command.get("key", "")
        if self._open.get(key):
            self._asked.add(key)
        else:
            self._command("SOCKET_ALL_CLOSED", key=key)
