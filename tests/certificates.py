"""Certificates for the tests of TLS, made when they are asked for and never kept."""

from __future__ import annotations

import datetime
import functools
import ipaddress
import ssl

import pytest

pytest.importorskip("OpenSSL", reason="needs the extra `tls`: pip install 'node-eras[tls]'")

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

NOW = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
DAY = datetime.timedelta(days=1)
_PEM = serialization.Encoding.PEM
_PKCS8 = serialization.PrivateFormat.PKCS8


@functools.cache
def private_key(kind):
    """One key of each kind (`ec`, or any name for one of RSA) is enough: making them takes long."""
    return ec.generate_private_key(ec.SECP256R1()) if kind == "ec" else rsa.generate_private_key(65537, 2048)


class Identity:
    """A certificate with its key; it can sign others."""

    def __init__(self, subject, key, certificate, issuer):
        self.subject = subject
        self.private_key = key
        self.certificate = certificate
        self.issuer = issuer

    @property
    def cert(self):
        """PEM of the certificate."""
        return self.certificate.public_bytes(_PEM).decode()

    @property
    def key(self):
        """PEM of the key."""
        return self.private_key.private_bytes(_PEM, _PKCS8, serialization.NoEncryption()).decode()

    @property
    def options(self):
        """The options of a server or client that shows this identity."""
        return {"key": self.key, "cert": self.cert}

    def encrypted_key(self, passphrase, form=_PKCS8):
        """PEM of the key, to be opened with `passphrase`."""
        encryption = serialization.BestAvailableEncryption(passphrase)
        return self.private_key.private_bytes(_PEM, form, encryption).decode()

    def pfx(self, passphrase, *others):
        """PKCS#12 of key, certificate and other certificates."""
        return pkcs12.serialize_key_and_certificates(
            b"test",
            self.private_key,
            self.certificate,
            [other.certificate for other in others] or None,
            serialization.BestAvailableEncryption(passphrase),
        )

    def crl(self, *revoked):
        """PEM of a list, signed by this, of certificates that are no longer to be trusted."""
        builder = x509.CertificateRevocationListBuilder(self.subject, NOW - DAY, NOW + DAY)
        for identity in revoked:
            builder = builder.add_revoked_certificate(
                x509.RevokedCertificateBuilder(identity.certificate.serial_number, NOW - DAY).build()
            )
        return builder.sign(self.private_key, hashes.SHA256()).public_bytes(_PEM).decode()


def identity(
    name="localhost",
    issuer=None,
    *,
    names=("localhost", "127.0.0.1"),
    days=(-2, 2),
    kind="rsa",
    ca=False,
    more=(),
):
    """An identity called `name`, signed by `issuer` or by itself, valid from `days[0]` to `days[1]`."""
    key = private_key(kind)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), *more])
    builder = (
        x509.CertificateBuilder(subject if issuer is None else issuer.subject, subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + days[0] * DAY)
        .not_valid_after(NOW + days[1] * DAY)
        .add_extension(x509.BasicConstraints(ca, None), True)
    )
    if names and not ca:
        builder = builder.add_extension(x509.SubjectAlternativeName([*map(_general_name, names)]), False)
    if not ca:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH])
        builder = builder.add_extension(usage, False)
    signer = key if issuer is None else issuer.private_key
    return Identity(subject, key, builder.sign(signer, hashes.SHA256()), issuer)


def _general_name(name):
    if isinstance(name, x509.GeneralName):
        return name
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


@functools.cache
def authority(name="Test CA"):
    """Who signs."""
    return identity(name, ca=True)


@functools.cache
def trusted(name="localhost"):
    """An identity that `authority()` signed."""
    return identity(name, authority())


@functools.cache
def self_signed():
    """An identity nobody vouches for."""
    return identity()


def client_context(ca=None, *, show=None, tmp_path=None):
    """The rules of a client of Python's own `ssl`; it believes everybody without `ca`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = ca is not None
    context.verify_mode = ssl.CERT_REQUIRED if ca is not None else ssl.CERT_NONE
    if ca is not None:
        context.load_verify_locations(cadata=ca.cert)
    if show is not None:
        _show(context, show, tmp_path)
    return context


def server_context(show, tmp_path, *, ca=None):
    """The rules of a server of Python's own `ssl`; with `ca` it wants a certificate that this signed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    _show(context, show, tmp_path)
    if ca is not None:
        context.verify_mode = ssl.CERT_REQUIRED
        context.load_verify_locations(cadata=ca.cert)
    return context


def _show(context, show, folder):
    path = folder / "identity.pem"
    path.write_text(show.key + show.cert)
    context.load_cert_chain(path)
