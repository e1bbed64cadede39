"""The module `uri`, and `request.uri`: the parts of an address or of a request's target."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin

__all__ = ["decode", "parse", "resolve"]

_authority = re.compile(
    "([A-Za-z][A-Za-z0-9+.-]*)://(?:([^/?#@:]*)(?::([^/?#@]*))?@)?(\\[[^\\]/?#]*\\]|[^/?#:]*)(?::([0-9]*))?"
)
_scheme_and_host = re.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*")
_broken_escape = re.compile("%(?![0-9A-Fa-f]{2})")


class Uri:
    """`full` is the target as it came; a part that it does not have is empty."""

    def __init__(self, full: str) -> None:
        self.full = full
        absolute = _scheme_and_host.match(full)
        rest, _, fragment = full[absolute.end() if absolute else 0 :].partition("#")
        path, _, query = rest.partition("?")
        self.path = path
        self.queryString = query
        self.params = parse_params(query)
        self.fragment = fragment


def parse(uri: str) -> Uri:
    """The parts of `uri`: those of `request.uri`, and `protocol`, `user`, `password`, `domain` and `port`."""
    parts = Uri(uri)
    found = _authority.match(uri)
    names = ("protocol", "user", "password", "domain", "port")
    for name, value in zip(names, found.groups("") if found else ("",) * len(names), strict=True):
        setattr(parts, name, value)
    return parts


def decode(text: str) -> str:
    """`text` with its percent escapes undone; what is no escape stays."""
    return unquote(text)


def resolve(base: str, uri: str) -> str:
    """What `uri` means in a document at `base`."""
    return urljoin(base, uri)


def parse_params(query: str) -> dict[str, str]:
    """The pairs of a query string, percent-decoded; what is no pair or cannot be decoded is left out."""
    params = {}
    for pair in query.split("&"):
        name, equals, value = pair.partition("=")
        if not equals or _broken_escape.search(pair):
            continue
        try:
            params[unquote(name, errors="strict")] = unquote(value, errors="strict")
        except UnicodeDecodeError:
            continue
    return params
