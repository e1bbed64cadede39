"""Keys, certificates and rules of one side of TLS connections, gathered in a security context.

What holds here:

- PEM and PKCS#12 come as text or bytes; a list of them where several make sense.
- A context is not changed any more once a connection uses it: what differs between connections is theirs.
- RC4, export suites, SSL and renegotiation by the peer are gone with today's OpenSSL, whatever is asked for.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key, pkcs12
from OpenSSL import SSL, crypto

from ..errors import NodeError
from . import library

Text = str | bytes
OneOrMany = Text | list[Text] | tuple[Text, ...]

DEFAULT_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:AES128-GCM-SHA256:HIGH:!MD5:!aNULL:!EDH:@SECLEVEL=1"
"""The strongest first; level 1 still takes the keys of 1,024 bits that were usual once."""

_NO_START_LINE = "error:0906D06C:PEM routines:PEM_read_bio:no start line"
_NO_PASSPHRASE = "error:0906406D:PEM routines:PEM_def_callback:problems getting password"
_BAD_DECRYPT = "error:06065064:digital envelope routines:EVP_DecryptFinal_ex:bad decrypt"

_PEM_CERTIFICATE = re.compile(
    rb"-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----.+?-----END (?:X509 |TRUSTED )?CERTIFICATE-----", re.S
)
_PEM_CRL = re.compile(rb"-----BEGIN X509 CRL-----.+?-----END X509 CRL-----", re.S)
_PEM_ANY = re.compile(rb"-----BEGIN [A-Z0-9 ]+-----")


_OPTIONS = (
    SSL.OP_NO_TICKET
    | SSL.OP_NO_TLSv1
    | SSL.OP_NO_TLSv1_1
    | SSL.OP_NO_TLSv1_2
    | SSL.OP_CIPHER_SERVER_PREFERENCE
)


class Credentials:
    """A security context; `context` is the one of pyOpenSSL."""

    def __init__(
        self,
        *,
        key: Text | None = None,
        cert: Text | None = None,
        ca: OneOrMany | None = None,
        crl: OneOrMany | None = None,
        pfx: bytes | None = None,
        passphrase: Text | None = None,
        ciphers: str | None = None,
        honor_cipher_order: bool = False,
        session_id_context: Text | None = None,
        protocols: list[str] | None = None,
        options: int = 0,
    ) -> None:
        """Raises NodeError for a key, certificate or PKCS#12 that cannot be used.

        Without `ca` (or one in `pfx`) the system's roots are trusted. `ciphers` that today's library has
        none of leave the default. `protocols` are offered, or chosen from, during the handshake (ALPN).
        Of OpenSSL's `options` those count that leave something out: tickets, or a version.
        """
        self.context = context = SSL.Context(SSL.TLS_METHOD)
        context.set_options(SSL.OP_NO_COMPRESSION | SSL.OP_NO_RENEGOTIATION)
        context.set_options(options & _OPTIONS)
        self.gives_tickets = not options & SSL.OP_NO_TICKET
        self.speaks_tls_1_2 = not options & SSL.OP_NO_TLSv1_2
        if honor_cipher_order:
            context.set_options(SSL.OP_CIPHER_SERVER_PREFERENCE)
        context.set_mode(SSL.MODE_RELEASE_BUFFERS)
        self._set_ciphers(ciphers)
        self.has_certificate = False
        authorities = _certificates(ca)
        if pfx is not None:
            authorities += self._use_pfx(pfx, passphrase)
        if key is not None or cert is not None:
            self._use_pem(key, cert, passphrase)
        self._trust(authorities, crl)
        # Without an id no session could be resumed by a client that shows a certificate.
        context.set_session_id(_session_id(session_id_context))
        if protocols:
            self._set_protocols([protocol.encode() for protocol in protocols])

    # -- what a server remembers of its clients -------------------------------------------------------

    def forget_sessions(self) -> None:
        """Resume no session; to be called before the first connection."""
        self.gives_tickets = False
        library.give_no_tickets(self.context)
        library.cache_sessions(self.context, SSL.SESS_CACHE_OFF)

    def leave_sessions_to_clients(self) -> None:
        """Resume the sessions that clients keep in tickets, and no others."""
        library.cache_sessions(self.context, SSL.SESS_CACHE_SERVER | SSL.SESS_CACHE_NO_INTERNAL)

    def keep_sessions(self) -> None:
        """Keep sessions without tickets for `finding_sessions`."""
        library.cache_sessions(self.context, SSL.SESS_CACHE_SERVER | SSL.SESS_CACHE_NO_INTERNAL_LOOKUP)

    @contextmanager
    def finding_sessions(self) -> Iterator[None]:
        """A session that was kept is resumed by a hello that is handled inside this."""
        before = library.cache_sessions(self.context, SSL.SESS_CACHE_SERVER)
        try:
            yield
        finally:
            library.cache_sessions(self.context, before)

    # -- ciphers --------------------------------------------------------------------------------------

    def _set_ciphers(self, ciphers: str | None) -> None:
        self.context.set_cipher_list(DEFAULT_CIPHERS.encode())
        if ciphers:
            asked = ciphers if "@SECLEVEL" in ciphers else f"{ciphers}:@SECLEVEL=1"
            if any(not name.startswith("TLS_") for name in cipher_names(asked)):
                self.context.set_cipher_list(asked.encode())

    # -- what this side shows -------------------------------------------------------------------------

    def _use_pem(self, key: Text | None, cert: Text | None, passphrase: Text | None) -> None:
        if cert is not None:
            self._use_chain(_certificates(cert) or _no_start_line())
        if key is not None:
            self._use_key(_private_key(key, passphrase))

    def _use_chain(self, chain: list[x509.Certificate]) -> None:
        try:
            self.context.use_certificate(chain[0])
            for certificate in chain[1:]:
                self.context.add_extra_chain_cert(certificate)
        except SSL.Error as error:
            raise library_error(error) from None
        self.has_certificate = True

    def _use_key(self, key: Any) -> None:
        try:
            self.context.use_privatekey(key)
        except (SSL.Error, crypto.Error) as error:
            raise library_error(error) from None

    def _use_pfx(self, pfx: bytes, passphrase: Text | None) -> list[x509.Certificate]:
        """Take key and certificate from PKCS#12; returns the other certificates in it."""
        try:
            found = pkcs12.load_pkcs12(_bytes(pfx), None if passphrase is None else _bytes(passphrase))
        except ValueError as error:
            wrong_password = "password" in str(error).lower()
            raise NodeError("mac verify failure" if wrong_password else _no_pfx(_bytes(pfx))) from None
        others = [entry.certificate for entry in found.additional_certs]
        if found.cert is not None:
            self._use_chain([found.cert.certificate, *others])
        if found.key is not None:
            self._use_key(found.key)
        return others

    # -- whom this side trusts ------------------------------------------------------------------------

    def _trust(self, authorities: list[x509.Certificate], crl: OneOrMany | None) -> None:
        store = self.context.get_cert_store()
        if store is None:
            raise NodeError("OpenSSL has no certificate store")
        if not authorities:
            self.context.set_default_verify_paths()
        for certificate in authorities:
            store.add_cert(crypto.X509.from_cryptography(certificate))
            self.context.add_client_ca(certificate)
        lists = _revocation_lists(crl)
        for revoked in lists:
            store.add_crl(revoked)
        if lists:
            store.set_flags(crypto.X509StoreFlags.CRL_CHECK | crypto.X509StoreFlags.CRL_CHECK_ALL)

    # -- what is agreed on during the handshake -------------------------------------------------------

    def _set_protocols(self, protocols: list[bytes]) -> None:
        def select(_connection: Any, offered: list[bytes]) -> Any:
            chosen = next((protocol for protocol in protocols if protocol in offered), None)
            return chosen if chosen is not None else SSL.NO_OVERLAPPING_PROTOCOLS

        self.context.set_alpn_protos(protocols)
        self.context.set_alpn_select_callback(select)

    def choose_by_name(self, choose: Callable[[str], Credentials | None]) -> None:
        """A server shows what `choose(name)` returns to a client that asks for `name` (SNI)."""

        def asked(connection: SSL.Connection) -> None:
            name = connection.get_servername()
            chosen = choose(name.decode("ascii", "replace")) if name else None
            if chosen is not None:
                connection.set_context(chosen.context)

        self.context.set_tlsext_servername_callback(asked)


