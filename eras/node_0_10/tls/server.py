"""`tls.Server`."""

from __future__ import annotations

import re

from nodecore import sockets, tls
from nodecore.errors import NodeError, NodeTypeError
from nodecore.loop import get_loop

from .. import net
from ..net.link import Link
from ..options import is_object, merged
from .cleartext import Below, CleartextStream
from .handshake import settle
from .options import core_credentials, credentials
from .sessions import KnownSessions, new_session, resuming

_loop = get_loop()
HANDSHAKE_TIMEOUT = 120 * 1000
_SHOWN = (
    *("pfx", "key", "passphrase", "cert", "ca", "secureProtocol", "crl", "ciphers", "secureOptions"),
    "sessionIdContext",
)


class Server(net.Server):
    """A server of encrypted streams.

    Events: `secureConnection`, `clientError` (what went wrong before there was a stream, and its pair),
    `newSession`, `resumeSession`, and those of `net.Server`.

    Options: `pfx`, or `key` and `cert`, with `passphrase`; `ca`, `crl`; `ciphers`, `honorCipherOrder`;
    `requestCert`, `rejectUnauthorized` (False: no stream for a client whose certificate `ca` did not sign);
    `handshakeTimeout` (120,000 ms); `NPNProtocols`; `SNICallback(servername)`; `sessionIdContext`;
    `secureProtocol`; `secureOptions`, of OpenSSL, such as `SSL_OP_NO_TICKET`.
    """

    event_arity = {
        **net.Server.event_arity,
        "secureConnection": 2,
        "clientError": 2,
        "newSession": 2,
        "resumeSession": 2,
    }

    requestCert = False
    rejectUnauthorized = False

    def __init__(self, options=None, listener=None, **more):
        if callable(options):
            options, listener = {}, options
        elif not is_object(options) and not more:
            raise NodeTypeError("Cannot read property 'requestCert' of undefined")
        super().__init__()
        self._contexts = []
        self._sessions = KnownSessions()
        self._core_credentials = None
        self._handshake_timeout = HANDSHAKE_TIMEOUT
        self.setOptions(merged(options, more))
        if listener is not None:
            self.on("secureConnection", listener)

    def setOptions(self, options):
        """Take over `options`: what the next connection will be served with."""
        if options.get("pfx") is None and (options.get("key") is None or options.get("cert") is None):
            raise NodeError("Missing PFX or certificate + private key.")
        timeout = options.get("handshakeTimeout")
        if timeout is not None and (isinstance(timeout, bool) or not isinstance(timeout, (int, float))):
            raise NodeTypeError("handshakeTimeout must be a number")
        self._handshake_timeout = timeout or HANDSHAKE_TIMEOUT
        self.requestCert = bool(options.get("requestCert"))
        self.rejectUnauthorized = bool(options.get("rejectUnauthorized"))
        if callable(options.get("SNICallback")):
            self.SNICallback = options["SNICallback"]
        for name in _SHOWN:
            if options.get(name):
                setattr(self, name, options[name])
        core = credentials(options)
        core.leave_sessions_to_clients()
        core.choose_by_name(self._choose)
        self._core_credentials = core
        if callable(options.get("SNICallback")):
            self._know_every_client()

    # -- one server, several names --------------------------------------------------------------------

    def addContext(self, servername, credentials):
        """Use `credentials` (options: `key`, `cert`, `ca`) for clients that ask for `servername`.

        A `*` in it stands for any text. Of several that fit the first counts.
        """
        if not servername:
            raise NodeError("Servername is required parameter for Server.addContext")
        pattern = re.escape(str(servername)).replace(r"\*", ".*")
        self._contexts.append((re.compile(pattern), core_credentials(credentials)))
        self._know_every_client()

    def _know_every_client(self):
        """Who is trusted depends on the name asked for: no session may be resumed under another name."""
        if self.requestCert:
            self._core_credentials.forget_sessions()

    def SNICallback(self, servername):
        """The credentials for a client that asks for `servername`; may be replaced."""
        return next((_Chosen(core) for name, core in self._contexts if name.fullmatch(servername)), None)

    def _choose(self, servername):
        try:
            return core_credentials(self.SNICallback(servername))
        except Exception as error:
            _loop.call_soon(_raise, error)
            return None

    # -- connections ----------------------------------------------------------------------------------

    def _accepted(self, transport):
        self._opened(transport)
        connection = tls.TLSSocket(
            transport,
            self._core_credentials,
            server=True,
            looks=self.requestCert,
            insists=self.rejectUnauthorized,
            on_secure=self._look_at_client,
            handshake_timeout=self._handshake_timeout,
        )
        connection.explains = False
        connection.handler = Handshake(self, connection)
        tls.HelloGate(connection, lambda hello, go_on: self._greeted(connection, hello, go_on))
        if self.listener_count("connection"):
            socket = net.Socket._wrap(transport)
            connection.under = Below(socket)
            self.emit("connection", socket)
        connection.start()

    def _greeted(self, connection, hello, go_on):
        """A client has said hello: let the handshake begin, once it is known whether it resumes a session."""
        credentials = self._core_credentials
        if hello is not None:
            connection.handler.takes_tickets = hello.takes_tickets and credentials.gives_tickets
        settle(connection, credentials, hello)
        if self.listener_count("resumeSession"):
            credentials.keep_sessions()
            if hello is not None and self._sessions.may_be_known(hello):
                self.emit("resumeSession", hello.session_id, resuming(credentials, connection, go_on))
                return
        go_on()

    def _look_at_client(self, connection):
        if self.listener_count("newSession") or self.listener_count("resumeSession"):
            made = new_session(connection, connection.handler.takes_tickets)
            if made is not None:
                self._sessions.add(made[0])
                self.emit("newSession", *made)
        if self.requestCert and self.rejectUnauthorized and connection.verify_error is not None:
            connection.refuse()
        else:
            self._secured(connection)

    def _secured(self, connection):
        """The handshake of `connection` is over, and its client is welcome."""
        stream = self._stream_of(connection)
        stream.server = self
        connection.handler = Link(stream)
        connection.start_reading()
        self.emit("secureConnection", stream, stream.encrypted)

    def _stream_of(self, connection):
        """The stream of `connection`, with what is known of the client."""
        stream = CleartextStream._wrap(connection)
        if self.requestCert:
            stream.authorizationError = connection.verify_error
            stream.authorized = stream.authorizationError is None
        return stream


class Handshake(sockets.Handler):
    """Handles a server's connection until it is secure."""

    __slots__ = ("connection", "server", "takes_tickets")

    def __init__(self, server, connection):
        self.takes_tickets = True
        self.server = server
        self.connection = connection

    def errored(self, error):
        self.server.emit("clientError", error, CleartextStream._wrap(self.connection).pair)

    def released(self):
        self.server._connection_closed()


class _Chosen:
    """Stands for credentials of the core where a program could return its own."""

    def __init__(self, core):
        self._core = core


def _raise(error):
    raise error
