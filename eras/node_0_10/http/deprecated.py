"""`createClient` and `Client`, which `request` replaced (document: http.createClient)."""

from __future__ import annotations

from ..deprecation import deprecated
from ..events import EventEmitter
from .agent import Agent
from .client import ClientRequest


class OldClient(EventEmitter):
    """A server's address, to send requests to."""

    def __init__(self, port=None, host=None):
        self.host = host or "localhost"
        self.port = port or 80
        self.agent = Agent({"host": self.host, "port": self.port, "maxSockets": 1})

    def request(self, method=None, path=None, headers=None):
        """A new request; not sent before `end()`."""
        if path is None or isinstance(path, dict):
            method, path, headers = "GET", method, path if headers is None else headers
        options = {
            "agent": self.agent,
            "method": method,
            "path": path,
            "headers": headers or {},
            "host": self.host,
            "port": self.port,
        }
        message = ClientRequest(options)

        def forward(error):
            if not message.listener_count("error") > 1:
                self.emit("error", error)

        message.on("error", forward)
        message.on("socket", lambda socket: socket.once("end", lambda: self.emit("end")))
        return message


def Client(port=None, host=None):
    """Deprecated: what `http.Client` was, called with or without `new`."""
    deprecated("http.Client will be removed soon. Do not use it.")
    return OldClient(port, host)


def createClient(port=None, host=None):
    """Deprecated: a client of one server, whose `request(method, path, headers)` makes requests."""
    deprecated("http.createClient is deprecated. Use `http.request` instead.")
    return OldClient(port, host)
