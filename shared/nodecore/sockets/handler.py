"""Who hears what happens to a socket."""

from __future__ import annotations

from ..errors import NodeError


class Handler:
    """What a socket tells its owner; a base whose every method ignores the news."""

    __slots__ = ()

    def connected(self) -> None:
        """The connection is established."""

    def data_received(self, data: bytes) -> None:
        """`data`, never empty, arrived."""

    def eof_received(self) -> None:
        """The peer sent its FIN."""

    def drained(self) -> None:
        """All that was written has been given to the kernel, after a `write` that returned False."""

    def errored(self, error: NodeError) -> None:
        """The socket failed; `closed` follows."""

    def timed_out(self) -> None:
        """Nothing was read or written for the set time."""

    def released(self) -> None:
        """The socket was destroyed, from inside or outside; the last news of it follow."""

    def closed(self, had_error: bool) -> None:
        """Everything is over; nothing else follows."""
