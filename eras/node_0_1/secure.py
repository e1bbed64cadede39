"""`setSecure`, which every server and client of this generation has.

OpenSSL is imported when it is called, so that a program without TLS neither needs nor loads it.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from nodecore.errors import NodeError
from nodecore.extras import need

if TYPE_CHECKING:
    from .security import Security

FORMAT = "X509_PEM"


class SecureServer:
    """What servers of both kinds can be told."""

    _security: Security | None = None

    def setSecure(
        self,
        format_type: str,
        ca_certs: str | None = None,
        crl_list: str | None = None,
        private_key: str | None = None,
        certificate: str | None = None,
    ) -> None:
        """Enable TLS for all incoming connections; needs a key and its certificate, as PEM strings."""
        security = make_security(format_type, ca_certs, crl_list, private_key, certificate)
        if not security.shows_certificate:
            raise NodeError("A server needs a private_key and a certificate")
        self._security = security


class SecurePeer:
    """What can be asked about the other end of a connection."""

    def verifyPeer(self) -> int:
        """1 for a peer to trust, 0 for one without a certificate, else what is wrong: -100 to -106."""
        socket = self._secure_socket()
        return 0 if socket is None else socket.verify()

    def getPeerCertificate(self, format: str = "DNstring") -> str | None:
        """The name in the peer's certificate, as RFC 2253 writes it; None without one."""
        if format != "DNstring":
            raise NodeError(f'{format!r} is no format of a certificate: it has to be "DNstring"')
        socket = self._secure_socket()
        return None if socket is None else socket.distinguished_name()

    def _secure_socket(self) -> Any:
        """The connection, if it is one of TLS."""
        raise NotImplementedError


def make_security(format_type: Any, ca: Any, crl: Any, key: Any, certificate: Any) -> Security:
    """The arguments of `setSecure`, checked: PEM that is given has to hold what it is given for."""
    need("OpenSSL", "tls", "TLS")
    if format_type != FORMAT:
        raise NodeError(f'{format_type!r} is no format of credentials: it has to be "{FORMAT}"')
    if ca and not _holds(ca, "(?:X509 |TRUSTED )?CERTIFICATE"):
        raise NodeError("ca_certs holds no certificate")
    if crl and not _holds(crl, "X509 CRL"):
        raise NodeError("crl_list holds no list of revoked certificates")
    if bool(key) != bool(certificate):
        raise NodeError("private_key and certificate belong together: one of them is missing")
    return import_module(".security", __package__).Security(ca, crl, key, certificate)


def _holds(pem: str | bytes, label: str) -> bool:
    text = pem.decode("latin-1") if isinstance(pem, bytes) else pem
    return re.search(f"-----BEGIN {label}-----.+?-----END {label}-----", text, re.S) is not None
