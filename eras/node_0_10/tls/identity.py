"""Whether a certificate fits a host, and what ciphers there are."""

from __future__ import annotations

from nodecore import tls
from nodecore.errors import NodeError
from nodecore.tls.identity import names_in_text

MISMATCH = "Hostname/IP doesn't match certificate's altnames"


def checkServerIdentity(host, cert):
    """Whether `cert`, as `getPeerCertificate` shows one, was made out to `host`."""
    names = names_in_text(cert.get("subjectaltname") or "")
    common = (cert.get("subject") or {}).get("CN") or ()
    common = (common,) if isinstance(common, str) else tuple(common)
    return tls.fits(str(host), names._replace(common=common))


def identity_error(host, certificate):
    """The Error for a server that is not `host`, None when it is."""
    return None if tls.fits(host, tls.names_of(certificate)) else NodeError(MISMATCH)


def getCiphers():
    """The names of the ciphers that there are, in lower case."""
    return sorted({name.lower() for name in tls.cipher_names()})
