"""`Socket`: one connection, its reading, its writing and its end."""

from __future__ import annotations

import errno
import socket
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import Any

from .. import network
from ..errors import NodeError
from ..loop import READ, WRITE, Timer, get_loop
from . import within
from .address import Address, lookup_error, system_error
from .corked import MORE, SMALL, cork, corked, is_there, uncork, uncork_others
from .handler import NOBODY, Handler
from .settings import Settings

READ_SIZE = 65536
READS_PER_TURN = 8
"""How often one connection is read from before others are, while it has so much to give."""

SECONDS_PER_TURN = 0.01
"""How long others wait at most before the next of these reads: the last one may have been much work."""

BUFFERS_PER_SEND = 64

_loop = get_loop()
_now = _loop.hub.loop.now
_io_ready = _loop.io_ready


class Socket(Settings):
    """One TCP or Unix connection."""

    __slots__ = (
        "_buffer",
        "_close_after",
        "_connecting",
        "_ending",
        "_need_drain",
        "_reading",
        "_received",
        "_recv",
        "_send",
        "buffered",
        "bytes_read",
        "bytes_written",
        "eof",
        "may_cork",
        "write_ended",
    )

    def __init__(self, sock: socket.socket | None = None, handler: Handler | None = None) -> None:
        """A closed socket, or one around the connected, non-blocking `sock`."""
        self._buffer: deque[Any] | None = None
        self.buffered = 0
        """Bytes that were written but not yet taken by the kernel."""
        self._close_after = False
        self._connecting = False
        self._ending = False
        self._idle_limit = 0.0
        self._idle_timer: Timer | None = None
        self._last_active = 0.0
        self._local: Address | str | None = None
        self._need_drain = False
        self._peer: Address | str | None = None
        self._read_watcher: Any = None
        self._reading = False
        self._ref = True
        self._sock: socket.socket | None = None
        self._write_watcher: Any = None
        self.bytes_read = 0
        self.bytes_written = 0
        self.destroyed = False
        self.eof = False
        self.may_cork = False
        """Whether a write may be kept back for the end of the round: nobody in this process can read it."""
        self.facade: Any = None
        self.write_ended = False
        self.handler = handler or Handler()
        if sock is not None:
            self._attach(sock)

    def _attach(self, sock: socket.socket) -> None:
        self._sock = sock
        self._recv = sock.recv
        self._send = sock.send
        self.may_cork = bool(MORE) and sock.family != socket.AF_UNIX
        self._last_active = _now()

    # -- connecting -----------------------------------------------------------------------------------

    @property
    def connecting(self) -> bool:
        """Whether a connect is under way."""
        return self._connecting

    def connect(
        self, port: int, host: str = "localhost", *, local_address: str | None = None, family: int = 0
    ) -> None:
        """Connect to a TCP port. `connected` or `errored` follows.

        `local_address` is where to connect from, if that is an address of the version that `host` has.
        """
        self._connecting = True
        version = network.ip_version(host)
        if version:
            self._connect_to(version, host, port, local_address)
            return

        def resolved(error: BaseException | None, addresses: network.Addresses) -> None:
            if self.destroyed:
                return
            if error is not None or not addresses:
                self.destroy(lookup_error(error))
            else:
                self._connect_to(*addresses[0], port, local_address)

        network.current().lookup(host, family, resolved)

    def connect_unix(self, path: str) -> None:
        """Connect to the Unix socket at `path`."""
        self._connecting = True
        self._start_connect(socket.AF_UNIX, path, None)

    def _connect_to(self, version: int, host: str, port: int, local_address: str | None) -> None:
        family = socket.AF_INET6 if version == 6 else socket.AF_INET
        self._peer = Address(host, port, f"IPv{version}")
        same_version = local_address is not None and network.ip_version(local_address) == version
        self._start_connect(family, (host, port), local_address if same_version else None)

    def _start_connect(self, family: int, address: Any, local_address: str | None) -> None:
        uncork()
        try:
            sock, in_progress = network.current().connect(family, address, local_address)
        except OSError as error:
            bind_failed = local_address and error.errno in (errno.EADDRNOTAVAIL, errno.EINVAL)
            call = "bind" if bind_failed else "connect"
            get_loop().call_soon(self.destroy, system_error(error, call))
            return
        self._attach(sock)
        if family != socket.AF_UNIX:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            within.connects(self)
        if in_progress:
            self._watch_write(self._connect_done)
        else:
            get_loop().call_soon(self._connect_done)

    def _connect_done(self) -> None:
        if self.destroyed or self._sock is None:
            return
        self._stop_writing()
        code = self._sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            self.destroy(system_error(code, "connect"))
            return
        self._connecting = False
        self._last_active = _now()
        self.handler.connected()
        if self._buffer and not self.destroyed:
            self._flush()
        elif self._ending and not self.write_ended:
            self._shutdown()

    # -- reading --------------------------------------------------------------------------------------

    def start_reading(self) -> None:
        """Deliver what arrives; does nothing when that is so already."""
        if self._reading or self.destroyed or self.eof or self._sock is None:
            return
        self._reading = True
        if self._read_watcher is None:
            self._read_watcher = _loop.io(self._sock.fileno(), READ)
            self._read_watcher.ref = self._ref
        _loop.watch(self._read_watcher, self._readable)

    def stop_reading(self) -> None:
        """Leave what arrives to the kernel until `start_reading`."""
        if self._reading:
            self._reading = False
            self._read_watcher.stop()

    def _readable(self, turn: int = 1, until: float = 0.0) -> None:
        if not self._reading or (turn > 1 and monotonic() > until):
            return
        try:
            data = self._recv(READ_SIZE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as error:
            self.destroy(system_error(error, "read"))
            return
        self._last_active = _now()
        if data:
            self.bytes_read += len(data)
            if len(data) == READ_SIZE and turn < READS_PER_TURN:  # there is more, most likely
                _loop.call_next(self._readable, turn + 1, until or monotonic() + SECONDS_PER_TURN)
            self._received(data)
        else:
            self.stop_reading()
            self.eof = True
            self.handler.eof_received()

    # -- writing --------------------------------------------------------------------------------------

    @property
    def writable(self) -> bool:
        """Whether `write` may be called."""
        return not (self._ending or self.destroyed)

    def write(self, data: bytes) -> bool:
        """Send `data`; True when the kernel took all of it, else `drained` will follow."""
        if self._ending or self.destroyed:
            return False
        self.bytes_written += len(data)
        if not self.buffered and not self._connecting:
            try:
                sent = self._send_or_cork(self._sock, data)
            except (BlockingIOError, InterruptedError):
                sent = 0
            except OSError as error:
                self._write_failed(error)
                return False
            self._last_active = _now()
            if sent == len(data):
                return True
            data = memoryview(data)[sent:]  # type: ignore[assignment]
        if not data:
            return False
        if self._buffer is None:
            self._buffer = deque()
        self._buffer.append(data)
        self.buffered += len(data)
        self._need_drain = True
        if not self._connecting:
            self._watch_write(self._flush)
        return False

    def _send_or_cork(self, sock: Any, data: bytes) -> int:
        """Give the kernel `data`; how much of it was taken."""
        if _io_ready or corked:
            there = sock not in corked or is_there(sock)
            if there and self.may_cork and len(data) <= SMALL:
                sent = self._send(data, MORE)
                cork(sock)
                return sent
            if there:
                uncork_others(sock)  # what is kept of this one goes out with the data: a head with its body
            else:
                uncork()
        return self._send(data)

    def flush(self) -> None:
        """Send what waited for the connection, as far as the kernel takes it, before anything else."""
        if self._buffer and not self._connecting:
            self._flush()

    def _flush(self) -> None:
        buffer = self._buffer
        if self.destroyed or buffer is None or self._sock is None:
            return
        uncork()
        try:
            while buffer:
                taken = self._sock.sendmsg([buffer[i] for i in range(min(len(buffer), BUFFERS_PER_SEND))])
                self._drop_sent(buffer, taken)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as error:
            self._write_failed(error)
            return
        self._last_active = _now()
        if buffer:
            self._watch_write(self._flush)
            return
        self._buffer = None
        self._stop_writing()
        if self._ending:
            self._shutdown()
        if self._need_drain:
            self._need_drain = False
            self.handler.drained()

    def _drop_sent(self, buffer: deque[Any], taken: int) -> None:
        self.buffered -= taken
        while taken:
            first = buffer[0]
            if len(first) > taken:
                buffer[0] = memoryview(first)[taken:]
                return
            taken -= len(first)
            buffer.popleft()

    def _write_failed(self, error: OSError) -> None:
        self.destroy(system_error(error, "write"))

    def _watch_write(self, callback: Callable[[], None]) -> None:
        if self._write_watcher is None and self._sock is not None:
            self._write_watcher = _loop.io(self._sock.fileno(), WRITE)
            self._write_watcher.ref = self._ref
            _loop.watch(self._write_watcher, callback)

    def _stop_writing(self) -> None:
        if self._write_watcher is not None:
            self._write_watcher.stop()
            self._write_watcher.close()
            self._write_watcher = None

    def end(self) -> None:
        """Send a FIN after what was written; the peer may go on sending."""
        if self._ending or self.destroyed:
            return
        self._ending = True
        if not self.buffered and not self._connecting:
            self._shutdown()

    def destroy_soon(self) -> None:
        """Close once everything that was written is sent."""
        self._close_after = True
        if self._ending:
            if self.write_ended:
                self.destroy()
        else:
            self.end()

    def _shutdown(self) -> None:
        self.write_ended = True
        takes_along = uncork_others(self._sock)
        if takes_along or not self._close_after:
            self._send_fin()
        if self._close_after:
            self._discard_input()
            self.destroy()

    def _send_fin(self) -> None:
        if self._sock is not None:
            try:
                self._sock.shutdown(socket.SHUT_WR)
            except OSError as error:
                if error.errno != errno.ENOTCONN:
                    self.destroy(system_error(error, "shutdown"))

    def _discard_input(self) -> None:
        """Closing with input unread sends a RST, which can cost the peer what was just sent."""
        try:
            if self._sock is not None and not self.eof:
                self._recv(READ_SIZE)
        except OSError:
            pass

    # -- ending ---------------------------------------------------------------------------------------

    def destroy(self, error: NodeError | None = None) -> None:
        """Close at once, dropping what was not sent. `errored` and `closed` follow."""
        if self.destroyed:
            return
        self._remember_addresses()
        sock = self.release()
        if sock is not None:
            sock.close()
        if error is not None:
            _loop.next_tick(self._tell_error, error)
        _loop.call_on_close(self._tell_closed, error is not None)

    def release(self) -> socket.socket | None:
        """Let go of the connection without closing it; nothing more is told of it but `released`."""
        uncork()
        within.released(self, self._local)
        self.destroyed = True
        self.stop_reading()
        if self._read_watcher is not None:
            self._read_watcher.close()
            self._read_watcher = None
        self._stop_writing()
        if self._idle_timer is not None:
            self._idle_timer.cancel()
            self._idle_timer = None
        sock, self._sock = self._sock, None
        if sock is not None:
            del self._recv, self._send
        self._buffer = None
        self.buffered = 0
        self._connecting = False
        self.handler.released()
        return sock

    def _tell_error(self, error: NodeError) -> None:
        self.handler.errored(error)

    def _tell_closed(self, had_error: bool) -> None:
        handler, self.handler = self.handler, NOBODY  # each would keep the other
        handler.closed(had_error)
        self.facade = None

    def reset(self) -> None:
        """Close at once with a RST instead of a FIN."""
        if self._sock is not None:
            self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.destroy()
