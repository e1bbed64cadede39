"""The addresses of this machine's network interfaces, as getifaddrs(3) tells them."""

from __future__ import annotations

import ctypes
import socket
import sys
from collections.abc import Iterator

_UP, _LOOPBACK, _RUNNING = 0x1, 0x8, 0x40
# Where the system puts a length before the family, the family is a byte.
_HAS_LENGTH = sys.platform == "darwin" or "bsd" in sys.platform


class _Entry(ctypes.Structure):
    """The beginning of a `struct ifaddrs`."""


_Entry._fields_ = [
    ("next", ctypes.POINTER(_Entry)),
    ("name", ctypes.c_char_p),
    ("flags", ctypes.c_uint),
    ("address", ctypes.c_void_p),
]


def addresses() -> Iterator[tuple[str, str, bool]]:
    """(interface, address, whether it is a loopback) of every interface that is up, IPv4 first."""
    library = ctypes.CDLL(None, use_errno=True)
    first = ctypes.POINTER(_Entry)()
    if library.getifaddrs(ctypes.byref(first)) != 0:
        return
    try:
        entry = first
        while entry:
            found = entry.contents
            address = _address(found.address) if found.address else None
            if address is not None and found.flags & _UP and found.flags & _RUNNING:
                yield found.name.decode(), address, bool(found.flags & _LOOPBACK)
            entry = found.next
    finally:
        library.freeifaddrs(first)


def _address(place: int) -> str | None:
    head = ctypes.string_at(place, 2)
    family = head[1] if _HAS_LENGTH else int.from_bytes(head, sys.byteorder)
    if family == socket.AF_INET:
        return socket.inet_ntop(family, ctypes.string_at(place + 4, 4))
    if family == socket.AF_INET6:
        return socket.inet_ntop(family, ctypes.string_at(place + 8, 16))
    return None
