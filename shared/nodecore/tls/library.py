"""What pyOpenSSL holds of OpenSSL and does not show: how a certificate was judged, and sessions as bytes.

Its own verify callback forgets what was wrong as soon as one goes on all the same. Kept where OpenSSL keeps
it, in the session, a verdict is still there when that session is resumed.
"""

from __future__ import annotations

from typing import Any

from OpenSSL import SSL

_lib, _ffi = SSL._lib, SSL._ffi
_codes = SSL.X509VerificationCodes

_NO_ISSUER = (_codes.ERR_UNABLE_TO_GET_ISSUER_CERT, _codes.ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY)
_TOO_EARLY_OR_LATE = (_codes.ERR_CERT_NOT_YET_VALID, _codes.ERR_CERT_HAS_EXPIRED)
_UNVERIFIED = _codes.ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE


@_ffi.callback("int (*)(int, X509_STORE_CTX *)")
def _note_what_is_wrong(good: int, store: Any) -> int:
    """Go on with the handshake, whatever is wrong: the owner decides."""
    if not good:
        ssl = _lib.X509_STORE_CTX_get_ex_data(store, _lib.SSL_get_ex_data_X509_STORE_CTX_idx())
        socket = SSL.Connection._reverse_mapping[ssl].get_app_data()
        socket.verify_code = _said_once(_lib.X509_STORE_CTX_get_error(store), socket.verify_code)
        _lib.X509_STORE_CTX_set_error(store, socket.verify_code)
    return 1


def _said_once(code: int, before: int) -> int:
    """What OpenSSL 1.0 would have been left with: it called chains without an end untrusted, and did not look
    at the dates of what it could not verify.
    """
    if code in _NO_ISSUER:
        return int(_codes.ERR_CERT_UNTRUSTED)
    return before if before == _UNVERIFIED and code in _TOO_EARLY_OR_LATE else code


def look_at_peer(connection: SSL.Connection, insists: bool) -> None:
    """Ask the peer for its certificate, and judge it; the owner is the connection's app data.

    A server that insists has no handshake with a client that shows none.
    """
    mode = SSL.VERIFY_PEER | (SSL.VERIFY_FAIL_IF_NO_PEER_CERT if insists else 0)
    _lib.SSL_set_verify(connection._ssl, mode, _note_what_is_wrong)


def verdict(connection: SSL.Connection) -> int:
    """The code of what is, or was in a resumed session, wrong with the peer's certificate; 0 for nothing."""
    return int(_lib.SSL_get_verify_result(connection._ssl))


def session_resumed(connection: SSL.Connection) -> bool:
    """Whether the handshake continued an earlier session."""
    return bool(_lib.SSL_session_reused(connection._ssl))


def session_bytes(connection: SSL.Connection) -> bytes | None:
    """The session of a connection in DER, None when it has none."""
    session = _lib.SSL_get1_session(connection._ssl)
    if session == _ffi.NULL:
        return None
    try:
        size = _lib.i2d_SSL_SESSION(session, _ffi.NULL)
        made = _ffi.new("unsigned char[]", size)
        _lib.i2d_SSL_SESSION(session, _ffi.new("unsigned char **", made))
        return bytes(_ffi.buffer(made, size))
    finally:
        _lib.SSL_SESSION_free(session)


def offer_session(connection: SSL.Connection, session: bytes) -> bool:
    """Have a client offer to resume `session`; False for bytes that are none."""
    data = _ffi.new("unsigned char[]", session)
    found = _lib.d2i_SSL_SESSION(_ffi.NULL, _ffi.new("const unsigned char **", data), len(session))
    if found == _ffi.NULL:
        _lib.ERR_clear_error()
        return False
    try:
        return bool(_lib.SSL_set_session(connection._ssl, found) == 1)
    finally:
        _lib.SSL_SESSION_free(found)


def stay_below_tls_1_3(connection: SSL.Connection) -> None:
    """Settle on TLS 1.2 or less; to be called before the handshake."""
    _lib.SSL_set_options(connection._ssl, SSL.OP_NO_TLSv1_3)


def cache_sessions(context: SSL.Context, mode: int) -> int:
    """How a server keeps sessions from now on, though connections use the context; the mode until now."""
    return int(_lib.SSL_CTX_set_session_cache_mode(context._context, mode))


def give_no_tickets(context: SSL.Context) -> None:
    """Leave later connections without tickets."""
    _lib.SSL_CTX_set_options(context._context, SSL.OP_NO_TICKET)


def session_id(session: bytes) -> bytes:
    """The id under which a server knows a session in DER: its fourth field."""
    at = 2 + (session[1] & 0x7F if session[1] & 0x80 else 0)
    for _ in range(3):
        at += 2 + session[at + 1]
    return session[at + 2 : at + 2 + session[at + 1]]
