"""`_handle`: what programs of the time reached for to get at the descriptor of a server or socket."""

from nodecore import sockets
from nodecore.descriptors import kind_of
from nodecore.errors import NodeTypeError
from nodecore.values import int32_of


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


def transport_of_descriptor(fd):
    """The connection that a descriptor is: a socket, or a pipe. Raises TypeError for anything else."""
    fd = int32_of(fd)
    kind = kind_of(fd)
    if kind not in ("SOCKET", "PIPE"):
        raise NodeTypeError(f"Unsupported fd type: {kind}")
    return sockets.adopt(fd)
