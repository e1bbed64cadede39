"""TLS over any transport: credentials, the connection, what a certificate says and whom it fits.

OpenSSL comes through pyOpenSSL, the extra `tls`; it is imported by the first name that needs it, so that
importing this package costs nothing and works without it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..extras import need
from .identity import Names, fits

if TYPE_CHECKING:
    from .certificate import describe, names_of
    from .credentials import Credentials, cipher_names
    from .hello import ClientHello, HelloGate
    from .library import session_id
    from .socket import TLSSocket, hang_up

__all__ = [
    "ClientHello",
    "Credentials",
    "HelloGate",
    "Names",
    "TLSSocket",
    "cipher_names",
    "describe",
    "fits",
    "hang_up",
    "names_of",
    "session_id",
]

_HOMES = {
    "Credentials": "credentials",
    "cipher_names": "credentials",
    "ClientHello": "hello",
    "HelloGate": "hello",
    "TLSSocket": "socket",
    "describe": "certificate",
    "hang_up": "socket",
    "names_of": "certificate",
    "session_id": "library",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    need("OpenSSL", "tls", "TLS")
    value = globals()[name] = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    return value
