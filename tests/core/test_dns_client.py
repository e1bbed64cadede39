"""The client of name servers, against servers that answer well, badly and not at all."""

import errno
import socket

import gevent.event
import pytest
from nodecore import dns_client
from nodecore.dns_client import Servers
from nodecore.dns_messages import question
from nodecore.loop import get_loop

QUERY = question("www.example.com", "A")


def ask(*servers, query=QUERY, timeout=2000, attempts=1):
    """`(error, reply)` of one question to the servers at these addresses."""
    outcome = gevent.event.AsyncResult()
    addresses = tuple(getattr(server, "address", server) for server in servers)
    dns_client.query(
        query, Servers(addresses, timeout, attempts), lambda error, reply: outcome.set((error, reply))
    )
    with gevent.Timeout(10):
        return outcome.get()


def reply_to(query, flags=0x8180, tail=b"", id=None):
    """The query turned into a reply with these flags."""
    return (query[:2] if id is None else id) + flags.to_bytes(2, "big") + query[4:] + tail


@pytest.fixture
def nobody():
    """An address where nothing listens and everything is refused."""
    sock = socket.socket(type=socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", 0))
    address = sock.getsockname()
    sock.close()
    return address


@pytest.fixture
def silent():
    """A server that never answers."""
    sock = socket.socket(type=socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", 0))
    yield sock.getsockname()
    sock.close()


def test_a_reply_is_handed_back_as_it_came(dns_server):
    server = dns_server(lambda query, over: reply_to(query, tail=b"anything"))
    assert ask(server) == (None, reply_to(QUERY, tail=b"anything"))
    assert server.asked == [(QUERY, "udp")]


def test_a_truncated_reply_is_asked_for_again_over_tcp(dns_server):
    long = b"x" * 3000
    server = dns_server(
        lambda query, over: reply_to(query, 0x8380) if over == "udp" else reply_to(query, tail=long)
    )
    assert ask(server) == (None, reply_to(QUERY, tail=long))
    assert [over for _, over in server.asked] == ["udp", "tcp"]


@pytest.mark.parametrize(
    "stray",
    [
        b"",
        b"\0",
        reply_to(QUERY, id=b"\0\0" if QUERY[:2] != b"\0\0" else b"\1\1"),
        QUERY,
        reply_to(question("www.example.org", "A"), id=QUERY[:2]),
        reply_to(question("www.example.com", "AAAA"), id=QUERY[:2]),
    ],
    ids=["nothing", "short", "another id", "a query", "another name", "another type"],
)
def test_what_does_not_answer_the_question_is_passed_over(dns_server, stray):
    server = dns_server(lambda query, over: [stray, reply_to(query)])
    assert ask(server) == (None, reply_to(QUERY))


def test_the_question_may_come_back_in_capitals_or_not_at_all(dns_server):
    server = dns_server(lambda query, over: query[:2] + b"\x81\x80" + query[4:].upper())
    assert ask(server)[0] is None
    server = dns_server(lambda query, over: query[:2] + b"\x81\x80" + bytes(8))
    assert ask(server)[0] is None


def test_only_the_asked_server_is_heard(dns_server):
    def reply(query, over):
        forger.sendto(reply_to(query, tail=b"forged"), server.client)
        return reply_to(query, tail=b"true")

    server = dns_server(reply)
    with socket.socket(type=socket.SOCK_DGRAM) as forger:
        assert ask(server) == (None, reply_to(QUERY, tail=b"true"))


@pytest.mark.parametrize("rcode", [2, 4, 5], ids=["SERVFAIL", "NOTIMP", "REFUSED"])
def test_a_server_that_cannot_answer_gives_way_to_the_next(dns_server, rcode):
    failing = dns_server(lambda query, over: reply_to(query, 0x8180 | rcode))
    working = dns_server(lambda query, over: reply_to(query))
    assert ask(failing, working) == (None, reply_to(QUERY))


def test_what_it_said_counts_when_no_other_says_more(dns_server, silent):
    failing = dns_server(lambda query, over: reply_to(query, 0x8182))
    assert ask(failing, silent, timeout=20) == (None, reply_to(QUERY, 0x8182))


def test_silent_servers_are_asked_in_turn_until_time_is_up(dns_server):
    first = dns_server(lambda query, over: None)
    second = dns_server(lambda query, over: None)
    error, reply = ask(first, second, timeout=20, attempts=2)
    assert reply is None
    assert isinstance(error, TimeoutError)
    assert (len(first.asked), len(second.asked)) == (2, 2)


def test_a_server_that_answers_the_second_time(dns_server):
    server = dns_server(lambda query, over: reply_to(query) if len(server.asked) == 2 else None)
    assert ask(server, timeout=20, attempts=2) == (None, reply_to(QUERY))


def test_a_refused_connection_gives_way_to_the_next_at_once(dns_server, nobody):
    working = dns_server(lambda query, over: reply_to(query))
    assert ask(nobody, working, timeout=60_000) == (None, reply_to(QUERY))


def test_nobody_there(nobody):
    error, reply = ask(nobody, timeout=60_000)
    assert reply is None
    assert error.errno == errno.ECONNREFUSED


def test_an_address_that_is_none():
    error, reply = ask(("not an address!", 53))
    assert reply is None
    assert isinstance(error, OSError)


@pytest.mark.parametrize("stream", [[], [b"garbage"]], ids=["closes", "garbage"])
def test_tcp_that_fails_gives_way_to_the_next(dns_server, stream):
    failing = dns_server(lambda query, over: reply_to(query, 0x8380) if over == "udp" else stream)
    working = dns_server(lambda query, over: reply_to(query))
    assert ask(failing, working) == (None, reply_to(QUERY))


def test_tcp_that_is_refused(dns_server):
    server = dns_server(lambda query, over: reply_to(query, 0x8380))
    server.tcp.close()
    error, reply = ask(server)
    assert reply is None
    assert error.errno == errno.ECONNREFUSED


def test_an_error_of_the_caller_is_no_failure_of_the_query(dns_server):
    server = dns_server(lambda query, over: reply_to(query))
    caught = gevent.event.AsyncResult()
    calls = []

    def done(error, reply):
        calls.append(reply)
        raise OSError("of the caller")

    listeners = get_loop().uncaught_listeners
    listeners.append(lambda error: caught.set(error) or True)
    try:
        dns_client.query(QUERY, Servers((server.address,)), done)
        assert str(caught.get(timeout=5)) == "of the caller"
    finally:
        listeners.pop()
    assert len(calls) == 1


# -- the configuration --------------------------------------------------------------------------------


def configured(tmp_path, text):
    path = tmp_path / "resolv.conf"
    path.write_text(text)
    return dns_client.system_servers(str(path))


def test_the_servers_of_a_configuration(tmp_path):
    servers = configured(
        tmp_path,
        "# a comment\nsearch example.com\nnameserver 192.0.2.1\nnameserver ::1\n"
        "options rotate timeout:3 attempts:4 timeout:x\n",
    )
    assert servers == Servers((("192.0.2.1", 53), ("::1", 53)), 3000.0, 4)


def test_no_more_servers_time_and_attempts_than_the_system_allows(tmp_path):
    text = "".join(f"nameserver 192.0.2.{number}\n" for number in range(1, 9))
    servers = configured(tmp_path, text + "options timeout:9999 attempts:9999\n")
    assert len(servers.addresses) == 3
    assert (servers.timeout, servers.attempts) == (30_000.0, 5)
    assert configured(tmp_path, "options timeout:0 attempts:0\n").attempts == 1


def test_without_a_configuration_this_machine_is_asked(tmp_path):
    expected = Servers((("127.0.0.1", 53),), 5000.0, 2)
    assert dns_client.system_servers(str(tmp_path / "none")) == expected
    assert configured(tmp_path, "nameserver\n") == expected
