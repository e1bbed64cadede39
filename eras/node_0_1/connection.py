"""`tcp.Connection`: one end of a TCP connection.

What holds here:

- The states are those of `readyState`: an `eof` makes it `writeOnly`, `close()` makes it `readOnly`, both
  close it. Only then is the descriptor given back and `close` emitted.
- `drain` follows every `send`, since `send` does not tell whether there is something to wait for.
- With TLS a connection `connect`s when the handshake is over.
- A `_Wire` stands between the core's socket and the emitter, so that a connection can be used again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nodecore.errors import NodeError, NodeTypeError
from nodecore.loop import get_loop
from nodecore.sockets import Address, Handler, Socket

from .encodings import decode_binary, decoder, to_bytes
from .events import EventEmitter
from .secure import SecurePeer, make_security

if TYPE_CHECKING:
    from .security import Security

DEFAULT_TIMEOUT = 60000


class Connection(SecurePeer, EventEmitter):
    """A connection that a server accepted, or that `connect` opens."""

    event_arity = {"connect": 0, "receive": 1, "eof": 0, "timeout": 0, "drain": 0, "close": 1}

    _socket: Any = None
    _host: str | None = None
    _security: Security | None = None
    _server_side = False
    _opening = False
    _paused = False
    _drain_due = False
    _idle_limit: float = DEFAULT_TIMEOUT
    _decode = staticmethod(decode_binary)

    def connect(self, port: int, host: str = "127.0.0.1") -> None:
        """Open a connection; `connect` is emitted when it stands, `close` with True when it failed."""
        if self.readyState != "closed":
            raise NodeError("Socket is not in CLOSED state.")
        number = port_number(port)
        self._server_side = False
        self._host = host or "127.0.0.1"
        socket = self._adopt(Socket())
        socket.connect(number, self._host)
        if self._security is not None:
            self._secure(self._security)

    @property
    def remoteAddress(self) -> str | None:
        """The peer's IP address; only server-side connections have it."""
        address = self._socket.peer_address if self._server_side and self._socket else None
        return address.address if isinstance(address, Address) else None

    @property
    def readyState(self) -> str:
        """`closed`, `opening`, `open`, `readOnly` or `writeOnly`."""
        socket = self._socket
        if socket is None or socket.destroyed:
            return "closed"
        if socket.connecting or (self._opening and not self._server_side):
            return "opening"
        if socket.writable:
            return "writeOnly" if socket.eof else "open"
        return "closed" if socket.eof else "readOnly"

    def setEncoding(self, encoding: str) -> None:
        """Set the encoding of received data: `ascii`, `utf8` or `binary`, the default."""
        self._decode = decoder(encoding)

    def send(self, data: Any, encoding: str = "ascii") -> None:
        """Send a string, bytes or an array of integers."""
        if self.readyState not in ("open", "writeOnly"):
            raise NodeError("Socket is not open for writing")
        if self._socket.write(to_bytes(data, encoding)) and not self._drain_due:
            self._drain_due = True
            get_loop().call_soon(self._drain)

    def close(self) -> None:
        """Send a FIN after what was sent; the peer may go on sending."""
        if self._socket is not None:
            self._socket.end()
            self._finish()

    def forceClose(self) -> None:
        """Close at once; nothing more is received or sent."""
        if self._socket is not None:
            self._socket.destroy()

    def readPause(self) -> None:
        """Stop receiving."""
        self._paused = True
        if self._socket is not None:
            self._socket.stop_reading()

    def readResume(self) -> None:
        """Go on receiving."""
        self._paused = False
        if self._socket is not None and not self._socket.connecting:
            self._socket.start_reading()

    def setTimeout(self, timeout: float) -> None:
        """Close after so many milliseconds without traffic, 60000 unless set; 0 for never."""
        self._idle_limit = timeout
        if self._socket is not None:
            self._socket.set_timeout(timeout)

    def setNoDelay(self, noDelay: bool = True) -> None:
        """Send each piece at once, instead of collecting small ones (Nagle's algorithm)."""
        if self._socket is not None:
            self._socket.set_no_delay(noDelay)

    def setSecure(
        self,
        format_type: str,
        ca_certs: str | None = None,
        crl_list: str | None = None,
        private_key: str | None = None,
        certificate: str | None = None,
    ) -> None:
        """Use TLS, with these credentials as PEM strings; has to be called before the connection stands."""
        if not self._opening and self.readyState != "closed":
            raise NodeError("setSecure() must be called before the connection is open")
        security = make_security(format_type, ca_certs, crl_list, private_key, certificate)
        if self._server_side and not security.shows_certificate:
            raise NodeError("A server needs a private_key and a certificate")
        self._security = security
        if self.readyState != "closed":
            self._secure(security)

    # -- what the socket tells ------------------------------------------------------------------------

    def _adopt(self, socket: Socket) -> Socket:
        """Make `socket` this connection's."""
        self._socket = socket
        self._opening = True
        socket.facade = self
        socket.handler = _Wire(self, socket)
        socket.set_timeout(self._idle_limit)
        return socket

    def _secure(self, security: Security) -> None:
        """Put TLS between this connection and its socket; the handshake begins as soon as it can."""
        raw = self._socket
        if self._secure_socket() is not None:
            raise NodeError("The connection is secure already")
        if raw.destroyed:
            return
        socket = self._socket = security.over(raw, None if self._server_side else self._host)
        socket.facade = self
        socket.handler = _Wire(self, socket)
        socket.start()

    def _secure_socket(self) -> Any:
        return self._socket if hasattr(self._socket, "verify") else None

    def _mark_accepted(self) -> None:
        """This is a server's side: the peer's address is asked for while there is a peer."""
        self._server_side = True
        _ = self._socket.peer_address

    def _opened(self) -> None:
        """The connection stands: tell so, then begin to receive."""
        socket = self._socket
        self._opening = False
        socket.set_no_delay(False)
        self.emit("connect")
        if not self._paused:
            socket.start_reading()

    def _drain(self) -> None:
        self._drain_due = False
        if self.readyState != "closed":
            self.emit("drain")

    def _finish(self) -> None:
        """Close for good once both directions have ended."""
        socket = self._socket
        if socket is not None and socket.eof and socket.write_ended:
            socket.destroy()


class _Wire(Handler):
    """Tells a connection's listeners what happens on its socket."""

    __slots__ = ("connection", "socket")

    def __init__(self, connection: Connection, socket: Socket) -> None:
        self.connection = connection
        self.socket = socket

    def connected(self) -> None:
        self.connection._opened()

    def data_received(self, data: bytes) -> None:
        connection = self.connection
        text = connection._decode(data)
        if text:
            connection.emit("receive", text)

    def eof_received(self) -> None:
        connection = self.connection
        rest = connection._decode(b"", True)
        if rest:
            connection.emit("receive", rest)
        connection.emit("eof")
        connection._finish()

    def drained(self) -> None:
        self.connection.emit("drain")
        self.connection._finish()

    def timed_out(self) -> None:
        self.connection.emit("timeout")
        self.socket.destroy()

    def closed(self, had_error: bool) -> None:
        connection = self.connection
        connection.emit("close", had_error)
        if connection._socket is self.socket:
            connection._socket = None


def port_number(port: Any) -> int:
    """`port` as a number; raises TypeError when it is none that a port can have."""
    if isinstance(port, str) and port.isascii() and port.isdigit():
        port = int(port)
    if type(port) in (int, float) and 0 <= port <= 65535 and port == int(port):
        return int(port)
    raise NodeTypeError("First argument must be a port number")
