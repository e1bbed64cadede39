"""`CleartextStream`: the side of an encrypted connection that a program reads and writes."""

from __future__ import annotations

from nodecore import sockets, tls
from nodecore.errors import NodeError
from nodecore.loop import get_loop

from .. import net
from ..events import EventEmitter
from ..net.link import Link
from ..stream import Duplex

_loop = get_loop()
_CIPHER_VERSION = "TLSv1/SSLv3"  # what this generation said of every cipher


class CleartextStream(net.Socket):
    """A stream whose data is encrypted on its way.

    Events: `secureConnect` (of a client, once it has looked at the server), and those of a stream.
    """

    event_arity = {**net.Socket.event_arity, "secureConnect": 0}
    js_null = ("getPeerCertificate", "getCipher", "getSession", "isSessionReused")
    js_parent = Duplex  # what it has of a socket's code it has under its own name

    authorized = False
    """Whether the peer's certificate was signed by one of the CAs, and fits."""

    authorizationError = None
    """Why it is not."""

    npnProtocol = False
    """The protocol of `NPNProtocols` that both sides agreed on."""

    servername = None
    """The name that the client asked for."""

    _can_be_sent = False
    _ends_last = True
    _left = False
    """Whether it could not connect: then nothing but `destroy` closes it."""
    _over = False
    _is_streamed = False
    """Whether what arrived until it was over came as the data of a stream: HTTP reads it by itself."""
    _pair = None

    def __init__(self, transport, allow_half_open=True):
        self.allowHalfOpen = allow_half_open
        self._transport = transport
        self._ever_open = True
        transport.facade = self

    @classmethod
    def _wrap(cls, transport, allow_half_open=True):
        """The stream of a TLS connection of the core; whoever calls this decides who handles it."""
        stream = cls(transport, allow_half_open)
        if transport.secure:
            stream._learn()
        return stream

    def _learn(self):
        """Take over what the handshake has brought."""
        transport = self._transport
        if transport.is_server:
            self.servername = transport.server_name
        self.npnProtocol = transport.protocol or ("http/1.1" if transport.is_server else False)

    # -- who is at the other end ----------------------------------------------------------------------

    def getPeerCertificate(self):
        """The peer's certificate: `subject`, `issuer`, `subjectaltname`, `modulus`, `exponent`, `valid_from`,
        `valid_to`, `fingerprint`, `ext_key_usage`. Empty when it sent none, None once the peer has closed.
        """
        if self._closed_by_peer:
            return None
        certificate = self._transport.peer_certificate
        return {} if certificate is None else tls.describe(certificate, ascii_names=True)

    def getCipher(self):
        """The cipher in use: its `name`, and the `version` that first had it."""
        name = None if self._closed_by_peer else self._transport.cipher
        return None if name is None else {"name": name, "version": _CIPHER_VERSION}

    def getSession(self):
        """The session as text, for the option `session` of `tls.connect`. None once the peer has closed."""
        session = None if self._closed_by_peer else self._transport.session
        return None if session is None else session.decode("latin-1")

    def isSessionReused(self):
        """Whether the handshake continued an earlier session; None once the peer has closed."""
        return None if self._closed_by_peer else self._transport.session_resumed

    @property
    def _closed_by_peer(self):
        # Who closed first itself could go on asking.
        return self.destroyed and self._transport.eof

    @property
    def socket(self):
        """The `net.Socket` below."""
        under = self._transport.under
        if under is None:
            raw = self._transport.raw
            if raw.facade is not None:  # a stream that is no socket
                return raw.facade
            under = self._transport.under = Below(net.Socket._wrap(raw))
        return under.socket

    @property
    def bytesWritten(self):
        """Bytes sent, as they are on the wire."""
        return self._transport.bytes_written

    @property
    def pair(self):
        """The pair that this is a side of."""
        if self._pair is None:
            self._pair = SecurePair._of(self)
        return self._pair

    @property
    def encrypted(self):
        """The other side: where the encrypted data goes."""
        return self.socket if self._pair is None else self._pair.encrypted

    @property
    def _is_connected(self):
        # What failed in the handshake can still be asked who it was.
        return not (self._transport.connecting or self._over)

    # -- what the connection tells --------------------------------------------------------------------

    def _connected(self):
        self.read(0)

    def write(self, chunk, encoding=None, callback=None):
        """Send `chunk`; returns whether there is room for more."""
        return Duplex.write(self, chunk, encoding, callback)

    def _write(self, chunk, encoding, callback):
        if self.destroyed:
            callback()  # what came too late for the peer was never an error here
        else:
            super()._write(chunk, encoding, callback)

    def destroy(self, exception=None):
        """Close at once; `close` follows, and nothing is made of `exception`."""
        if self._left and self._over:
            _loop.next_tick(self._announce_end)
        self._left = False
        super().destroy()

    def _finish_half(self):
        state = self._writable_state
        if self._transport.secure or state is None or not state.finished or self.destroyed:
            super()._finish_half()
        else:  # ended before there was anything to encrypt: then there is no handshake either
            _loop.next_tick(self._transport.destroy, tls.hang_up())

    def _ended_by_peer(self):
        # TLS of this generation had no half-open connections: the peer's goodbye ends both directions.
        self._transport.destroy_soon()

    def _tell_error(self, error):
        self._left = getattr(error, "syscall", None) in ("connect", "getaddrinfo")
        super()._tell_error(error)

    def _closed(self, had_error):
        self._over = True
        self._is_streamed = isinstance(self._transport.handler, Link)
        if not self._left:
            self._announce_end()

    def _announce_end(self):
        super()._closed(False)
        if self._is_streamed:
            self._end_of_data()
        else:
            self.emit("end")

    def _end_of_data(self):
        state = self._readable_state or self._make_readable_state()
        if not state.ended:
            self.push(None)
            if state.length == 0:
                self.read()


