"""`http.cat`: the body of a page in a promise."""

from __future__ import annotations

import re
from typing import Any

from nodecore.errors import NodeError

from .client import Client
from .incoming import ClientResponse
from .promise import Promise

_http_url = re.compile(
    r"http://(?:[^/?#@]*@)?(\[[^\]]+\]|[^/?#:]+)(?::(\d+))?([^?#]*)(\?[^#]*)?", re.IGNORECASE
)


def cat(url: str, encoding: str = "utf8", headers: Any = None) -> Promise:
    """Fetch `url`; the promise gets the body of a 2xx response, or fails with the status code or an error."""
    parts = _http_url.match(url)
    if parts is None:
        raise NodeError(f"{url!r} is no http:// URL")
    host, port, path, query = parts.groups()
    promise = Promise()
    client = Client(int(port or 80), host.strip("[]"))
    client.addListener("error", promise.emitError)
    request = client.request("GET", (path or "/") + (query or ""), _with_host(headers, host, port))

    def responded(response: ClientResponse) -> None:
        if not 200 <= response.statusCode < 300:
            promise.emitError(response.statusCode)
            return
        pieces: list[str] = []
        response.setBodyEncoding(encoding)
        response.addListener("body", pieces.append)
        response.addListener("complete", lambda: promise.emitSuccess("".join(pieces)))

    request.finish(responded)
    return promise


def _with_host(headers: Any, host: str, port: str | None) -> list[tuple[Any, Any]]:
    """`headers`, an object or an array of pairs, with a `Host` if they have none."""
    pairs = list(headers.items() if isinstance(headers, dict) else headers or ())
    if not any(str(name).lower() == "host" for name, _ in pairs):
        pairs.insert(0, ("Host", f"{host}:{port}" if port else host))
    return pairs
