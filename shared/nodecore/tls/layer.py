"""What of a TLS connection is the transport's own, and what the handshake told about both ends."""

from __future__ import annotations

from typing import Any

from OpenSSL import SSL

from ..sockets import Address, Handler
from ..sockets.handler import Handled
from . import library

_VERIFY_NAMES = {
    getattr(SSL.X509VerificationCodes, name): name.removeprefix("ERR_")
    for name in dir(SSL.X509VerificationCodes)
    if name.startswith("ERR_")
}


class Layer(Handled, Handler):
    """The part of a TLS connection that only passes things on."""

    __slots__ = ("_raw", "_tls", "verify_code")

    _raw: Any
    _tls: Any
    verify_code: int

    # -- what both ends know of each other ------------------------------------------------------------

    @property
    def verify_error(self) -> str | None:
        """What is wrong with the peer's certificate (`CERT_HAS_EXPIRED`); None when nothing is."""
        if self.peer_certificate is None:
            return "UNABLE_TO_GET_ISSUER_CERT"
        code = library.verdict(self._tls)
        return _VERIFY_NAMES.get(code, "UNKNOWN") if code else None

    @property
    def peer_certificate(self) -> Any:
        """The peer's certificate, as `cryptography` has it; None when it sent none."""
        return self._tls.get_peer_certificate(as_cryptography=True)

    @property
    def cipher(self) -> str | None:
        """The name of the cipher suite in use."""
        return self._tls.get_cipher_name()

    @property
    def protocol_version(self) -> str:
        """The version of TLS in use, such as `TLSv1.3`."""
        return self._tls.get_protocol_version_name()

    @property
    def server_name(self) -> str | None:
        """The name that the client asked for."""
        name = self._tls.get_servername()
        return name.decode("ascii", "replace") if name else None

    @property
    def protocol(self) -> str | None:
        """The protocol both sides agreed on during the handshake."""
        return self._tls.get_alpn_proto_negotiated().decode("latin-1") or None

    @property
    def session(self) -> bytes | None:
        """What a later connection can offer to resume, in DER."""
        return library.session_bytes(self._tls)

    @property
    def session_resumed(self) -> bool:
        """Whether the handshake continued an earlier session."""
        return library.session_resumed(self._tls)

    def stay_below_tls_1_3(self) -> None:
        """Have the handshake, which has not begun yet, settle on TLS 1.2."""
        library.stay_below_tls_1_3(self._tls)

    # -- the transport's own --------------------------------------------------------------------------

    @property
    def raw(self) -> Any:
        """The transport."""
        return self._raw

    @property
    def connecting(self) -> bool:
        """Whether the transport is still being connected."""
        return self._raw.connecting

    @property
    def bytes_read(self) -> int:
        """Bytes the transport has received."""
        return self._raw.bytes_read

    @property
    def bytes_written(self) -> int:
        """Bytes the transport was given."""
        return self._raw.bytes_written

    @property
    def local_address(self) -> Address | str | None:
        return self._raw.local_address

    @property
    def peer_address(self) -> Address | str | None:
        return self._raw.peer_address

    def set_timeout(self, milliseconds: float) -> None:
        self._raw.set_timeout(milliseconds)

    def set_no_delay(self, enable: bool = True) -> None:
        self._raw.set_no_delay(enable)

    def set_keep_alive(self, enable: bool = False, initial_delay: float = 0) -> None:
        self._raw.set_keep_alive(enable, initial_delay)

    def ref(self) -> None:
        self._raw.ref()

    def unref(self) -> None:
        self._raw.unref()

    def fileno(self) -> int:
        return self._raw.fileno()
