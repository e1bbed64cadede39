"""What a TCP server and an HTTP server have in common: they listen and close, with TLS or without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nodecore import sockets
from nodecore.errors import NodeError, describe, error_number
from nodecore.loop import get_loop

from .connection import port_number
from .events import EventEmitter
from .secure import SecureServer


class ListeningServer(SecureServer, EventEmitter):
    """Listens for connections."""

    def __init__(self, accepted: Callable[[Any], Any]) -> None:
        self._core = sockets.Server(accepted)

    def close(self) -> None:
        """Stop accepting connections; `close` is emitted when that is done."""
        if self._core.listening:
            self._core.close()
            get_loop().call_soon(self.emit, "close", 0)

    def _listen(self, port: Any, host: str | None, backlog: int = 128) -> None:
        """Make the core listen; a failure has the system's sentence for its message."""
        if self._core.listening:
            raise NodeError("The server is listening already")
        try:
            self._core.listen(port_number(port), host or None, backlog)
        except NodeError as error:
            number = error_number(error.code or 0)
            raise NodeError(describe(error.code or ""), error.code, number, "listen") from None

    def _address(self) -> Any:
        """Where the server listens; nothing documented tells the port that the system chose."""
        return self._core.address()
