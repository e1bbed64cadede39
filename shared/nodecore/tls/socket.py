"""One TLS connection over a transport, used as if it were a plain `Socket`.

What holds here:

- The transport is a `nodecore.sockets.Socket` or anything with its interface, another `TLSSocket` among them;
  this is its handler. No I/O is done here.
- `connected` follows the handshake. Until then what is written waits, and nothing of it leaves before
  `on_secure` has looked at the peer.
- Whatever the peer does wrong ends this connection with `errored`, and no other.
- What waits to be encrypted and what waits to be read is bounded as a plain socket's is: a write that
  returned False asks the writer to wait, and a reader that stops leaves the rest to the kernel.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from OpenSSL import SSL

from ..errors import NodeError
from ..loop import Timer, get_loop
from ..sockets import Handler
from ..sockets.handler import NOBODY
from . import library
from .credentials import Credentials, library_error
from .layer import Layer

RECORD = 16384
"""The most that one record of TLS holds."""

PIECE = 4 * RECORD
"""How much of a long write is encrypted at a time."""

MAX_UNSENT = 1024 * 1024
"""Encrypted bytes that may wait for the kernel before more is encrypted."""

_loop = get_loop()


def hang_up() -> NodeError:
    """The error of a peer that leaves during the handshake."""
    return NodeError("socket hang up", code="ECONNRESET")


class TLSSocket(Layer):
    """One TLS connection. See `nodecore.sockets.Socket` for whatever is not said here."""

    __slots__ = (
        "_close_after",
        "_encrypt",
        "_ending",
        "_fault",
        "_forgiven",
        "_more",
        "_need_drain",
        "_queue",
        "_queued",
        "_raw_eof",
        "_reading",
        "_received",
        "_take",
        "_timer",
        "destroyed",
        "eof",
        "explains",
        "facade",
        "is_server",
        "on_secure",
        "secure",
        "under",
        "write_ended",
    )

    def __init__(
        self,
        raw: Any,
        credentials: Credentials,
        *,
        server: bool = False,
        looks: bool = False,
        insists: bool = False,
        on_secure: Callable[[TLSSocket], NodeError | None] | None = None,
        server_name: str | None = None,
        session: bytes | None = None,
        handshake_timeout: float = 0,
    ) -> None:
        """TLS over `raw`, which is connected or connects; `start` begins.

        With `looks` the peer is asked for its certificate, and what is wrong with it is noted; with `insists`
        it has to have one. `on_secure` is called when the handshake is over, before anything else is said or
        sent; an error that it returns ends the connection. A client asks for `server_name`, and offers to
        resume `session`. A handshake of more than `handshake_timeout` milliseconds is given up.
        """
        self._raw = raw
        self._tls = SSL.Connection(credentials.context, None)
        self._tls.set_app_data(self)
        self._encrypt = self._tls.send
        self._take = self._tls.bio_read
        self._queue: deque[Any] = deque()
        self._queued = 0
        self._need_drain = self._ending = self._close_after = self.write_ended = False
        self._reading = self._more = self._raw_eof = self.eof = False
        self._fault: NodeError | None = None
        self._forgiven = self.destroyed = False
        self.secure = False
        """Whether the handshake is over."""
        self.explains = True
        """Whether the peer is told why its handshake failed."""
        self.under: Handler | None = None
        """Who else hears what becomes of the transport."""
        self.facade: Any = None
        self.handler = Handler()
        self.is_server = server
        self.on_secure = on_secure
        self.verify_code = 0
        if looks:
            library.look_at_peer(self._tls, insists)
        if server:
            self._tls.set_accept_state()
        else:
            self._prepare_client(server_name, session)
        self._timer: Timer | None = None
        if handshake_timeout:
            self._timer = _loop.timer(self._handshake_too_slow, handshake_timeout)
        raw.handler = self

    def _prepare_client(self, server_name: str | None, session: bytes | None) -> None:
        self._tls.set_connect_state()
        if server_name:
            try:
                self._tls.set_tlsext_host_name(server_name.encode("idna"))
            except UnicodeError:
                pass  # no name of a host: then none is asked for, and none will fit
        if session:
            library.offer_session(self._tls, session)

    # -- the handshake --------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin the handshake, now or when the transport is connected."""
        if not self._raw.connecting and not self.destroyed:
            self._raw.start_reading()
            self._shake_hands()

    def _shake_hands(self) -> None:
        try:
            self._tls.do_handshake()
        except SSL.WantReadError:
            self._send_pending()
            return
        except SSL.Error as error:
            self._failed(error)
            return
        self._established()

    def _established(self) -> None:
        self.secure = True
        self._more = True  # perhaps something came right behind the handshake
        self._stop_timer()
        if self.facade is not None:
            _ = self.local_address, self.peer_address
        if not self._reading:
            self._raw.stop_reading()
        # Whatever a listener does in `on_secure`; a peer that is not welcome does not even hear of success.
        _loop.call_soon(self._begin)
        error = self.on_secure(self) if self.on_secure is not None else None
        if error is not None:
            self.destroy(error)

    def _begin(self) -> None:
        self._send_pending()
        if not self.destroyed:
            self.handler.connected()
            self._go_on_writing()
            self.process()

    def _handshake_too_slow(self) -> None:
        self.destroy(NodeError("TLS handshake timeout"))

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    # -- the transport's news -------------------------------------------------------------------------

    def connected(self) -> None:
        if self.under is not None:
            self.under.connected()
        self.start()

    def data_received(self, data: bytes) -> None:
        if self.eof:
            return
        self._tls.bio_write(data)
        if not self.secure:
            self._shake_hands()
        elif (
            self._more
            or not self._reading
            or len(data) != 5 + (data[3] << 8 | data[4] if len(data) > 5 else 0)
        ):
            self._more = True
            self.process()
        else:
            # Exactly one record, as small messages come: there is no need to ask whether there are more.
            plain = self._decrypt()
            if plain is not None:
                self._received(plain)

    def eof_received(self) -> None:
        self._raw_eof = True
        if self.under is not None:
            self.under.eof_received()
        if not self.secure:
            self.destroy(hang_up())
        elif not self._more:
            self._tell_eof()

    def drained(self) -> None:
        self._go_on_writing()

    def errored(self, error: NodeError) -> None:
        if self._forgives(error):
            self._forgiven = True
            return
        if not self.secure and error.code == "ECONNRESET":
            error = hang_up()
        if self.under is not None and error is not self._fault:
            self.under.errored(error)
        self.handler.errored(error)

    def _forgives(self, error: NodeError) -> bool:
        """Whether `error` is only a way to end.

        A goodbye may come too late for the peer. And a client of TLS 1.3 that closes without having read
        the tickets it never asked for resets the connection, whatever it meant to do.
        """
        if self.write_ended and error.syscall in ("write", "shutdown"):
            return True
        if not (self.secure and self.is_server) or error.code != "ECONNRESET" or error.syscall != "read":
            return False
        return self.protocol_version == "TLSv1.3"

    def timed_out(self) -> None:
        if self.under is not None:
            self.under.timed_out()
        self.handler.timed_out()

    def released(self) -> None:
        self.destroyed = True
        self._stop_timer()
        self._queue.clear()
        self._queued = 0
        self._reading = self._more = False
        if self.under is not None:
            self.under.released()
        self.handler.released()

    def closed(self, had_error: bool) -> None:
        self._tls.set_app_data(None)
        had_error = had_error and not self._forgiven
        self.handler.closed(had_error)
        if self.under is not None:
            if self.eof:
                self.under.eof_received()
            self.under.closed(had_error and self._fault is None)
        # Each would keep the other.
        self.handler = NOBODY
        self.facade = self.on_secure = None

    # -- reading --------------------------------------------------------------------------------------

    def start_reading(self) -> None:
        """Deliver what arrives."""
        if self._reading or self.destroyed or self.eof:
            return
        self._reading = True
        if self.secure:
            self._raw.start_reading()
            if self._more:
                _loop.call_soon(self.process)

    def stop_reading(self) -> None:
        """Leave what arrives where it is until `start_reading`."""
        self._reading = False
        if self.secure:
            self._raw.stop_reading()

    def process(self) -> None:
        """Hand out what has arrived, until the reader stops or nothing is left."""
        in_progress = _loop.in_progress
        in_progress.append(self)
        try:
            while self._more and self._reading:
                plain = self._decrypt()
                if plain is not None:
                    self._received(plain)
        finally:
            if in_progress and in_progress[-1] is self:
                in_progress.pop()
            if self._more and self._reading:  # a listener raised; what stands behind it is not lost
                _loop.call_soon(self.process)

    def _decrypt(self) -> bytes | None:
        """The content of the next record, None when there is none for the reader."""
        try:
            return self._tls.recv(RECORD)
        except SSL.WantReadError:
            self._more = False
            self._send_pending()
            if self._raw_eof:
                self._tell_eof()
        except SSL.ZeroReturnError:
            self._more = False
            _loop.call_next(self._tell_eof)  # whoever got the last bytes may close first
        except SSL.Error as error:
            self._more = False
            self._failed(error)
        return None

    def _tell_eof(self) -> None:
        if not self.eof and not self.destroyed:
            self.eof = True
            self._reading = False
            self.handler.eof_received()

    # -- writing --------------------------------------------------------------------------------------

    def write(self, data: bytes) -> bool:
        """Send `data`; True when the kernel took all of it, else `drained` will follow."""
        if self._ending or self.destroyed:
            return False
        if self.secure and not self._queue and 0 < len(data) <= RECORD:
            try:
                self._encrypt(data)
                if self._raw.write(self._take(PIECE)):
                    return True
                self._need_drain = True
                return False
            except SSL.Error:
                pass  # the library is busy with the peer, or done with it: the long way tells which
        if data:
            self._queue.append(data)
            self._queued += len(data)
        self._need_drain = True
        if self.secure:
            self._empty_queue()
            if not self.buffered:
                self._need_drain = False
                return not self.destroyed
        return False

    def _empty_queue(self) -> None:
        queue = self._queue
        while queue and self._raw.buffered < MAX_UNSENT and not self.destroyed:
            sent = self._send_piece(memoryview(queue[0]))
            self._queued -= sent
            if sent == len(queue[0]):
                queue.popleft()
            elif sent:
                queue[0] = memoryview(queue[0])[sent:]
            else:
                return

    def _send_piece(self, data: memoryview) -> int:
        """Encrypt and send a first part of `data`; how much that was."""
        sent = 0
        try:
            while sent < min(len(data), PIECE):
                sent += self._encrypt(data[sent : sent + RECORD])
        except SSL.WantReadError:
            pass
        except SSL.Error as error:
            self._failed(error)
            return 0
        self._send_pending()
        return 0 if self.destroyed else sent

    def _send_pending(self) -> None:
        """Give the transport whatever the library has to send."""
        while not self.destroyed:
            try:
                data = self._take(2 * PIECE)
            except SSL.WantReadError:
                return
            self._raw.write(data)

    def _go_on_writing(self) -> None:
        """What was written can go on its way: encrypt more of it, and say or do what follows the last."""
        if not self.secure or self.destroyed:
            return
        self._empty_queue()
        if self._queue or self.destroyed:
            return
        if self._ending and not self.write_ended:
            self._say_goodbye()
        if self._need_drain and not self.buffered and not self.destroyed:
            self._need_drain = False
            self.handler.drained()

    @property
    def buffered(self) -> int:
        """Bytes that were written but not yet taken by the kernel."""
        return self._queued + self._raw.buffered

    @property
    def writable(self) -> bool:
        """Whether `write` may be called."""
        return not (self._ending or self.destroyed)

    def end(self) -> None:
        """Say goodbye after what was written; the peer may go on sending."""
        if self._ending or self.destroyed:
            return
        self._ending = True
        self._go_on_writing()

    def destroy_soon(self) -> None:
        """Close once everything that was written is sent."""
        self._close_after = True
        if self.write_ended:
            self._raw.destroy_soon()
        elif not self.secure and not self._queue:
            self.destroy()
        else:
            self.end()

    def _say_goodbye(self) -> None:
        self.write_ended = True
        self._notify_close()
        if self._close_after:
            self._raw.destroy_soon()
        else:
            self._raw.end()

    def _notify_close(self) -> None:
        try:
            self._tls.shutdown()
        except SSL.Error:
            pass  # the peer is gone without a goodbye
        self._send_pending()

    # -- ending ---------------------------------------------------------------------------------------

    def _failed(self, error: SSL.Error) -> None:
        """OpenSSL gave up: tell the owner why, and perhaps the peer."""
        if self.explains or self.secure:
            self._send_pending()
        self.destroy(library_error(error))

    def destroy(self, error: NodeError | None = None) -> None:
        """Close at once, dropping what was not sent. `errored` and `closed` follow."""
        if self.destroyed:
            return
        if self.secure and error is None and not self.write_ended:
            self.write_ended = True
            self._notify_close()
        elif error is not None:
            _ = self.local_address, self.peer_address  # for whoever is going to be told
            self._fault = error
        self._raw.destroy(error)

    def refuse(self) -> None:
        """Close at once and without a word: not even the end of the handshake is sent."""
        self.write_ended = True
        self.destroy()

    def reset(self) -> None:
        """Close at once with a RST instead of a FIN."""
        self._raw.reset()
