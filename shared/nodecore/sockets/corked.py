"""Small writes of one round that go out together.

A packet wakes who waits for it, and waking costs more than all else about it. So while other callbacks wait
for their turn, the kernel is given a small write with the word that more follows (`MSG_MORE`), and told to
send all of them once those had their turn. Until then:

- The order stays what it was: whatever else peers see of any connection uncorks first.
- Nothing is lost: the kernel has the bytes, and sends them when the connection is closed.
- Nobody waits long: few are corked at a time, and the kernel uncorks after 200 ms by itself, should a
  callback take longer than that.
"""

from __future__ import annotations

import socket

from ..loop import get_loop

MOST = 32
"""How many writes are corked at a time."""

SMALL = 16 * 1024
"""Bytes of a write that may be corked."""

MORE: int = getattr(socket, "MSG_MORE", 0)
"""The flag of a write that is corked; 0 where the system has none."""

corked: list[socket.socket] = []
"""Who sent with `MORE`, in order."""


def cork(sock: socket.socket) -> None:
    """`sock` has sent with `MORE`."""
    corked.append(sock)
    if len(corked) >= MOST:
        uncork()


def uncork() -> None:
    """Have the kernel send what it keeps back."""
    for sock in corked:
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 0)
        except OSError:
            pass  # the connection is gone; to read from it will tell
    corked.clear()


get_loop().caught_up_listeners.append(uncork)
