"""The keys and certificates of the programs about TLS, as files in one folder."""

from __future__ import annotations

from pathlib import Path

from certificates import authority, identity, self_signed, trusted
from cryptography import x509
from cryptography.x509.oid import NameOID

PASSPHRASE = b"secret"


def _rich():
    """An identity with everything that `getPeerCertificate` may show, two units, letters of any language."""
    more = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "DE"),
        x509.NameAttribute(NameOID.STATE_OR_PROVINCE_NAME, "Baden"),
        x509.NameAttribute(NameOID.LOCALITY_NAME, "Zürich"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Acme, Inc. + Söhne"),
        x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "One"),
        x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "Two"),
        x509.NameAttribute(NameOID.EMAIL_ADDRESS, "us@example.com"),
    ]
    names = (
        "localhost",
        "*.example.com",
        "127.0.0.1",
        "::1",
        x509.UniformResourceIdentifier("http://uri.example.org/"),
        x509.RFC822Name("us@example.com"),
    )
    return identity("rich", authority(), names=names, more=more)


def _identities():
    other = authority("Other CA")
    middle = identity("Middle CA", authority(), ca=True)
    return {
        "server": trusted(),
        "self": self_signed(),
        "stranger": identity("localhost", other),
        "expired": identity("localhost", authority(), days=(-3, -1)),
        "notyet": identity("localhost", authority(), days=(1, 3)),
        "cn": identity("localhost", authority(), names=()),
        "elsewhere": identity("elsewhere.example.org", authority(), names=("*.example.com",)),
        "below": identity("localhost", middle),
        "rich": _rich(),
        "client": identity("client", authority(), names=()),
        "revoked": identity("revoked", authority(), names=()),
        "ca": authority(),
        "otherca": other,
        "middle": middle,
    }


def write(folder: Path) -> None:
    """Each identity as NAME.pem and NAME.key, and what else there is of some of them."""
    found = _identities()
    for name, shown in found.items():
        (folder / f"{name}.pem").write_text(shown.cert)
        (folder / f"{name}.key").write_text(shown.key)
    server = found["server"]
    (folder / "encrypted.key").write_text(server.encrypted_key(PASSPHRASE))
    (folder / "server.pfx").write_bytes(server.pfx(PASSPHRASE))
    (folder / "chain.pfx").write_bytes(found["below"].pfx(PASSPHRASE, found["middle"], authority()))
    (folder / "ca.crl").write_text(authority().crl(found["revoked"]))
