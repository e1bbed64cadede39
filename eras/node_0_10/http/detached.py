"""A response that a program made itself: it writes to whatever socket the program gives it, or to none."""

from __future__ import annotations


class AssignedSocket:
    """Stands where the HTTP connection of a response would; `socket` has `write`."""

    __slots__ = ("_tell", "socket")

    def __init__(self, socket, response):
        self.socket = socket
        self._tell = response.connection_lost
        socket.on("close", self._tell)

    def facade_socket(self):
        """The socket itself."""
        return self.socket

    def write(self, data):
        return self.socket.write(data) is not False

    def message_sent(self, message):
        message.was_sent()

    def leave(self):
        """Hear no more of the socket."""
        self.socket.removeListener("close", self._tell)


def prepare(response, request):
    """Do what a server does for the responses that it makes; of `request` three or four fields are used."""
    field = request.get if isinstance(request, dict) else lambda name: getattr(request, name, None)
    if field("method") == "HEAD":
        response.has_body = False
    if (field("httpVersionMajor") or 0) < 1 or (field("httpVersionMinor") or 0) < 1:
        response.useChunkedEncodingByDefault = "chunk" in str(field("headers").get("te"))
        response.shouldKeepAlive = False
