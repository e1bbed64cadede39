"""`CleartextStream`: the side of an encrypted connection that a program reads and writes."""

from __future__ import annotations

from nodecore import sockets, tls
from nodecore.loop import get_loop

from .. import net
from ..events import EventEmitter
from ..net.socket import Link

_loop = get_loop()
_CIPHER_VERSION = "TLSv1/SSLv3"  # what this generation said of every cipher


class CleartextStream(net.Socket):
    """A stream whose data is encrypted on its way.

    Events: `secureConnect` (of a client, once it has looked at the server), and those of a stream.
    """

    event_arity = {**net.Socket.event_arity, "secureConnect": 0}

    authorized = False
    """Whether the peer's certificate was signed by one of the CAs, and fits."""

    authorizationError = None
    """Why it is not."""

    npnProtocol = False
    """The protocol of `NPNProtocols` that both sides agreed on."""

    servername = None
    """The name that the client asked for."""

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
        `valid_to`, `fingerprint`, `ext_key_usage`. Empty when it sent none, None when the stream is closed.
        """
        if self.destroyed:
            return None
        certificate = self._transport.peer_certificate
        return {} if certificate is None else tls.describe(certificate)

    def getCipher(self):
        """The cipher in use: its `name`, and the `version` that first had it."""
        return None if self.destroyed else {"name": self._transport.cipher, "version": _CIPHER_VERSION}

    @property
    def socket(self):
        """The `net.Socket` below."""
        raw = self._transport.raw
        if getattr(raw, "facade", None) is None:
            self._transport.under = Below(net.Socket._wrap(raw))
        return raw.facade

    @property
    def pair(self):
        """The pair that this is a side of."""
        if self._pair is None:
            self._pair = SecurePair._of(self)
        return self._pair

    @property
    def encrypted(self):
        """The other side: where the encrypted data goes."""
        return self.pair.encrypted

    # -- what the connection tells --------------------------------------------------------------------

    def _connected(self):
        self.read(0)

    def _write(self, chunk, encoding, callback):
        if self.destroyed:
            callback()  # what came too late for the peer was never an error here
        else:
            super()._write(chunk, encoding, callback)

    def _ended_by_peer(self):
        # TLS of this generation had no half-open connections: the peer's goodbye ends both directions.
        self._transport.destroy_soon()

    def _closed(self, had_error):
        super()._closed(False)
        if isinstance(self._transport.handler, Link):
            self._end_of_data()

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
    encrypted = None

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


class Below(sockets.Handler):
    """Tells the `net.Socket` below a TLS connection what becomes of it."""

    __slots__ = ("socket",)

    def __init__(self, socket):
        self.socket = socket

    def connected(self):
        self.socket._connecting = False
        self.socket._ever_open = True
        self.socket.emit("connect")

    def errored(self, error):
        if self.socket.listener_count("error"):
            self.socket._tell_error(error)

    def timed_out(self):
        self.socket.emit("timeout")

    def closed(self, had_error):
        self.socket._closed(had_error)
