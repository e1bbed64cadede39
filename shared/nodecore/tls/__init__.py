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
    from .socket import TLSSocket

__all__ = ["Credentials", "Names", "TLSSocket", "cipher_names", "describe", "fits", "names_of"]

_HOMES = {
    "Credentials": "credentials",
    "cipher_names": "credentials",
    "TLSSocket": "socket",
    "describe": "certificate",
    "names_of": "certificate",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    need("OpenSSL", "tls", "TLS")
    value = globals()[name] = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    return value
