"""`tls` of 0.10: encrypted streams, their servers, and secure pairs.

It needs the extra `tls` (`pip install 'node-eras[tls]'`) once it is used; importing it does not.

The API is that of 2013 and the wire is today's: SSL 3, RC4, export ciphers and renegotiation that a client
asks for are gone; TLS 1.0 and 1.1 are there for whoever adds `@SECLEVEL=0` to `ciphers`. A server settles on
TLS 1.2 with all who speak it, for the handshake of the time, and on TLS 1.3 with the others. NPN has left
OpenSSL: `NPNProtocols` are agreed on by its successor, ALPN. Sessions are resumed by tickets; without those
(`secureOptions: SSL_OP_NO_TICKET`) by the program's answer to `resumeSession`, see `sessions`.
"""

from .client import connect
from .identity import checkServerIdentity, getCiphers
from .pair import createSecurePair
from .server import Server

__all__ = [
    "CLIENT_RENEG_LIMIT",
    "CLIENT_RENEG_WINDOW",
    "SLAB_BUFFER_SIZE",
    "Server",
    "checkServerIdentity",
    "connect",
    "createSecurePair",
    "createServer",
    "getCiphers",
]

CLIENT_RENEG_LIMIT = 3
"""Renegotiations that a client was allowed in `CLIENT_RENEG_WINDOW`; today's OpenSSL allows none."""

CLIENT_RENEG_WINDOW = 600
"""Seconds."""

SLAB_BUFFER_SIZE = 10 * 1024 * 1024
"""The size of the buffer that encrypted data used to go through; nothing depends on it."""


def createServer(options=None, secureConnectionListener=None, **more):
    """A new server; the listener listens to `secureConnection`. See `Server` for the options."""
    return Server(options, secureConnectionListener, **more)