class SecurePair(EventEmitter):
    """Both sides of an encrypted connection: `encrypted` talks to the peer, `cleartext` to the program.

    Events: `secure`, `error`.
    """

    event_arity = {"secure": 0, "error": 1}

    cleartext = None
    credentials = None
    encrypted = None

    @property
    def ssl(self):
        """What the handshake has brought, for whoever has only the pair."""
        return Handshaken(self.cleartext)

    @classmethod
    def _of(cls, cleartext):
        """The pair of a connection that goes over a socket."""
        pair = cls.__new__(cls)
        pair.cleartext = cleartext
        pair.encrypted = cleartext.socket
        return pair

    def destroy(self):
        """End both sides."""
        self.cleartext.destroy()


class Handshaken:
    """What is known of a connection of TLS."""

    js_null = ("verifyError", "getPeerCertificate", "getCurrentCipher", "getSession", "isSessionReused")

    def __init__(self, cleartext):
        self._cleartext = cleartext

    def verifyError(self):
        """The Error that says what is wrong with the peer's certificate; None when nothing is."""
        problem = self._cleartext._transport.verify_error
        return None if problem is None else NodeError(problem)

    def isInitFinished(self):
        """Whether the handshake is over."""
        return self._cleartext._transport.secure

    def getPeerCertificate(self):
        return self._cleartext.getPeerCertificate()

    def getCurrentCipher(self):
        return self._cleartext.getCipher()

    def getSession(self):
        return self._cleartext.getSession()

    def isSessionReused(self):
        return self._cleartext.isSessionReused()


class Below(sockets.Handler):
    """Tells the `net.Socket` below a TLS connection what becomes of it."""

    __slots__ = ("ended", "socket")

    def __init__(self, socket):
        self.socket = socket
        self.ended = False

    def connected(self):
        self.socket._connecting = False
        self.socket._ever_open = True
        self.socket.emit("connect")

    def eof_received(self):
        if not self.ended:
            self.ended = True
            self.socket.emit("end")

    def errored(self, error):
        if self.socket.listener_count("error"):
            self.socket._tell_error(error)

    def timed_out(self):
        self.socket.emit("timeout")

    def closed(self, had_error):
        self.socket._closed(had_error)
