"""`net` of 0.10: TCP and Unix sockets as duplex streams, and their servers."""

from nodecore.network import ip_version
from nodecore.values import text_of

from .arguments import connect_arguments
from .server import Server
from .socket import Socket

__all__ = [
    "Server",
    "Socket",
    "Stream",
    "connect",
    "createConnection",
    "createServer",
    "isIP",
    "isIPv4",
    "isIPv6",
]


def createServer(options=None, connectionListener=None, **more):
    """A new server; `connectionListener(socket)` listens to `connection`.

    Options: `allowHalfOpen` (False): do not end our side when the peer ends its.
    """
    return Server(options, connectionListener, **more)


def connect(*args, **more):
    """A new socket that connects: `(port, host, listener)`, `(path, listener)` or `(options, listener)`.

    Options: `port`, `host`, `localAddress`, or `path`; `allowHalfOpen`.
    """
    options, listener = connect_arguments(args, more)
    return Socket(options).connect(options, listener)


createConnection = connect

Stream = Socket
"""The name that `Socket` once had."""


def isIP(input):
    """4 or 6 when `input` is an address of that version, else 0. None has a zone."""
    text = text_of(input)
    return 0 if "%" in text else ip_version(text)


def isIPv4(input):
    """Whether `input` is an IPv4 address."""
    return isIP(input) == 4


def isIPv6(input):
    """Whether `input` is an IPv6 address."""
    return isIP(input) == 6
