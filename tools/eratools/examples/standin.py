"""The world an example sees: names resolve to made-up addresses, and every connection stays on this machine.

This runs in the example's own process. The servers that play the outside world, and the clients that
probe the example, are in the process that started it; they learn here which real port an asked one became.
"""

from __future__ import annotations

import errno
import json
import os
import socket
from collections.abc import Callable
from typing import Any

from nodecore.dns_client import Done
from nodecore.loop import get_loop
from nodecore.network import LookupDone, Network

from eratools.examples import names

LOOPBACK = "127.0.0.1"


class StandIn(Network):
    """A network on which nothing leaves the machine and every port may be listened on."""

    def __init__(
        self, hosts: dict[str, str], peers: dict[str, int], listening: Callable[[int, int], Any]
    ) -> None:
        self._hosts = {"localhost": LOOPBACK, **hosts}
        self._peers = peers
        self._listening = listening
        self._sockets: dict[int, socket.socket] = {}
        # Bound but not listening: the system itself refuses, in its own time, as it would elsewhere.
        self._nobody = socket.socket()
        self._nobody.bind((LOOPBACK, 0))

    def listen(self, host: str | None, port: int, backlog: int) -> list[socket.socket]:
        """Listen on a free loopback port, known to the program by the number it asked for."""
        if port and port in self._sockets and self._sockets[port].fileno() != -1:
            raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
        sock = _AskedPort(socket.AF_INET, socket.SOCK_STREAM)
        sock.bind((LOOPBACK, 0))
        real = socket.socket.getsockname(sock)[1]
        sock.asked = port or real
        sock.setblocking(False)
        sock.listen(backlog)
        self._sockets[sock.asked] = sock
        self._listening(sock.asked, real)
        return [sock]

    def lookup(self, host: str, family: int, done: LookupDone) -> None:
        """Resolve the names this world has; any other is not found, as on the real network."""
        address = self._hosts.get(host)
        if address is None:
            error = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
            get_loop().call_soon(done, error, [])
        else:
            get_loop().call_soon(done, None, [(4, address)])

    def query_dns(self, message: bytes, done: Done) -> None:
        """Answer as the name servers of this world would."""
        get_loop().call_soon(done, None, names.reply(message, self._hosts))

    def connect(
        self, family: int, address: Any, local_address: str | None = None
    ) -> tuple[socket.socket, bool]:
        """Connect to the program's own server, to a peer, or to nobody, who refuses."""
        if family == socket.AF_UNIX:
            return super().connect(family, address)
        host, port = address[:2]
        own = self._sockets.get(port)
        if f"{host}:{port}" in self._peers:
            real = self._peers[f"{host}:{port}"]
        elif own is not None and own.fileno() != -1 and host in (LOOPBACK, "0.0.0.0", "::1"):
            real = socket.socket.getsockname(own)[1]
        else:
            real = self._nobody.getsockname()[1]
        return super().connect(socket.AF_INET, (LOOPBACK, real), local_address)


class _AskedPort(socket.socket):
    """A socket that tells the port that was asked for, not the one it has."""

    asked = 0

    def getsockname(self) -> Any:
        return (super().getsockname()[0], self.asked)


def from_json(text: str, events: int) -> StandIn:
    """The world that the starting process describes; it reads of listening ports from `events`."""
    world = json.loads(text)

    def listening(asked: int, real: int) -> None:
        os.write(events, json.dumps({"asked": asked, "real": real}).encode() + b"\n")

    return StandIn(world["hosts"], world["peers"], listening)
