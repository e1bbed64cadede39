"""A server's connections that another program has: the server counts them, and closes only after them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Lent:
    """Those of one server that one other program has."""

    def __init__(self, server: Any, ask: Callable[[str], Any]) -> None:
        self._server = server
        self._ask = ask
        self._waiting: list[Callable[[int], Any]] = []

    def count(self, callback: Callable[[int], Any]) -> None:
        """Call back with how many of them are open."""
        self._waiting.append(callback)
        self._ask("SOCKET_GET_COUNT")

    def counted(self, number: int) -> None:
        """The other program's answer."""
        waiting, self._waiting = self._waiting, []
        for callback in waiting:
            callback(number)

    def close(self) -> None:
        """The server closes: let the other program say when none is open any more."""
        self._ask("SOCKET_NOTIFY_CLOSE")

    def over(self) -> None:
        """None is open any more, or nobody is left to say so."""
        self.counted(0)
        self._server._returned(self)


def lend(server: Any, channel: Any) -> str | None:
    """Count a connection of `server` as one that is at the other end of `channel`; the server's key.

    None when the server closes already: it waits for what it has, not for what it gave away since.
    """
    if server._closing:
        return None
    address = server.address()
    key = f"4:{address['address']}:{address['port']}" if isinstance(address, dict) else f"-1:{address}:-1"
    if key not in channel.lent:
        channel.lent[key] = Lent(server, lambda name: channel.command(name, key=key))
        server._lent.append(channel.lent[key])
    return key