def cipher_names(ciphers: str = "ALL:@SECLEVEL=0") -> list[str]:
    """The names of the cipher suites that the library has, all or those of a list; none for nonsense."""
    context = SSL.Context(SSL.TLS_METHOD)
    try:
        context.set_cipher_list(ciphers.encode())
    except SSL.Error:
        return []
    return SSL.Connection(context, None).get_cipher_list()


def library_error(error: BaseException) -> NodeError:
    """The Error for what OpenSSL reports: `error:LIBRARY:FUNCTION:REASON`."""
    reports = error.args[0] if error.args and isinstance(error.args[0], list) else []
    if not reports:
        return NodeError(str(error) or type(error).__name__)
    library, function, reason = reports[0]
    return NodeError(f"error:{library}:{function}:{reason}")


def _bytes(text: Text) -> bytes:
    return text.encode("latin-1", "replace") if isinstance(text, str) else bytes(text)


def _no_pfx(data: bytes) -> str:
    """What OpenSSL says of the first bytes of what is no PKCS#12."""
    if not data:
        return "Unable to load BIO"
    if len(data) < 2 or (data[1] & 0x80 and len(data) < 2 + (data[1] & 0x7F)) or data[1] == 0x80:
        return "header too long"
    if not data[1] & 0x80 and len(data) < 2 + data[1]:
        return "not enough data"
    return "field missing" if data[0] == 0x30 else "wrong tag"


