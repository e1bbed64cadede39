"""`dns` of 0.1: a name server on loopback, asked from Python and from JavaScript."""

from __future__ import annotations

import json

import dns.message
import dns.name
import dns.rcode
import dns.rrset
import gevent.event
import pytest
from nodecore import dns_client, network
from run_0_1 import needs_javascript, run

from eras.node_0_1 import dns as node_dns

ZONE = {
    ("www.example.com.", "A"): [
        ("www.example.com.", 300, "CNAME", "web.example.com."),
        ("web.example.com.", 60, "A", "192.0.2.1", "192.0.2.2"),
    ],
    ("web.example.com.", "AAAA"): [("web.example.com.", 90, "AAAA", "2001:db8::1")],
    ("web.example.com.", "MX"): [],
    ("empty.example.com.", "A"): [],
    ("1.2.0.192.in-addr.arpa.", "PTR"): [("1.2.0.192.in-addr.arpa.", 5, "PTR", "a.example.", "b.example.")],
    ("many.example.com.", "A"): [
        ("many.example.com.", 7, "A", *(f"10.0.{number // 250}.{number % 250 + 1}" for number in range(2000)))
    ],
}


def from_zone(query, over):
    """What a well-behaved server of the zone says; the longest of it only over TCP."""
    message = dns.message.from_wire(query)
    asked = message.question[0]
    reply = dns.message.make_response(message)
    name = asked.name.to_text()
    if name == "failing.example.com.":
        reply.set_rcode(dns.rcode.SERVFAIL)
    elif name == "garbled.example.com.":
        return query[:2] + b"\x81\x80" + query[4:] + b"\xff\xff\xff"
    elif (name, dns.rdatatype.to_text(asked.rdtype)) not in ZONE:
        reply.set_rcode(dns.rcode.NXDOMAIN)
    for owner, ttl, kind, *values in ZONE.get((name, dns.rdatatype.to_text(asked.rdtype)), ()):
        reply.answer.append(dns.rrset.from_text(owner, ttl, "IN", kind, *values))
    if over == "udp" and name == "many.example.com.":
        reply.answer.clear()
        reply.flags |= dns.flags.TC
    return reply.to_wire(max_size=65535)


class ZoneNetwork(network.Network):
    """The network with another name server."""

    def __init__(self, server, timeout=2000):
        self.servers = dns_client.Servers((server.address,), timeout, 1)

    def query_dns(self, message, done):
        dns_client.query(message, self.servers, done)


@pytest.fixture
def zone(dns_server):
    """The running name server, which the network asks."""
    server = dns_server(from_zone)
    before = network.use(ZoneNetwork(server))
    yield server
    network.use(before)


def outcome(promise):
    """`(event, arguments)` of a promise."""
    result = gevent.event.AsyncResult()
    promise.addCallback(lambda *args: result.set(("success", *args)))
    promise.addErrback(lambda *args: result.set(("error", *args)))
    return result.get()


@pytest.mark.usefixtures("zone")
class TestAnswers:
    def test_resolve4_gives_addresses_ttl_and_canonical_name(self):
        event, addresses, ttl, cname = outcome(node_dns.resolve4("www.example.com"))
        assert (event, ttl, cname) == ("success", 60, "web.example.com")
        assert sorted(addresses) == ["192.0.2.1", "192.0.2.2"]

    def test_resolve6(self):
        assert outcome(node_dns.resolve6("web.example.com")) == (
            "success",
            ["2001:db8::1"],
            90,
            "web.example.com",
        )

    def test_reverse(self):
        event, domains, ttl, cname = outcome(node_dns.reverse("192.0.2.1"))
        assert (event, ttl, cname) == ("success", 5, "1.2.0.192.in-addr.arpa")
        assert sorted(domains) == ["a.example", "b.example"]

    def test_an_answer_too_long_for_udp(self, zone):
        _, addresses, ttl, _ = outcome(node_dns.resolve4("many.example.com"))
        assert (len(addresses), ttl) == (2000, 7)
        assert [over for _, over in zone.asked] == ["udp", "tcp"]

    def test_wait_gives_the_three_values(self):
        addresses, ttl, cname = node_dns.resolve4("www.example.com").wait()
        assert (len(addresses), ttl, cname) == (2, 60, "web.example.com")

    @pytest.mark.parametrize(
        ("ask", "name", "code"),
        [
            ("resolve4", "nowhere.example.com", "NXDOMAIN"),
            ("resolve6", "nowhere.example.com", "NXDOMAIN"),
            ("reverse", "192.0.2.99", "NXDOMAIN"),
            ("resolve4", "empty.example.com", "NODATA"),
            ("resolve4", "failing.example.com", "TEMPFAIL"),
            ("resolve4", "garbled.example.com", "PROTOCOL"),
            ("resolve4", "no..name", "BADQUERY"),
            ("resolve6", "x" * 64, "BADQUERY"),
            ("reverse", "no address", "BADQUERY"),
        ],
    )
    def test_errors(self, ask, name, code):
        event, found, message = outcome(getattr(node_dns, ask)(name))
        assert (event, found) == ("error", getattr(node_dns, code))
        assert " " in message


