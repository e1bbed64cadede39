"""A key and a certificate for an example that talks TLS: made when it runs, never kept."""

from __future__ import annotations

import datetime
import importlib.util
from pathlib import Path

TLS_EXTRA = "pip install 'node-eras[tls]'"


def can_make() -> bool:
    """Whether the library that makes certificates is installed."""
    return all(importlib.util.find_spec(name) for name in ("cryptography", "OpenSSL"))


def write_pair(folder: str, rsa: bool = False) -> None:
    """Write `key.pem` and a self-signed `cert.pem` of localhost into `folder`.

    With `rsa`, a key that also those speak who know no curves.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
    from cryptography.x509.oid import NameOID

    key = generate_private_key(65537, 2048) if rsa else ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Node"),
            x509.NameAttribute(NameOID.COMMON_NAME, "localhost"),
        ]
    )
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    text = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    Path(folder, "key.pem").write_bytes(text)
    Path(folder, "cert.pem").write_bytes(certificate.public_bytes(pem))