def _each(given: OneOrMany | None) -> list[bytes]:
    if given is None:
        return []
    return [_bytes(text) for text in (given if isinstance(given, (list, tuple)) else [given])]


def _no_start_line() -> Any:
    raise NodeError(_NO_START_LINE)


def _certificates(given: OneOrMany | None) -> list[x509.Certificate]:
    """All certificates in some PEM texts; text without any holds none."""
    found = []
    for text in _each(given):
        for pem in _PEM_CERTIFICATE.findall(text):
            try:
                found.append(x509.load_pem_x509_certificate(pem.replace(b" TRUSTED ", b" ")))
            except ValueError as error:
                raise NodeError(f"error:PEM routines:PEM_read_bio:{error}") from None
    return found


def _revocation_lists(given: OneOrMany | None) -> list[x509.CertificateRevocationList]:
    found = []
    for text in _each(given):
        for pem in _PEM_CRL.findall(text):
            try:
                found.append(x509.load_pem_x509_crl(pem))
            except ValueError as error:
                raise NodeError(f"error:PEM routines:PEM_read_bio:{error}") from None
    return found


def _private_key(pem: Text, passphrase: Text | None) -> Any:
    data = _bytes(pem)
    if not _PEM_ANY.search(data):
        _no_start_line()
    encrypted = b"ENCRYPTED" in data
    if encrypted and passphrase is None:
        raise NodeError(_NO_PASSPHRASE)
    try:
        return load_pem_private_key(
            data, _bytes(passphrase) if encrypted and passphrase is not None else None
        )
    except (ValueError, TypeError) as error:
        if encrypted:
            raise NodeError(
                "error:06065064:digital envelope routines:EVP_DecryptFinal_ex:bad decrypt"
            ) from None
        raise NodeError(f"error:PEM routines:PEM_read_bio:{error}") from None


def _session_id(context: Text | None) -> bytes:
    text = _bytes(context) if context is not None else b"node-eras"
    return text if len(text) <= 32 else hashlib.sha256(text).digest()
