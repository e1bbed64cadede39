"""Keys and certificates in their many forms, and what is said when they are of no use."""

import subprocess
import sys

import pytest
from certificates import authority, identity, self_signed, trusted
from cryptography.hazmat.primitives.serialization import PrivateFormat
from nodecore.errors import NodeError
from nodecore.tls import Credentials, cipher_names


def refused(**options):
    """Why `options` make no credentials."""
    with pytest.raises(NodeError) as caught:
        Credentials(**options)
    return caught.value.message


def test_key_and_certificate_as_text_or_bytes():
    pem = self_signed()
    assert Credentials(key=pem.key, cert=pem.cert).has_certificate
    assert Credentials(key=pem.key.encode(), cert=pem.cert.encode()).has_certificate
    assert not Credentials().has_certificate


@pytest.mark.parametrize("form", [PrivateFormat.PKCS8, PrivateFormat.TraditionalOpenSSL])
def test_an_encrypted_key_needs_its_passphrase(form):
    cert, key = self_signed().cert, self_signed().encrypted_key(b"pw", form)
    assert Credentials(key=key, cert=cert, passphrase="pw").has_certificate
    assert "bad decrypt" in refused(key=key, cert=cert, passphrase="wrong")
    assert "problems getting password" in refused(key=key, cert=cert)


def test_a_passphrase_that_is_not_needed_is_not_used():
    assert Credentials(**self_signed().options, passphrase="pw").has_certificate


def test_pkcs12():
    pfx = trusted().pfx(b"pw", authority())
    assert Credentials(pfx=pfx, passphrase="pw").has_certificate
    assert refused(pfx=pfx, passphrase="wrong") == "mac verify failure"
    assert refused(pfx=b"nonsense") == "not enough data"
    assert refused(pfx=b"x") == "header too long"


def test_what_is_no_pem():
    pem = self_signed()
    assert "no start line" in refused(key="x", cert=pem.cert)
    assert "no start line" in refused(key=pem.key, cert="x")
    broken = "-----BEGIN {0}-----\nAAAA\n-----END {0}-----\n"
    assert "PEM_read_bio" in refused(key=broken.format("PRIVATE KEY"), cert=pem.cert)
    assert "PEM_read_bio" in refused(ca=broken.format("CERTIFICATE"))
    assert "PEM_read_bio" in refused(crl=broken.format("X509 CRL"))


def test_a_key_that_is_not_the_certificates():
    assert "key values mismatch" in refused(key=identity(kind="another").key, cert=self_signed().cert)


def test_text_without_certificates_trusts_nobody_new():
    assert Credentials(ca="nothing", crl=["nothing"]).context is not None


def test_several_authorities_in_one_text_or_in_a_list():
    both = [authority().cert, authority("Another").cert]
    assert Credentials(ca=both).context is not None
    assert Credentials(ca="".join(both)).context is not None


def test_ciphers_that_are_gone_leave_the_default():
    assert Credentials(ciphers="RC4-MD5").context is not None
    assert Credentials(ciphers="AES128-SHA:@SECLEVEL=0", honor_cipher_order=True).context is not None


def test_names_of_ciphers():
    names = cipher_names()
    assert "AES128-GCM-SHA256" in names
    assert len(names) == len(set(names)) > 10


def test_without_the_library_it_says_how_to_get_it():
    program = (
        "import sys; sys.modules['OpenSSL'] = None; import nodecore.tls as tls\n"
        "try: tls.Credentials\nexcept ImportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "pip install 'node-eras[tls]'" in done.stdout


def test_no_other_name():
    import nodecore.tls

    with pytest.raises(AttributeError, match="Nonsense"):
        _ = nodecore.tls.Nonsense
