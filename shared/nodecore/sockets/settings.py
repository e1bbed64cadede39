"""What a connection may be set to, and what its ends are called."""

from __future__ import annotations

import socket
from typing import Any

from ..loop import Timer, get_loop
from .address import Address, named
from .corked import uncork
from .handler import Handled
from .references import Referenced

_loop = get_loop()
_now = _loop.hub.loop.now


class Settings(Handled, Referenced):
    """The part of a `Socket` that moves no data."""

    __slots__ = (
        "_idle_limit",
        "_idle_timer",
        "_idle_told",
        "_last_active",
        "_local",
        "_peer",
        "_read_watcher",
        "_sock",
        "_write_watcher",
        "destroyed",
        "facade",
    )

    _idle_limit: float
    _idle_timer: Timer | None
    _idle_told: float
    _last_active: float
    _local: Address | str | None
    _peer: Address | str | None
    _read_watcher: Any
    _sock: socket.socket | None
    _write_watcher: Any
    destroyed: bool
    facade: Any

    def set_timeout(self, milliseconds: float) -> None:
        """Tell `timed_out` after so long without traffic; 0 for never."""
        if self._idle_timer is not None:
            self._idle_timer.cancel()
            self._idle_timer = None
        self._idle_limit = milliseconds
        if milliseconds > 0 and not self.destroyed:
            self._last_active = _now()
            self._idle_told = 0.0
            self._idle_timer = _loop.timer(self._check_idle, milliseconds).unref()

    def touch(self) -> None:
        """Count as traffic."""
        self._last_active = _now()

    def _check_idle(self) -> None:
        if self._idle_timer is None:
            return
        left = self._idle_limit - (_now() - self._last_active) * 1000.0
        if left > 0.5:
            self._idle_timer.start(left)
            return
        # Go on watching, for traffic begins another such time; without any, one telling is enough.
        self._idle_timer.start(self._idle_limit)
        if self._idle_told != self._last_active:
            self._idle_told = self._last_active
            self.handler.timed_out()

    def set_no_delay(self, enable: bool = True) -> None:
        """Send small writes at once instead of collecting them (Nagle's algorithm)."""
        if self._sock is not None and self._sock.family != socket.AF_UNIX:
            uncork()
            self._sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, bool(enable))

    def set_keep_alive(self, enable: bool = False, initial_delay: float = 0) -> None:
        """Probe an idle connection, first after `initial_delay` milliseconds (0: the system's default)."""
        if self._sock is None or self._sock.family == socket.AF_UNIX:
            return
        self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, bool(enable))
        if enable and initial_delay >= 1000 and hasattr(socket, "TCP_KEEPIDLE"):
            self._sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, int(initial_delay // 1000))

    def _open_watchers(self) -> list[Any]:
        return [watcher for watcher in (self._read_watcher, self._write_watcher) if watcher is not None]

    # -- addresses ------------------------------------------------------------------------------------

    @property
    def local_address(self) -> Address | str | None:
        """This end, while connected; a path for a Unix socket."""
        if self._local is None and self._sock is not None:
            self._local = named(self._sock.getsockname, self._sock.family)
        return self._local

    @property
    def peer_address(self) -> Address | str | None:
        """The other end, while connected; a path for a Unix socket."""
        if self._peer is None and self._sock is not None:
            self._peer = named(self._sock.getpeername, self._sock.family)
        return self._peer

    def _remember_addresses(self) -> None:
        if self.facade is not None:
            _ = self.local_address, self.peer_address

    def fileno(self) -> int:
        """The descriptor, or -1."""
        return -1 if self._sock is None else self._sock.fileno()
