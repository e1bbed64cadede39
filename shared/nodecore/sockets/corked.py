"""Small writes of one round that go out together.

A packet wakes who waits for it, and waking costs more than all else about it. So while other callbacks wait
for their turn, the kernel is given a small write with the word that more follows (`MSG_MORE`), and told to
send all of them once those had their turn. Until then:

- The order stays what it was: whatever else can be seen from outside (another connection, a file, a child, a
  signal, what is printed) uncorks first, here or by `Loop.catch_up`. Only what a program in Python does by
  Python's own means (`open`, `print`) may be seen before, as nobody is told of it.
- What can be read in this process is not corked: one round may read what it writes (see `within`).
- The second write to a peer that is gone fails, as the first one would have told: that one is not corked.
- Nothing is lost: the kernel has the bytes, and sends them when the connection is closed.
- Nobody waits long: few are corked at a time, and the kernel uncorks after 200 ms by itself, should a
  callback take longer than that.
"""

from __future__ import annotations

import socket

from ..loop import get_loop

MOST = 32
"""How many connections are corked at a time."""

SMALL = 16 * 1024
"""Bytes of a write that may be corked."""

MORE: int = getattr(socket, "MSG_MORE", 0)
"""The flag of a write that is corked; 0 where the system has none."""

_ESTABLISHED = 1
"""What `TCP_INFO` begins with while nobody has closed."""

corked: dict[socket.socket, bool] = {}
"""Who sent with `MORE`, in order, and whether its peer was there after that."""


def cork(sock: socket.socket) -> None:
    """`sock` has sent with `MORE`."""
    corked.setdefault(sock, False)
    if len(corked) >= MOST:
        uncork()


def is_there(sock: socket.socket) -> bool:
    """Whether the peer of `sock`, which is corked, has not closed its end."""
    if not corked[sock]:
        corked[sock] = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0] == _ESTABLISHED
    return corked[sock]


def uncork() -> None:
    """Have the kernel send what it keeps back."""
    for sock in corked:
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 0)
        except OSError:
            pass  # the connection is gone; to read from it will tell
    corked.clear()


def uncork_others(sock: socket.socket | None) -> bool:
    """Uncork, but not `sock` if it was corked last: then True, and what it sends next takes that along."""
    last = next(reversed(corked), None)
    if last is None or last is not sock:
        uncork()
        return False
    del corked[last]
    uncork()
    return True


get_loop().caught_up_listeners.append(uncork)
