"""DNS messages: what is asked, and what replies of every kind say."""

import builtins

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nodecore import extras
from nodecore.dns_messages import Answer, DnsError, answer, question, reverse_name


def reply(query, *records, rcode="NOERROR"):
    """A reply to `query` with records given as text: name, ttl, type, value."""
    message = dns.message.make_response(dns.message.from_wire(query))
    message.set_rcode(dns.rcode.from_text(rcode))
    for name, ttl, kind, *values in records:
        message.answer.append(dns.rrset.from_text(name, ttl, "IN", kind, *values))
    return message.to_wire(want_shuffle=False)


def code(query, reply):
    """What is wrong with a reply."""
    with pytest.raises(DnsError) as caught:
        answer(query, reply)
    assert caught.value.message
    return caught.value.code


A = question("www.example.com", "A")


def test_a_question_asks_for_recursion():
    message = dns.message.from_wire(A)
    assert message.question[0].to_text() == "www.example.com. IN A"
    assert message.flags & dns.flags.RD


def test_every_question_has_an_id_of_its_own():
    assert len({question("example.com", "A")[:2] for _ in range(50)}) > 40


def test_addresses():
    found = answer(A, reply(A, ("www.example.com.", 300, "A", "192.0.2.1", "192.0.2.2")))
    assert found == Answer(["192.0.2.1", "192.0.2.2"], 300, "www.example.com")


def test_addresses_of_ipv6():
    query = question("www.example.com", "AAAA")
    found = answer(query, reply(query, ("www.example.com.", 5, "AAAA", "2001:db8:0:0::1")))
    assert found.values == ["2001:db8::1"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("192.0.2.7", "7.2.0.192.in-addr.arpa"),
        ("2001:db8::1", "1.0.0.0." + "0." * 20 + "8.b.d.0.1.0.0.2.ip6.arpa"),
    ],
)
def test_names_of_an_address(address, name):
    assert reverse_name(address) == name
    query = question(name, "PTR")
    found = answer(query, reply(query, (name + ".", 60, "PTR", "a.example.com.", "b.example.com.")))
    assert sorted(found.values) == ["a.example.com", "b.example.com"]
    assert found.canonical_name == name


def test_a_chain_of_aliases_is_followed_and_holds_as_long_as_its_weakest_link():
    found = answer(
        A,
        reply(
            A,
            ("www.example.com.", 300, "CNAME", "a.example.com."),
            ("a.example.com.", 30, "CNAME", "b.example.net."),
            ("b.example.net.", 900, "A", "192.0.2.9"),
        ),
    )
    assert found == Answer(["192.0.2.9"], 30, "b.example.net")


@pytest.mark.parametrize(
    "records",
    [
        (),
        [("www.example.com.", 300, "CNAME", "a.example.com.")],
        [("other.example.com.", 300, "A", "192.0.2.1")],
        [("www.example.com.", 300, "AAAA", "2001:db8::1")],
    ],
    ids=["empty", "only an alias", "of another name", "of another type"],
)
def test_no_data(records):
    assert code(A, reply(A, *records)) == "NODATA"


def test_no_domain():
    assert code(A, reply(A, rcode="NXDOMAIN")) == "NXDOMAIN"
    alias = ("www.example.com.", 300, "CNAME", "gone.example.com.")
    assert code(A, reply(A, alias, rcode="NXDOMAIN")) == "NXDOMAIN"


@pytest.mark.parametrize("rcode", ["SERVFAIL", "REFUSED", "NOTIMP"])
def test_servers_that_fail(rcode):
    assert code(A, reply(A, rcode=rcode)) == "TEMPFAIL"


@pytest.mark.parametrize("rcode", ["FORMERR", "YXDOMAIN", "NOTAUTH"])
def test_replies_of_no_use(rcode):
    assert code(A, reply(A, rcode=rcode)) == "PROTOCOL"


def test_garbled_replies():
    whole = reply(A, ("www.example.com.", 300, "A", "192.0.2.1"))
    for garbled in (b"", A[:2], whole[:-1], whole + b"!", A[:2] + b"\x81\x80" + b"\xff" * 40, A):
        assert code(A, garbled) == "PROTOCOL"
    assert code(A, reply(question("www.example.org", "A"))) == "PROTOCOL"
    denied = reply(A, ("www.example.com.", 300, "A", "192.0.2.1"), rcode="NXDOMAIN")
    assert code(A, denied) == "PROTOCOL"


def test_aliases_that_lead_in_circles():
    circle = reply(
        A,
        ("www.example.com.", 300, "CNAME", "a.example.com."),
        ("a.example.com.", 300, "CNAME", "www.example.com."),
    )
    assert code(A, circle) == "PROTOCOL"


@given(st.binary(max_size=80))
def test_any_bytes_are_an_answer_or_a_dns_error(tail):
    for start in (b"", A[:2] + b"\x81\x80", A[:2] + b"\x81\x80\0\1\0\1\0\0\0\0" + A[12:]):
        try:
            answer(A, start + tail)
        except DnsError:
            pass


@pytest.mark.parametrize("name", ["", "a..b", ".a", "x" * 64, "x." * 128, None, 7, "\\"])
def test_names_that_are_none(name):
    with pytest.raises(DnsError) as caught:
        question(name, "A")
    assert caught.value.code == "BADQUERY"


@pytest.mark.parametrize("address", ["", "1.2.3", "1.2.3.256", "x", None, 7, "1.2.3.4 ", ":::"])
def test_addresses_that_are_none(address):
    with pytest.raises(DnsError) as caught:
        reverse_name(address)
    assert caught.value.code == "BADQUERY"


# -- the library ----------------------------------------------------------------------------------------


def test_without_the_library_the_error_says_how_to_get_it(monkeypatch):
    def missing(name, *args):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(ImportError, match=r"dns needs a library: pip install 'node-eras\[dns\]'"):
        question("example.com", "A")


def test_a_library_that_is_there_but_broken_says_so_itself(monkeypatch):
    def broken(name):
        raise ModuleNotFoundError("No module named 'inner'", name="inner")

    monkeypatch.setattr(extras, "import_module", broken)
    with pytest.raises(ModuleNotFoundError, match="inner"):
        extras.need("dns", "dns", "dns")


def test_an_extra_brings_what_it_names():
    assert extras.need("builtins", "none", "nobody") is builtins
