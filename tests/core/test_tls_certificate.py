"""What is shown of a certificate."""

import re

from certificates import DAY, NOW, authority, identity, private_key
from cryptography import x509
from cryptography.x509.oid import NameOID
from nodecore.tls import Names, describe, names_of

FIELDS = [
    x509.NameAttribute(NameOID.COUNTRY_NAME, "UK"),
    x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "One"),
    x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "Two"),
    x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "Three"),
    x509.NameAttribute(NameOID.EMAIL_ADDRESS, "a@b.com"),
]


def test_subject_and_issuer_by_short_names_and_repeats_as_lists():
    said = describe(identity("me", authority(), more=FIELDS).certificate)
    assert said["subject"] == {
        "CN": "me",
        "C": "UK",
        "OU": ["One", "Two", "Three"],
        "emailAddress": "a@b.com",
    }
    assert said["issuer"] == {"CN": "Test CA"}


def test_other_names():
    names = [
        "a.com",
        "127.0.0.1",
        x509.UniformResourceIdentifier("http://c/"),
        x509.RFC822Name("d@e.com"),
        x509.DirectoryName(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "dir")])),
        x509.RegisteredID(x509.ObjectIdentifier("1.2.3")),
        x509.OtherName(x509.ObjectIdentifier("1.2.3"), b"\x05\x00"),
    ]
    certificate = identity(names=names).certificate
    assert describe(certificate)["subjectaltname"] == (
        "DNS:a.com, IP Address:127.0.0.1, URI:http://c/, email:d@e.com, DirName:/CN=dir, "
        "Registered ID:1.2.3, othername:<unsupported>"
    )
    assert names_of(certificate) == Names(("localhost",), ("a.com",), ("http://c/",), ("127.0.0.1",))


def test_one_name_cannot_pass_for_two():
    said = describe(identity(names=["a.com, DNS:bank.com"]).certificate)
    assert said["subjectaltname"] == "DNS:a.com\\2C DNS:bank.com"


def test_an_rsa_key():
    said = describe(identity().certificate)
    assert int(said["modulus"], 16) == private_key("rsa").public_key().public_numbers().n
    assert re.fullmatch("[0-9A-F]{512}", said["modulus"])
    assert said["exponent"] == "10001"


def test_another_key_has_no_modulus():
    said = describe(identity(kind="ec").certificate)
    assert not {"modulus", "exponent"} & said.keys()


def test_validity_fingerprint_and_purposes():
    said = describe(identity(days=(-3, 4)).certificate)
    assert said["valid_from"] == _openssl_time(NOW - 3 * DAY)
    assert said["valid_to"] == _openssl_time(NOW + 4 * DAY)
    assert re.fullmatch("([0-9A-F]{2}:){19}[0-9A-F]{2}", said["fingerprint"])
    assert said["ext_key_usage"] == ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"]


def test_what_is_not_in_it_is_not_shown():
    certificate = identity("ca", ca=True).certificate
    assert not {"subjectaltname", "ext_key_usage"} & describe(certificate).keys()
    assert names_of(certificate) == Names(("ca",))


def _openssl_time(moment):
    return f"{moment:%b} {moment.day:2} {moment:%H:%M:%S} {moment.year} GMT"
