"""`createSecurePair`: TLS between two streams, for connections that are no sockets."""

from __future__ import annotations

from functools import partial

from nodecore import tls
from nodecore.loop import get_loop

from ..net.link import Link
from ..stream import Duplex
from .cleartext import CleartextStream, SecurePair
from .handshake import settle
from .options import client_credentials, core_credentials

_loop = get_loop()


def createSecurePair(credentials=None, isServer=False, requestCert=False, rejectUnauthorized=False):
    """Two streams: what is written to `cleartext` comes out of `encrypted`, and the other way round.

    `credentials` is what `createCredentials` returns, or options for it. `secure` is emitted when the
    handshake is over; then `cleartext.authorized` tells what became of the peer's certificate.
    """
    core = client_credentials({}) if credentials is None else core_credentials(credentials)
    looks = bool(requestCert) or not isServer
    pair = SecurePair()
    transport = StreamTransport()
    connection = tls.TLSSocket(
        transport,
        core,
        server=bool(isServer),
        looks=looks,
        insists=bool(isServer and rejectUnauthorized),
        on_secure=lambda connection: _secured(pair, connection, looks, rejectUnauthorized),
    )
    pair.credentials = credentials
    pair.encrypted = transport.stream
    pair.encrypted.pair = pair
    pair.cleartext = CleartextStream(connection)
    pair.cleartext._pair = pair
    connection.handler = PairLink(pair.cleartext)
    if isServer:
        tls.HelloGate(connection, partial(_greeted, connection, core))
    connection.start_reading()
    _loop.next_tick(connection.start)
    return pair


def _greeted(connection, core, hello, go_on):
    settle(connection, core, hello)
    go_on()


def _secured(pair, connection, looks, rejects):
    stream = pair.cleartext
    stream._learn()
    if looks:
        stream.authorizationError = connection.verify_error
        stream.authorized = stream.authorizationError is None
    if rejects and not stream.authorized:
        connection.refuse()
    else:
        pair.emit("secure")


class PairLink(Link):
    """Passes what happens to the connection on to the cleartext stream; errors are the pair's."""

    __slots__ = ()

    def errored(self, error):
        self.socket.pair.emit("error", error)


class StreamTransport:
    """What a TLS connection runs over when its bytes go to and come from a stream."""

    connecting = False
    bytes_read = 0
    bytes_written = 0
    facade = None
    handler = None
    local_address = None
    peer_address = None

    def __init__(self):
        self.stream = EncryptedStream(self)
        self.destroyed = False
        self._reading = False
        self._ended = False
        self._waits = False
        self._held = None

    @property
    def buffered(self):
        """Bytes that nobody has read from the stream."""
        return self.stream._readable_state.length if self._waits else 0

    def start_reading(self):
        self._reading = True
        held, self._held = self._held, None
        if held is not None:
            _loop.next_tick(held)

    def stop_reading(self):
        self._reading = False

    def receive(self, data, done):
        """The stream was written to; `done` is called when it may be again."""
        # Not at once: a pipe to the peer's own pair would lead back into the middle of a write.
        _loop.next_tick(self._deliver, data, done)

    def _deliver(self, data, done):
        if not self.destroyed:
            self.bytes_read += len(data)
            self.handler.data_received(data)
        if self._reading or self.destroyed:
            done()
        else:
            self._held = done

    def eof(self):
        """The stream was ended."""
        if not self.destroyed:
            self.handler.eof_received()

    def write(self, data):
        if self._ended:
            return False
        self.bytes_written += len(data)
        if self.stream.push(data):
            return True
        self._waits = True
        return False

    def wanted(self):
        """Somebody reads the stream."""
        if self._waits and not self.destroyed:
            self._waits = False
            _loop.next_tick(self.handler.drained)

    def end(self):
        if not self._ended:
            self._ended = True
            self.stream.push(None)

    def destroy(self, error=None):
        if self.destroyed:
            return
        self.destroyed = True
        self.start_reading()
        self.handler.released()
        if error is not None:
            _loop.next_tick(self.handler.errored, error)
        _loop.call_on_close(self._tell_closed, error is not None)

    def _tell_closed(self, had_error):
        self.stream.emit("close", False)
        self.handler.closed(had_error)
        self.end()

    reset = destroy_soon = destroy

    def ignore(self, *_args):
        """A stream has no such thing as timeouts, delays, or a descriptor."""

    set_timeout = set_no_delay = set_keep_alive = ref = unref = ignore

    def fileno(self):
        return -1


class EncryptedStream(Duplex):
    """The side of a pair that carries what is encrypted."""

    def __init__(self, transport):
        super().__init__()
        self._carries = transport
        self.on("finish", transport.eof)

    def _read(self, n):
        self._carries.wanted()

    def _write(self, chunk, encoding, callback):
        self._carries.receive(chunk, callback)

    def destroy(self, exception=None):
        """Close both sides at once; nothing is made of `exception`."""
        self._carries.destroy()

    def destroySoon(self):
        """Close both sides once all that was written here is taken."""
        if self.writable:
            self.end()
        if self._writable_state is None or self._writable_state.finished:
            self.destroy()
        else:
            self.once("finish", self.destroy)


def transport_of_stream(stream):
    """A transport for TLS over any duplex stream."""
    transport = StreamTransport()
    transport.facade = stream
    stream.pipe(transport.stream)
    transport.stream.pipe(stream)
    return transport
