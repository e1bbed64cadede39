"""Where a message writes to while its turn lasts, but its connection takes nothing more."""

from __future__ import annotations


class _Ended:
    """The program ended the socket: what is sent waits for ever, and `close` comes instead of `finish`."""

    __slots__ = ()

    def write(self, data):
        return False

    def message_sent(self, message):
        """Nothing was."""


class _Lost(_Ended):
    """The connection of a request is destroyed, which does not keep the request from finishing."""

    __slots__ = ()

    def message_sent(self, message):
        message.sends_to = None
        message.was_sent()


ENDED = _Ended()
LOST = _Lost()


class Gone(_Ended):
    """The connection is destroyed. Responses still take their turns, up to one that had to wait for it."""

    __slots__ = ("connection",)

    def __init__(self, connection):
        self.connection = connection

    def message_sent(self, message):
        """`message` ended in vain; the next one may."""
        message.sends_to = None
        self.connection.response_done(message)
        message.was_sent()
        following = self.connection.next_turn(message)
        if following is not None and not message.closes_after:
            waited = following.head_sent or following.waiting_bytes
            following.sends_to = ENDED if waited else self
            self.connection.turn_came(following)
