"""What a certificate says, as the dict that Node shows of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtensionOID, NameOID

from .identity import Names

# OpenSSL's short names, where they differ from those of RFC 4514 or where that has none.
_SHORT_NAMES = {
    NameOID.EMAIL_ADDRESS: "emailAddress",
    NameOID.SERIAL_NUMBER: "serialNumber",
    NameOID.STREET_ADDRESS: "street",
    NameOID.SURNAME: "SN",
    NameOID.GIVEN_NAME: "GN",
    NameOID.TITLE: "title",
    NameOID.DN_QUALIFIER: "dnQualifier",
    NameOID.POSTAL_CODE: "postalCode",
    NameOID.BUSINESS_CATEGORY: "businessCategory",
    NameOID.JURISDICTION_COUNTRY_NAME: "jurisdictionC",
    NameOID.JURISDICTION_LOCALITY_NAME: "jurisdictionL",
    NameOID.JURISDICTION_STATE_OR_PROVINCE_NAME: "jurisdictionST",
}

_NO_ASCII = re.compile(r"[^ -\[\]-~]")

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def describe(certificate: x509.Certificate, *, ascii_names: bool = False) -> dict[str, Any]:
    """Subject, issuer, other names, key, validity and fingerprint of `certificate`.

    With `ascii_names` letters of other languages are shown as their numbers (`Z\\FCrich`).
    """
    said: dict[str, Any] = {
        "subject": _name(certificate.subject, ascii_names),
        "issuer": _name(certificate.issuer, ascii_names),
    }
    other_names = _extension(certificate, ExtensionOID.SUBJECT_ALTERNATIVE_NAME)
    if other_names is not None:
        said["subjectaltname"] = ", ".join(_general_name(name) for name in other_names)
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        numbers = key.public_numbers()
        said["modulus"] = _hex(numbers.n)
        said["exponent"] = f"{numbers.e:X}"
    said["valid_from"] = _time(certificate.not_valid_before_utc)
    said["valid_to"] = _time(certificate.not_valid_after_utc)
    said["fingerprint"] = certificate.fingerprint(hashes.SHA1()).hex(":").upper()
    usage = _extension(certificate, ExtensionOID.EXTENDED_KEY_USAGE)
    if usage is not None:
        said["ext_key_usage"] = [purpose.dotted_string for purpose in usage]
    return said


def names_of(certificate: x509.Certificate) -> Names:
    """Whom `certificate` was made out to."""
    common = [str(entry.value) for entry in certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)]
    other_names = _extension(certificate, ExtensionOID.SUBJECT_ALTERNATIVE_NAME)
    if other_names is None:
        return Names(tuple(common))
    return Names(
        tuple(common),
        tuple(other_names.get_values_for_type(x509.DNSName)),
        tuple(other_names.get_values_for_type(x509.UniformResourceIdentifier)),
        tuple(str(address) for address in other_names.get_values_for_type(x509.IPAddress)),
    )


def _extension(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> Any:
    """The value of an extension; None when there is none or it cannot be understood."""
    try:
        return certificate.extensions.get_extension_for_oid(oid).value
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return None


def _name(name: x509.Name, ascii_only: bool = False) -> dict[str, Any]:
    """Fields by their short names; one that is there several times is a list."""
    fields: dict[str, Any] = {}
    for entry in name:
        key = _SHORT_NAMES.get(entry.oid) or entry.rfc4514_attribute_name
        value = entry.value if isinstance(entry.value, str) else entry.value.hex()
        value = _printable(value) if ascii_only else value
        if key not in fields:
            fields[key] = value
        elif isinstance(fields[key], list):
            fields[key].append(value)
        else:
            fields[key] = [fields[key], value]
    return fields


def _printable(text: str) -> str:
    """As OpenSSL prints names in ASCII: what is none is escaped, and so is what escapes."""
    return _NO_ASCII.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    if found[0] == "\\":
        return "\\\\"
    code = ord(found[0])
    return f"\\{code:02X}" if code < 0x100 else f"\\U{code:04X}" if code < 0x10000 else f"\\W{code:08X}"


def _general_name(name: x509.GeneralName) -> str:
    if isinstance(name, x509.DNSName):
        return "DNS:" + _one_entry(name.value)
    if isinstance(name, x509.IPAddress):
        return f"IP Address:{_address(name.value)}"
    if isinstance(name, x509.UniformResourceIdentifier):
        return "URI:" + _one_entry(name.value)
    if isinstance(name, x509.RFC822Name):
        return "email:" + _one_entry(name.value)
    if isinstance(name, x509.DirectoryName):
        return "DirName:" + _one_entry("/" + "/".join(_rdns(name.value)))
    if isinstance(name, x509.RegisteredID):
        return f"Registered ID:{name.value.dotted_string}"
    return "othername:<unsupported>"


def _address(address: Any) -> str:
    """As OpenSSL writes it: every part of a long address, none shortened but for its zeros."""
    if getattr(address, "version", 4) == 4 or not hasattr(address, "packed"):
        return str(address)
    parts = zip(address.packed[::2], address.packed[1::2], strict=True)
    return ":".join(f"{high << 8 | low:X}" for high, low in parts)


def _rdns(name: x509.Name) -> Iterable[str]:
    return (f"{key}={value}" for key, value in _name(name).items())


def _one_entry(text: str) -> str:
    """A name that would read as two (`a, DNS:b`) is shown with its separators escaped."""
    return text.replace("\\", "\\\\").replace(",", "\\2C") if "," in text else text


def _hex(number: int) -> str:
    digits = f"{number:X}"
    return digits if len(digits) % 2 == 0 else "0" + digits


def _time(moment: datetime) -> str:
    return f"{_MONTHS[moment.month - 1]} {moment.day:2} {moment:%H:%M:%S} {moment.year} GMT"
