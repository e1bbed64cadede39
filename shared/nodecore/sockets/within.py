"""Connections that have both ends in this process.

What one end sends in a callback, the other can read in the next: between them no write is kept back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .address import Address

if TYPE_CHECKING:
    from .connection import Socket

_MAPPED = "::ffff:"
"""How an IPv4 address begins where a server of IPv6 tells it."""

_connecting_from: dict[tuple[str, int], Socket] = {}


def connects(sock: Socket) -> None:
    """`sock` connects, or has connected, to somebody over TCP."""
    local = sock.local_address
    if isinstance(local, Address):
        _connecting_from[local.address, local.port] = sock


def accepted(sock: Socket, peer: Any) -> None:
    """`sock` was accepted from `peer`, an address as the system tells it."""
    if not _connecting_from:
        return
    other = _connecting_from.get((peer[0].removeprefix(_MAPPED), peer[1]))
    if other is not None:
        sock.may_cork = other.may_cork = False


def released(sock: Socket, local: Address | str | None) -> None:
    """`sock`, which was at the address `local`, is over here."""
    if isinstance(local, Address) and _connecting_from.get(local[:2]) is sock:
        del _connecting_from[local[:2]]
