"""`_handle`: what programs of the time reached for to get at the descriptor of a server or socket."""

import os
import socket
import stat

from ..errors import NodeTypeError


class Handle:
    """What the system has of its `owner`."""

    def __init__(self, owner, core):
        self._owner = owner
        self._core = core

    @property
    def fd(self):
        """The descriptor, -1 when there is none any more."""
        return self._core.fileno()


def handle_of(owner, core):
    """The handle of `owner`, the same each time; None unless `core` is open."""
    if core is None or core.fileno() < 0:
        return None
    shown = vars(owner).get("_shown_handle")
    if shown is None or shown._core is not core:
        shown = owner._shown_handle = Handle(owner, core)
    return shown


def socket_of_descriptor(fd):
    """The connected socket that a descriptor is of. Raises TypeError for a file's."""
    fd = int(fd)
    kind = _kind(fd)
    if kind is not None:
        raise NodeTypeError(f"Unsupported fd type: {kind}")
    sock = socket.socket(fileno=fd)
    sock.setblocking(False)
    return sock


def _kind(fd):
    """What else than a socket or a pipe `fd` is."""
    try:
        mode = os.fstat(fd).st_mode
    except OSError:
        return "UNKNOWN"
    return None if stat.S_ISSOCK(mode) or stat.S_ISFIFO(mode) else "FILE"
