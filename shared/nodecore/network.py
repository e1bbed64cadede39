"""The outside world in one object: listening, resolving names and connecting.

Everything that reaches the network asks `current()`. A program that wants another world (a stand-in, a
recorder, a fault injector) subclasses `Network` and hands it to `use`.
"""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
from collections.abc import Callable
from typing import Any

from . import dns_client
from .loop import get_loop

Addresses = list[tuple[int, str]]
"""Resolved addresses as `(4 or 6, textual address)`, best first."""

LookupDone = Callable[[BaseException | None, Addresses], Any]


class Network:
    """The system's own network."""

    def listen(self, host: str | None, port: int, backlog: int) -> list[socket.socket]:
        """Listening, non-blocking TCP sockets; without a host on every IPv4 address.

        Raises OSError (`EADDRINUSE`, `EACCES`, …).
        """
        family = socket.AF_INET6 if host and ":" in host else socket.AF_INET
        return [_listening(family, (host or "0.0.0.0", port), backlog)]

    def listen_unix(self, path: str, backlog: int) -> socket.socket:
        """A listening, non-blocking Unix socket at `path`."""
        return _listening(socket.AF_UNIX, path, backlog)

    def lookup(self, host: str, family: int, done: LookupDone) -> None:
        """Resolve `host` off the loop, then `done(error, addresses)`; `family` is 0, 4 or 6."""
        get_loop().in_thread(_resolve, host, family, done=lambda error, found: done(error, found or []))

    def query_dns(self, message: bytes, done: dns_client.Done) -> None:
        """Put a DNS message to the system's servers, then `done(error, reply)` in the loop."""
        dns_client.query(message, dns_client.system_servers(), done)

    def connect(
        self, family: int, address: Any, local_address: str | None = None
    ) -> tuple[socket.socket, bool]:
        """A non-blocking socket that connects to `address`, and whether it still is connecting.

        `family` is an `AF_…` constant; `address` a `(host, port)` pair or a path. Raises OSError.
        """
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.setblocking(False)
            if local_address is not None:
                sock.bind((local_address, 0))
            result = sock.connect_ex(address)
            if result in (0, errno.EISCONN):
                return sock, False
            if result == errno.EINPROGRESS:
                return sock, True
            raise OSError(result, os.strerror(result))
        except BaseException:
            sock.close()
            raise


def _listening(family: int, address: Any, backlog: int) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        if family != socket.AF_UNIX:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.setblocking(False)
        sock.bind(address)
        sock.listen(backlog)
    except BaseException:
        sock.close()
        raise
    return sock


def _resolve(host: str, family: int) -> Addresses:
    wanted = {4: socket.AF_INET, 6: socket.AF_INET6}.get(family, socket.AF_UNSPEC)
    found: Addresses = []
    name = host.encode("utf-8", "replace")  # as the system takes it, whatever Python would refuse
    for kind, _, _, _, address in socket.getaddrinfo(name, None, wanted, socket.SOCK_STREAM):
        entry = (6 if kind == socket.AF_INET6 else 4, str(address[0]))
        if entry not in found:
            found.append(entry)
    found.sort()  # IPv4 first, as every generation here preferred it
    return found


def ip_version(host: str) -> int:
    """4 or 6 when `host` is an address, 0 when it is a name."""
    try:
        return ipaddress.ip_address(host).version
    except ValueError:
        return 0


_current = Network()


def current() -> Network:
    """The network that is in use."""
    return _current


def use(network: Network) -> Network:
    """Put `network` in use; returns the one that was."""
    global _current
    before, _current = _current, network
    return before
