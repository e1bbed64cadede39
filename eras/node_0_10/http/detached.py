"""A response that a program made itself: it writes to whatever socket the program gives it, or to none."""

from __future__ import annotations


class AssignedSocket:
    """Stands where the HTTP connection of a response would; `socket` has `write`."""

    __slots__ = ("socket",)

    def __init__(self, socket):
        self.socket = socket

    def turn_came(self, response):
        """Let `response` hear of the socket's `close`."""
        response.close_with(self.socket)

    def facade_socket(self):
        """The socket itself."""
        return self.socket

    def write(self, data):
        return self.socket.write(data) is not False

    def message_sent(self, message):
        message.was_sent()


def prepare(response, request):
    """Do what a server does for the responses that it makes; of `request` three or four fields are used."""
    field = request.get if isinstance(request, dict) else lambda name: getattr(request, name, None)
    if field("method") == "HEAD":
        response.has_body = False
    if (field("httpVersionMajor") or 0) < 1 or (field("httpVersionMinor") or 0) < 1:
        response.useChunkedEncodingByDefault = "chunk" in str(field("headers").get("te"))
        response.shouldKeepAlive = False
