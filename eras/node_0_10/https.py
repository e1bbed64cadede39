"""`https` of 0.10: `http` over `tls`. It needs the extra `tls` (`pip install 'node-eras[tls]'`)."""

from nodecore.errors import NodeTypeError

from . import http, tls
from .http.options import check_protocol, request_options
from .http.server import Connection
from .options import is_object, merged
from .tls.options import CLIENT_OPTIONS

__all__ = ["Agent", "Server", "createServer", "get", "globalAgent", "request"]

_CONNECT_OPTIONS = (*CLIENT_OPTIONS, "host", "port", "localAddress", "servername", "secureProtocol", "socket")


class SecureConnection(Connection):
    """One connection of an HTTPS server."""

    __slots__ = ()

    def new_socket(self):
        return self.server._stream_of(self.transport)

    def read_failed(self, error):
        # Encrypted streams were destroyed without a word of what for.
        self.transport.destroy()


class Server(tls.Server):
    """An HTTPS server: the options and events of `tls.Server`, and the events of `http.Server`."""

    event_arity = {**http.Server.event_arity, **tls.Server.event_arity}

    maxHeadersCount = 1000

    def __init__(self, options=None, requestListener=None, **more):
        if options is None and not more:
            raise NodeTypeError("Cannot read property 'NPNProtocols' of undefined")
        if is_object(options) or more:
            options = {"NPNProtocols": ["http/1.1", "http/1.0"], **merged(options, more)}
        super().__init__(options)
        if requestListener is not None:
            self.on("request", requestListener)
        self.add_listener("clientError", _give_up)

    def _secured(self, transport):
        connection = SecureConnection(transport, self)
        transport.handler = connection
        if self.listener_count("secureConnection"):
            stream = connection.facade_socket()
            self.emit("secureConnection", stream, stream.encrypted)
        transport.start_reading()


def _give_up(error, stream_or_pair):
    """The first listener of `clientError`; there is a pair where the handshake failed."""
    stream_or_pair.destroy()


def _connect(options):
    given = {name: options.get(name) for name in _CONNECT_OPTIONS}
    if given["port"] is None:
        # A `socketPath` was taken for a host, and nobody ever listens on the port that is none.
        given.update(host="127.0.0.1", port=0)
    return tls.connect(given)


class Agent(http.Agent):
    """A pool of encrypted connections for each host. Its options are those of `tls.connect`, too."""

    defaultPort = 443

    def __init__(self, options=None, **more):
        super().__init__(options, **more)
        self.createConnection = _connect

    def _socket_options(self, options, request):
        name = request.getHeader("host") if request is not None else None
        return {**options, "servername": str(name or options["host"]).partition(":")[0]}


globalAgent = Agent()


def createServer(options=None, requestListener=None, **more):
    """A new server; `requestListener(request, response)` listens to `request`. See `tls.createServer`."""
    return Server(options, requestListener, **more)


def request(options=None, callback=None, **more):
    """A new request; see `http.request`. `port` is 443 by default.

    Of the options of `tls.connect` it takes `pfx`, `key`, `passphrase`, `cert`, `ca`, `ciphers` and
    `rejectUnauthorized`, and then has an agent of its own; an agent that is given ignores them.
    """
    options = {"defaultPort": 443, "createConnection": _connect, **request_options(options, more)}
    check_protocol(options, "https:")
    if options.get("agent") is None and any(options.get(name) is not None for name in CLIENT_OPTIONS):
        options["agent"] = Agent({name: options.get(name) for name in CLIENT_OPTIONS})
    return http.ClientRequest(options, callback, globalAgent)


request.js_exact = True


def get(options=None, callback=None, **more):
    """A GET request, sent at once."""
    message = request(options, callback, **more)
    message.end()
    return message
