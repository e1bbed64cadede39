"""The first message of a client, read before OpenSSL sees it: the owner of a server may decide by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ..errors import NodeError
from ..sockets import Handler

_HANDSHAKE, _CLIENT_HELLO = 22, 1
_SESSION_TICKET, _SUPPORTED_VERSIONS = 35, 43
LONGEST = 64 * 1024
"""Bytes that may come before there is a whole message; no client needs more."""

MOST_RECORDS = 128
"""Records that the message may be spread over: all of them are looked at again whenever more arrives."""

TLS_1_3 = 0x0304


class ClientHello(NamedTuple):
    """What a client begins with."""

    session_id: bytes
    versions: tuple[int, ...]
    """The versions that it speaks; before TLS 1.3 only the best was named."""
    takes_tickets: bool

    @property
    def needs_tls_1_3(self) -> bool:
        """Whether it speaks nothing older."""
        return all(version >= TLS_1_3 or version & 0x0F0F == 0x0A0A for version in self.versions)


class Incomplete(Exception):
    """There is more to come."""


class _Fields:
    """Bytes, taken off one field after the other; IndexError where they end too soon."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def __bool__(self) -> bool:
        return self._at < len(self._data)

    def take(self, count: int) -> bytes:
        self._at += count
        if self._at > len(self._data):
            raise IndexError
        return self._data[self._at - count : self._at]

    def number(self, size: int) -> int:
        return int.from_bytes(self.take(size), "big")

    def block(self, size: int) -> bytes:
        """What stands behind its length, a number of `size` bytes."""
        return self.take(self.number(size))


def read_hello(data: bytes) -> ClientHello | None:
    """The hello at the start of what a client sent; None when that is something else. Raises Incomplete."""
    message = _first_message(data)
    if message is None:
        return None
    try:
        return _parse(_Fields(message))
    except IndexError:
        return None


def _first_message(data: bytes) -> bytes | None:
    """The content of a client's hello, put together from the records it came in."""
    records, message = _Fields(data), b""
    for _ in range(MOST_RECORDS):
        try:
            kind = records.number(1)
            if kind != _HANDSHAKE:
                return None
            records.take(2)
            message += records.block(2)
        except IndexError:
            raise Incomplete from None
        if message[:1] not in (b"", bytes([_CLIENT_HELLO])):
            return None
        end = 4 + int.from_bytes(message[1:4], "big")
        if len(message) >= end:
            return message[4:end]
    return None


def _parse(hello: _Fields) -> ClientHello:
    version = hello.number(2)
    hello.take(32)
    session_id = hello.block(1)
    hello.block(2)  # cipher suites
    hello.block(1)  # compression
    extensions = dict(_extensions(_Fields(hello.block(2)))) if hello else {}
    versions: tuple[int, ...] = (version,)
    if _SUPPORTED_VERSIONS in extensions:
        named = _Fields(_Fields(extensions[_SUPPORTED_VERSIONS]).block(1))
        versions = tuple(iter(lambda: named.number(2) if named else -1, -1))
    return ClientHello(session_id, versions, _SESSION_TICKET in extensions)


def _extensions(fields: _Fields) -> Any:
    while fields:
        yield fields.number(2), fields.block(2)


Decide = Callable[[ClientHello | None, Callable[[], None]], None]


class HelloGate(Handler):
    """Stands before a server's connection until its client's hello is there, and understood.

    `decide(hello, go_on)` is called once; the connection hears nothing until `go_on()` is.
    """

    __slots__ = ("_connection", "_data", "_decide")

    def __init__(self, connection: Any, decide: Decide) -> None:
        self._connection = connection
        self._decide: Decide | None = decide
        self._data = b""
        connection.raw.handler = self

    def data_received(self, data: bytes) -> None:
        self._data += data
        if self._decide is None:
            return
        try:
            hello = read_hello(self._data)
        except Incomplete:
            if len(self._data) <= LONGEST:
                return
            hello = None
        decide, self._decide = self._decide, None
        decide(hello, self._go_on)
        if self._connection.raw.handler is self:
            self._connection.raw.stop_reading()

    def _go_on(self) -> None:
        connection, raw = self._connection, self._connection.raw
        if raw.handler is self and not connection.destroyed:
            raw.handler = connection
            raw.start_reading()
            connection.data_received(self._data)

    # -- the rest is the connection's -----------------------------------------------------------------

    def eof_received(self) -> None:
        self._connection.eof_received()

    def drained(self) -> None:
        self._connection.drained()

    def errored(self, error: NodeError) -> None:
        self._connection.errored(error)

    def timed_out(self) -> None:
        self._connection.timed_out()

    def released(self) -> None:
        self._connection.released()

    def closed(self, had_error: bool) -> None:
        self._connection.closed(had_error)
