"""Messages that arrive: `http.ServerRequest` and `http.ClientResponse`.

What holds here:

- Headers and target stay as they came until the program asks for them.
- A message has no state of its connection: encoding and pausing are the connection's, as they were then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .encodings import decoder
from .events import EventEmitter
from .headers import Headers, parse_headers
from .uri import Uri

if TYPE_CHECKING:
    from .client import Client
    from .http_connection import Connection


class _Message(EventEmitter):
    """What requests and responses share. Emits `body` for each piece, then `complete`."""

    event_arity = {"body": 1, "complete": 0}

    _wire: Any
    _raw_headers: Any
    _headers: Headers | None = None

    @property
    def headers(self) -> Headers:
        """The headers by lowercased name; look-up takes any letter case."""
        if self._headers is None:
            self._headers = parse_headers(self._raw_headers)
        return self._headers

    def setBodyEncoding(self, encoding: str) -> None:
        """Set the encoding of `body`: `utf8`, or `binary`, the default."""
        self._wire.decode = decoder(encoding)

    def pause(self) -> None:
        """Stop emitting events."""
        self._wire.pause()

    def resume(self) -> None:
        """Go on emitting events."""
        self._wire.unpause()


class ServerRequest(_Message):
    """What a server was asked."""

    _uri: Uri | None = None

    def __init__(self, wire: Any, method: str, target: bytes, version: str, headers: Any) -> None:
        self._wire = wire
        self._target = target
        self._raw_headers = headers
        self.method = method
        self.httpVersion = version

    @property
    def uri(self) -> Uri:
        """The target and its parts: `full`, `path`, `queryString`, `params` and `fragment`."""
        if self._uri is None:
            self._uri = Uri(self._target.decode("latin-1"))
        return self._uri

    @property
    def connection(self) -> Connection:
        """The connection that the request came on."""
        return self._wire.facade()


class ClientResponse(_Message):
    """What a server answered."""

    def __init__(self, wire: Any, client: Client, status: int, version: str, headers: Any) -> None:
        self._wire = wire
        self._raw_headers = headers
        self.statusCode = status
        self.httpVersion = version
        self.client = client
