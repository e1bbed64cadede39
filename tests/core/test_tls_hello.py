"""The first message of a TLS client, read whole, in pieces, and when it is something else."""

from __future__ import annotations

import ssl

import pytest
from nodecore.tls.hello import MOST_RECORDS, ClientHello, HelloGate, Incomplete, read_hello


def hello_of(newest=None, oldest=None, *, tickets=True):
    """What a client of Python's own `ssl` begins with."""
    context = ssl.create_default_context()
    if newest is not None:
        context.maximum_version = newest
    if oldest is not None:
        context.minimum_version = oldest
    if not tickets:
        context.options |= ssl.OP_NO_TICKET
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = context.wrap_bio(incoming, outgoing, server_hostname="localhost")
    with pytest.raises(ssl.SSLWantReadError):
        client.do_handshake()
    return outgoing.read()


TLS_1_2 = ssl.TLSVersion.TLSv1_2
TLS_1_3 = ssl.TLSVersion.TLSv1_3


def test_a_client_of_today():
    hello = read_hello(hello_of())
    assert {0x0303, 0x0304} <= set(hello.versions)
    assert hello.takes_tickets
    assert not hello.needs_tls_1_3


def test_a_client_of_then():
    hello = read_hello(hello_of(newest=TLS_1_2, tickets=False))
    assert hello.versions == (0x0303,)
    assert hello.session_id == b""
    assert not hello.takes_tickets
    assert not hello.needs_tls_1_3


def test_a_client_that_speaks_nothing_old():
    assert read_hello(hello_of(oldest=TLS_1_3)).needs_tls_1_3
    assert ClientHello(b"", (0x2A2A, 0x0304), True).needs_tls_1_3  # what some name to see who chokes on it
    assert not ClientHello(b"", (0x2A2A, 0x0304, 0x0303), True).needs_tls_1_3


def test_there_is_more_to_come():
    data = hello_of()
    for length in (0, 1, 4, 5, 20, len(data) - 1):
        with pytest.raises(Incomplete):
            read_hello(data[:length])
    assert read_hello(data + b"more") == read_hello(data)


def in_records_of(length, message):
    pieces = [message[at : at + length] for at in range(0, len(message), length)]
    return b"".join(b"\x16\x03\x01" + len(piece).to_bytes(2, "big") + piece for piece in pieces)


def test_a_hello_in_many_records():
    data = hello_of()
    assert read_hello(in_records_of(7, data[5:])) == read_hello(data)


def test_a_hello_in_too_many_records_is_none():
    message = b"\x01\x00\xff\xff" + bytes(0xFFFF)
    with pytest.raises(Incomplete):
        read_hello(in_records_of(1, message[: MOST_RECORDS - 1]))
    assert read_hello(in_records_of(1, message)) is None


@pytest.mark.parametrize(
    "data",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x15\x03\x01\x00\x02\x02\x28",
        b"\x16\x03\x01\x00\x04\x02\x00\x00\x00",
        b"\x16\x03\x01\x00\x06\x01\x00\x00\x02\x03\x03",
    ],
)
def test_what_is_no_hello(data):
    assert read_hello(data) is None


class Raw:
    """A transport that notes what is asked of it."""

    def __init__(self):
        self.handler = None
        self.reading = True

    def start_reading(self):
        self.reading = True

    def stop_reading(self):
        self.reading = False


class Connection:
    """Notes what the gate lets through."""

    def __init__(self):
        self.raw = Raw()
        self.destroyed = False
        self.news = []

    def data_received(self, data):
        self.news.append(data)

    def eof_received(self):
        self.news.append("eof")


def test_nothing_passes_the_gate_before_the_owner_says_so():
    connection, decided = Connection(), []
    HelloGate(connection, lambda hello, go_on: decided.append((hello, go_on)))
    gate, data = connection.raw.handler, hello_of()
    gate.data_received(data[:10])
    assert not decided
    gate.data_received(data[10:])
    hello, go_on = decided.pop()
    assert hello == read_hello(data)
    assert (connection.news, connection.raw.reading) == ([], False)
    gate.data_received(b"more")
    go_on()
    assert connection.news == [data + b"more"]
    assert (connection.raw.handler, connection.raw.reading) == (connection, True)
    go_on()
    assert len(connection.news) == 1


def test_what_is_no_hello_passes_too():
    connection = Connection()
    HelloGate(connection, lambda hello, go_on: go_on())
    connection.raw.handler.data_received(b"GET /")
    assert connection.news == [b"GET /"]
    assert connection.raw.reading


def test_a_client_that_leaves_is_heard_of():
    connection, decided = Connection(), []
    HelloGate(connection, lambda hello, go_on: decided.append(go_on))
    connection.raw.handler.eof_received()
    assert connection.news == ["eof"]
    connection.raw.handler.data_received(hello_of())
    connection.destroyed = True
    decided[0]()
    assert connection.news == ["eof"]


def test_a_hello_without_an_end_is_not_waited_for():
    connection, decided = Connection(), []
    HelloGate(connection, lambda hello, go_on: decided.append(hello))
    endless = b"\x16\x03\x01\xff\xff\x01\xff\xff\xff" + bytes(0xFFFB)
    connection.raw.handler.data_received(endless)
    connection.raw.handler.data_received(bytes(10))
    assert decided == [None]
