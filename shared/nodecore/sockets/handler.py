"""Who hears what happens to a socket."""

from __future__ import annotations

from collections.abc import Callable

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


NOBODY = Handler()
"""Whom something that is over tells what happens to it."""


class Handled:
    """What has a handler. Data comes most often by far, so the way to that method is kept ready."""

    __slots__ = ()

    _received: Callable[[bytes], None]

    @property
    def handler(self) -> Handler:
        """Who is told; may be replaced at any time."""
        return self._received.__self__  # type: ignore[attr-defined]

    @handler.setter
    def handler(self, handler: Handler) -> None:
        self._received = handler.data_received

    def deliver_to(self, receive: Callable[[bytes], None]) -> None:
        """Let `receive`, a method of the handler, take what arrives in the place of `data_received`."""
        self._received = receive
