"""`tls.connect`."""

from __future__ import annotations

from nodecore import sockets, tls
from nodecore.errors import NodeError

from .. import net
from ..net.arguments import port_number
from ..net.link import Link
from .cleartext import Below, CleartextStream
from .identity import identity_error
from .options import client_credentials, rejects_unauthorized, session_bytes
from .pair import transport_of_stream


def connect(*args, **more):
    """A new stream that connects: `(port, host, options, listener)` or `(options, listener)`.

    The listener listens to `secureConnect`. Options: `host` ("localhost"), `port`, or `socket`, a stream
    that is connected already; `servername`; `rejectUnauthorized` (True: a server that cannot prove who it
    is gives an `error`); `pfx`, `key`, `passphrase`, `cert`, `ca`, `ciphers`, `secureProtocol`,
    `NPNProtocols`; `localAddress`; `session`, what `getSession` gave, to be resumed.
    """
    options, listener = _arguments(args, more)
    given = options.get("socket")
    raw = _transport(given) if given is not None else sockets.Socket()
    host = str(options.get("servername") or options.get("host") or "localhost")
    connection = tls.TLSSocket(
        raw,
        client_credentials(options),
        looks=True,
        on_secure=lambda connection: _look_at_server(connection, host, rejects_unauthorized(options)),
        server_name=host,
        session=session_bytes(options.get("session")),
    )
    connection.explains = False
    stream = CleartextStream(connection)
    connection.handler = Link(stream)
    if listener is not None:
        stream.on("secureConnect", listener)
    connection.start_reading()
    if given is None:
        _connect(raw, options)
    else:
        _take_over(given, connection)
    return stream


def _arguments(args, more):
    args = [arg for arg in args if arg is not None]
    listener = args.pop() if args and callable(args[-1]) else None
    options = {}
    for name, arg in zip(("port", "host", "options"), args, strict=False):
        options.update(arg if isinstance(arg, dict) else {name: arg})
    return {**options, **more}, listener


def _connect(raw, options):
    if options.get("path") is not None and options.get("port") is None:
        raw.connect_unix(options["path"])
    else:
        host = options.get("host") or "localhost"
        raw.connect(port_number(options.get("port")), host, local_address=options.get("localAddress"))


def _transport(stream):
    if isinstance(stream, net.Socket) and stream._transport is not None:
        return stream._transport
    return transport_of_stream(stream)


def _take_over(stream, connection):
    """Begin TLS on a connection that `stream` was the user of."""
    if isinstance(stream, net.Socket):
        connection.under = Below(stream)
    connection.start()
    if isinstance(stream, net.Socket) and stream._readable_state is not None:
        waiting = stream.read()
        if waiting is not None:
            connection.data_received(waiting if isinstance(waiting, bytes) else waiting.encode("latin-1"))


def _look_at_server(connection, host, rejects):
    """Emit `secureConnect` if the server is who it should be, or if nobody minds; else `error`."""
    stream = connection.facade
    stream._learn()
    problem = connection.verify_error
    error = NodeError(problem) if problem else identity_error(host, connection.peer_certificate)
    stream.authorized = error is None
    if error is not None:
        stream.authorizationError = error.message
        if rejects:
            return _refused(stream, connection, error)
    stream.emit("secureConnect")
    return None


def _refused(stream, connection, error):
    try:
        if isinstance(connection.handler, Link):
            stream._tell_error(error)  # while it is open: a listener may ask for the certificate
    finally:
        connection.destroy(error)
