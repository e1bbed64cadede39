"""`request.uri`: the parts of a request's target."""

from __future__ import annotations

import re
from urllib.parse import unquote

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
