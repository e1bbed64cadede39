"""Whom a certificate was made out to: does a host's name or address fit the names in it?"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from ..network import ip_version


class Names(NamedTuple):
    """The names in a certificate."""

    common: tuple[str, ...] = ()
    """The subject's CN; what the other names leave out of account when they are there."""
    dns: tuple[str, ...] = ()
    uris: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def fits(host: str, names: Names) -> bool:
    """Whether a certificate with `names` speaks for `host`, a name or an address."""
    if ip_version(host):
        return any(_same_address(host, address) for address in names.addresses)
    hosts = [*names.dns, *(_host_of(uri) for uri in names.uris)]
    if hosts:
        wildcards = {name.lower() for name in names.dns}
        return any(_fits_name(host, name, name.lower() in wildcards) for name in hosts)
    return any(_fits_name(host, name, True) for name in names.common)


def _same_address(host: str, address: str) -> bool:
    try:
        return ipaddress.ip_address(host) == ipaddress.ip_address(address)
    except ValueError:
        return False


def _host_of(uri: str) -> str:
    try:
        return urlsplit(uri).hostname or ""
    except ValueError:
        return ""


def _labels(name: str) -> list[str]:
    return name.lower().removesuffix(".").split(".")


def _fits_name(host: str, pattern: str, wildcards: bool) -> bool:
    """Label by label; one `*` may stand in the first label of a name of at least three."""
    wanted, given = _labels(host), _labels(pattern)
    if wanted == given:
        return True
    if not wildcards or len(given) < 3 or wanted[1:] != given[1:]:
        return False
    return _fits_label(wanted[0], given[0])


def _fits_label(label: str, pattern: str) -> bool:
    before, star, after = pattern.partition("*")
    if not star or "*" in after or pattern.startswith("xn--"):
        return False
    if not (before or after):
        return bool(label)
    return len(label) >= len(before) + len(after) and label.startswith(before) and label.endswith(after)


def names_in_text(subject_alt_name: str) -> Names:
    """The names in the text that `getPeerCertificate` shows of the subject's other names."""
    found: dict[str, list[str]] = {}
    for entry in subject_alt_name.split(", ") if subject_alt_name else ():
        kind, _, value = entry.partition(":")
        found.setdefault(kind, []).append(value)
    return Names(
        dns=_all(found.get("DNS")), uris=_all(found.get("URI")), addresses=_all(found.get("IP Address"))
    )


def _all(values: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(values or ())
