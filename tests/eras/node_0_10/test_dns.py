"""`dns` in Python, with a network that answers as it is told."""

import dns.message
import dns.rrset
import pytest
from nodecore import network
from nodecore.loop import get_loop

from eras.node_0_10 import dns as era_dns
from eras.node_0_10.errors import NodeError


class Answers(network.Network):
    """Gives the records it was made with, or a status, or an error, to every question."""

    def __init__(self, *records, status=None, error=None):
        self.records, self.status, self.error = records, status, error

    def query_dns(self, message, done):
        if self.error is not None:
            get_loop().call_soon(done, self.error, None)
            return
        reply = dns.message.make_response(dns.message.from_wire(message))
        if self.status is not None:
            reply.set_rcode(self.status)
        reply.answer += [dns.rrset.from_text(*record) for record in self.records]
        get_loop().call_soon(done, None, reply.to_wire())

    def lookup(self, host, family, done):
        get_loop().call_soon(done, None, [(family or 4, "::2" if family == 6 else "10.0.0.2")])


@pytest.fixture
def answer(request):
    before = network.current()
    request.addfinalizer(lambda: network.use(before))

    def use(function, *args, **replies):
        network.use(Answers(*replies.pop("records", ()), **replies))
        outcome = []
        function(*args, lambda *result: outcome.extend(result))
        get_loop().run()
        return outcome

    return use


def record(kind, *values, name="example.com."):
    return (name, 60, "IN", kind, *values)


@pytest.mark.parametrize(
    ("function", "found", "expected"),
    [
        ("resolve4", record("A", "10.0.0.1"), ["10.0.0.1"]),
        ("resolve6", record("AAAA", "::2"), ["::2"]),
        (
            "resolveMx",
            record("MX", "10 mail.example.com."),
            [{"exchange": "mail.example.com", "priority": 10}],
        ),
        ("resolveTxt", record("TXT", '"one" "two"'), ["one", "two"]),
        ("resolveNs", record("NS", "ns.example.com."), ["ns.example.com"]),
        ("resolveCname", record("CNAME", "other.example.com."), ["other.example.com"]),
        (
            "resolveSrv",
            record("SRV", "1 2 80 web.example.com."),
            [{"name": "web.example.com", "port": 80, "priority": 1, "weight": 2}],
        ),
    ],
)
def test_records(answer, function, found, expected):
    assert answer(getattr(era_dns, function), "example.com", records=[found]) == [None, expected]
    assert answer(era_dns.resolve, "example.com", found[3], records=[found]) == [None, expected]


def test_naptr(answer):
    found = record("NAPTR", '1 2 "S" "SIP+D2U" "" sip.example.com.')
    error, (value,) = answer(era_dns.resolveNaptr, "example.com", records=[found])
    assert error is None
    assert (value["service"], value["replacement"], value["order"]) == ("SIP+D2U", "sip.example.com", 1)


def test_an_alias_is_followed(answer):
    records = [record("CNAME", "real.example.com."), record("A", "10.0.0.9", name="real.example.com.")]
    assert answer(era_dns.resolve4, "example.com", records=records) == [None, ["10.0.0.9"]]


def test_reverse(answer):
    found = record("PTR", "host.example.com.", name="1.0.0.10.in-addr.arpa.")
    assert answer(era_dns.reverse, "10.0.0.1", records=[found]) == [None, ["host.example.com"]]
    with pytest.raises(NodeError, match="getHostByAddr ENOTIMP"):
        era_dns.reverse("no address", lambda *_: None)


@pytest.mark.parametrize(
    ("replies", "code"),
    [
        ({"status": dns.rcode.NXDOMAIN}, era_dns.NOTFOUND),
        ({"status": dns.rcode.SERVFAIL}, era_dns.SERVFAIL),
        ({"status": dns.rcode.REFUSED}, era_dns.REFUSED),
        ({}, era_dns.NODATA),
        ({"error": TimeoutError()}, era_dns.TIMEOUT),
        ({"error": ConnectionRefusedError(111, "refused")}, era_dns.CONNREFUSED),
    ],
)
def test_failures(answer, replies, code):
    (error,) = answer(era_dns.resolve4, "example.com", **replies)
    assert (error.code, error.errno, error.syscall) == (code, code, "queryA")


def test_lookup(answer):
    assert answer(era_dns.lookup, "example.com") == [None, "10.0.0.2", 4]
    assert answer(era_dns.lookup, "example.com", 6) == [None, "::2", 6]
    assert answer(era_dns.lookup, "::1") == [None, "::1", 6]
    assert answer(era_dns.lookup, None) == [None, None, 4]


def test_lookup_of_what_cannot_be_a_name():
    log = []
    era_dns.lookup("x" * 99, lambda error, *rest: log.append((error.code, error.syscall, *rest)))
    get_loop().run()
    assert log == [("ENOTFOUND", "getaddrinfo")]
