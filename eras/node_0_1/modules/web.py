"""Modules whose name is an `http://` URL: scripts that are fetched and then run."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from .search import EXTENSIONS

_url = re.compile("https?://", re.IGNORECASE)


def is_url(name: str) -> bool:
    """Whether a module's name is a URL."""
    return _url.match(name) is not None


def extension(url: str) -> str:
    """What the script at `url` is written in; JavaScript, unless it says otherwise."""
    return ".py" if urlsplit(url).path.endswith(".py") else ".js"


class Web:
    """Scripts by their URLs. Each is fetched once; its text waits here until it is loaded."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def find(self, name: str, base: str, extensions: Sequence[str]) -> str | None:
        """Where the script `name`, asked for by the one at `base`, was found; None when nobody has it."""
        asked = urljoin(base, name) if is_url(base) else name
        if asked not in self._found:
            where = next((url for url in _candidates(asked, extensions) if self._fetch(url)), None)
            if where is None:
                return None
            self._found[asked] = where
        return self._found[asked]

    def text(self, url: str) -> str:
        """The script at `url`."""
        if url not in self._texts and not self._fetch(url):
            raise LookupError(url)
        return self._texts.pop(url)

    def _fetch(self, url: str) -> bool:
        from ..cat import cat

        try:
            self._texts[url] = cat(url).wait()
        except Exception as error:
            if isinstance(getattr(error, "value", None), int):
                return False  # a status code: the server answered that it has none
            raise
        return True


def _candidates(url: str, extensions: Sequence[str]) -> list[str]:
    """The URL itself; before that, when it names no kind of file, with each that a script can be."""
    if os.path.splitext(urlsplit(url).path)[1] in EXTENSIONS:
        return [url]
    return [*(url + extension for extension in extensions if extension != ".node"), url]
