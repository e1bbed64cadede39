"""The headers of an incoming message."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

_other_characters = re.compile("[^a-z0-9-]")


class Headers(dict):
    """Values by lowercased name. Look-up takes any letter case, iteration gives the lowercased names."""

    def __missing__(self, name: Any) -> str:
        folded = fold(name) if isinstance(name, str) else name
        if folded == name:
            raise KeyError(name)
        return self[folded]

    def __contains__(self, name: object) -> bool:
        return super().__contains__(fold(name) if isinstance(name, str) else name)

    def get(self, name: Any, default: Any = None) -> Any:
        """The value of a header, or `default`."""
        return super().get(fold(name) if isinstance(name, str) else name, default)


@lru_cache(1024)
def fold(name: str) -> str:
    """A header's name in lower case, every character but letters, digits and `-` turned into `-`."""
    return _other_characters.sub("-", name.lower())


def parse_headers(raw: Iterable[tuple[bytes, bytes]]) -> Headers:
    """Headers as they came; the values of repeated ones are joined."""
    headers = Headers()
    for raw_name, raw_value in raw:
        name = fold(raw_name.decode("latin-1"))
        value = raw_value.decode("latin-1")
        before = dict.get(headers, name)
        headers[name] = value if before is None else f"{before}, {value}"
    return headers
