"""TLS as this generation had it, over OpenSSL.

What holds here:

- The handshake never fails because of the peer's certificate. What is wrong with it is noted, and the program
  decides; so a server always asks for a certificate, and a client goes on with whoever answers.
- Trusted are the authorities that the program gave, and no others: the system's own are not asked.
- No session is resumed, for a resumed one would skip the look at the certificate.
"""

from __future__ import annotations

from typing import Any

from cryptography.x509.oid import NameOID
from nodecore import tls
from nodecore.errors import NodeError
from nodecore.network import ip_version
from OpenSSL import SSL

VALIDATED = 1
NO_CERTIFICATE = 0
SIGNER_NOT_FOUND = -100
SIGNER_NOT_CA = -101
INVALID = -102
NOT_YET_ACTIVE = -103
EXPIRED = -104
REVOKED = -105
WRONG_HOST = -106

_codes = SSL.X509VerificationCodes

_MEANINGS = {
    _codes.ERR_UNABLE_TO_GET_ISSUER_CERT: SIGNER_NOT_FOUND,
    _codes.ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY: SIGNER_NOT_FOUND,
    _codes.ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE: SIGNER_NOT_FOUND,
    _codes.ERR_DEPTH_ZERO_SELF_SIGNED_CERT: SIGNER_NOT_FOUND,
    _codes.ERR_SELF_SIGNED_CERT_IN_CHAIN: SIGNER_NOT_FOUND,
    _codes.ERR_CERT_UNTRUSTED: SIGNER_NOT_FOUND,
    _codes.ERR_INVALID_CA: SIGNER_NOT_CA,
    _codes.ERR_PATH_LENGTH_EXCEEDED: SIGNER_NOT_CA,
    _codes.ERR_CERT_NOT_YET_VALID: NOT_YET_ACTIVE,
    _codes.ERR_CERT_HAS_EXPIRED: EXPIRED,
    _codes.ERR_CERT_REVOKED: REVOKED,
}

_FIELDS = {NameOID.EMAIL_ADDRESS: "emailAddress", NameOID.SERIAL_NUMBER: "serialNumber"}


class Security:
    """The keys and rules of one side."""

    def __init__(self, ca: Any, crl: Any, key: Any, certificate: Any) -> None:
        self.shows_certificate = bool(certificate)
        self.trusts_somebody = bool(ca)
        self.credentials = tls.Credentials(
            ca=ca or None, crl=crl or None, key=key or None, cert=certificate or None
        )
        context = self.credentials.context
        if certificate:
            _check_pair(context)
        context.set_options(SSL.OP_NO_TICKET)
        context.set_session_cache_mode(SSL.SESS_CACHE_OFF)
        context.set_verify(SSL.VERIFY_PEER, _note)

    def over(self, raw: Any, host: str | None) -> SecureSocket:
        """A connection over `raw`: to `host`, or from a client when that is None."""
        return SecureSocket(raw, self, host)


class SecureSocket(tls.TLSSocket):
    """A connection of TLS that can be asked about its peer."""

    __slots__ = ("_host", "_trusts_somebody")

    def __init__(self, raw: Any, security: Security, host: str | None) -> None:
        name = host if host is not None and not ip_version(host) else None
        super().__init__(raw, security.credentials, server=host is None, server_name=name)
        self._host = host
        self._trusts_somebody = security.trusts_somebody

    def verify(self) -> int:
        """What is known of the peer, as a number."""
        certificate = self.peer_certificate if self.secure else None
        if certificate is None:
            return NO_CERTIFICATE
        if not self._trusts_somebody:
            return SIGNER_NOT_FOUND
        if self.verify_code:
            return self.verify_code
        if self._host is not None and not tls.fits(self._host, tls.names_of(certificate)):
            return WRONG_HOST
        return VALIDATED

    def distinguished_name(self) -> str | None:
        """The subject of the peer's certificate."""
        certificate = self.peer_certificate if self.secure else None
        return None if certificate is None else certificate.subject.rfc4514_string(_FIELDS)


def _check_pair(context: SSL.Context) -> None:
    try:
        context.check_privatekey()
    except SSL.Error:
        raise NodeError("The private_key does not belong to the certificate") from None


def _note(connection: Any, _certificate: Any, code: int, _depth: int, _ok: int) -> bool:
    """Keep the first in the order of the numbers of all that is wrong: who signed comes before when."""
    # Lists of revoked certificates need not be of all signers; about the others they say nothing.
    if code and code != _codes.ERR_UNABLE_TO_GET_CRL:
        meaning = _MEANINGS.get(code, INVALID)
        socket = connection.get_app_data()
        socket.verify_code = max(socket.verify_code, meaning) if socket.verify_code else meaning
    return True