def test_a_server_that_says_nothing(dns_server):
    before = network.use(ZoneNetwork(dns_server(lambda query, over: None), timeout=20))
    try:
        event, code, message = outcome(node_dns.resolve4("www.example.com"))
    finally:
        network.use(before)
    assert (event, code) == ("error", node_dns.TEMPFAIL)
    assert "in time" in message


def test_out_of_memory():
    class Full(network.Network):
        def query_dns(self, message, done):
            done(MemoryError(), None)

    before = network.use(Full())
    try:
        promise = node_dns.resolve4("www.example.com")
        with pytest.raises(Exception, match=str(node_dns.NOMEM)):
            promise.wait()
    finally:
        network.use(before)


def test_the_six_codes_differ():
    codes = {name: getattr(node_dns, name) for name in node_dns.__all__ if name.isupper()}
    assert sorted(codes) == ["BADQUERY", "NODATA", "NOMEM", "NXDOMAIN", "PROTOCOL", "TEMPFAIL"]
    assert len(set(codes.values())) == 6


def test_the_network_asks_the_servers_of_the_machine(monkeypatch, dns_server):
    server = dns_server(from_zone)
    monkeypatch.setattr(dns_client, "system_servers", lambda: dns_client.Servers((server.address,)))
    assert outcome(node_dns.resolve6("web.example.com"))[1] == ["2001:db8::1"]


PROGRAM = """
var dns = require("dns"), sys = require("sys");
dns.resolve4("www.example.com").addCallback(function (addresses, ttl, cname) {
  sys.puts(JSON.stringify([addresses.sort(), ttl, cname]));
  var codes = ["TEMPFAIL", "PROTOCOL", "NXDOMAIN", "NODATA", "NOMEM", "BADQUERY"];
  dns.reverse(addresses[0]).addCallback(function (domains, ttl, cname) {
    sys.puts(JSON.stringify([domains.sort(), ttl, cname]));
    var names = ["garbled", "nowhere", "empty", "no..name", "failing"], left = names.length, found = {};
    names.forEach(function (name) {
      dns.resolve4(name + ".example.com").addErrback(function (code, msg) {
        found[name] = [codes.filter(function (known) { return dns[known] === code; })[0], typeof msg];
        if (--left === 0) sys.puts(JSON.stringify(names.map(function (name) { return found[name]; })));
      });
    });
  });
});
dns.resolve6("web.example.com").addCallback(function (addresses) {
  if (addresses[0] !== "2001:db8::1") throw new Error(addresses);
});
"""


@needs_javascript
def test_javascript(zone, tmp_path):
    lines = run(tmp_path, PROGRAM, name_server=zone.address).splitlines()
    assert [json.loads(line) for line in lines] == [
        [["192.0.2.1", "192.0.2.2"], 60, "web.example.com"],
        [["a.example", "b.example"], 5, "1.2.0.192.in-addr.arpa"],
        [[code, "string"] for code in ("PROTOCOL", "NXDOMAIN", "NODATA", "BADQUERY", "TEMPFAIL")],
    ]
