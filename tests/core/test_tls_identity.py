"""Whom a certificate fits: names, wildcards and addresses."""

import pytest
from nodecore.tls import Names, fits
from nodecore.tls.identity import names_in_text

DNS = [
    ("a.com", "a.com", True),
    ("A.COM", "a.com", True),
    ("a.com", "A.Com.", True),
    ("a.com", "b.com", False),
    ("x.a.com", "*.a.com", True),
    ("a.com", "*.a.com", False),
    ("x.y.a.com", "*.a.com", False),
    (".a.com", "*.a.com", False),
    ("foo.a.com", "f*.a.com", True),
    ("foo.a.com", "f*o.a.com", True),
    ("fo.a.com", "f*o.a.com", True),
    ("f.a.com", "f*o.a.com", False),
    ("bar.a.com", "f*.a.com", False),
    ("foo.a.com", "f**.a.com", False),
    ("x.a.com", "x.*.com", False),
    ("a.com", "*.com", False),
    ("localhost", "*", False),
    ("xn--x.a.com", "xn--*.a.com", False),
]


@pytest.mark.parametrize(("host", "name", "expected"), DNS)
def test_dns_names(host, name, expected):
    assert fits(host, Names(dns=(name,))) is expected


@pytest.mark.parametrize(
    ("host", "address", "expected"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.1", "127.0.0.2", False),
        ("::1", "0:0:0:0:0:0:0:1", True),
        ("::1", "nonsense", False),
    ],
)
def test_addresses(host, address, expected):
    assert fits(host, Names(addresses=(address,))) is expected


def test_an_address_fits_no_name():
    assert not fits("127.0.0.1", Names(common=("127.0.0.1",), dns=("127.0.0.1", "*.0.0.1")))


def test_the_common_name_counts_when_there_is_no_other_name_of_a_host():
    assert fits("a.com", Names(common=("x", "a.com")))
    assert fits("a.com", Names(common=("a.com",), addresses=("1.2.3.4",)))
    assert not fits("a.com", Names(common=("a.com",), dns=("b.com",)))
    assert not fits("a.com", Names(common=("a.com",), uris=("http://b.com/",)))
    assert not fits("a.com", Names())


def test_uris_count_by_their_host_and_without_wildcards():
    assert fits("a.com", Names(uris=("https://a.com/path",)))
    assert not fits("x.a.com", Names(uris=("https://*.a.com/",)))
    assert not fits("a.com", Names(uris=("http://[",)))


def test_names_in_text():
    text = "DNS:a.com, DNS:*.b.com, IP Address:127.0.0.1, URI:http://c/, email:d@e"
    assert names_in_text(text) == Names((), ("a.com", "*.b.com"), ("http://c/",), ("127.0.0.1",))
    assert names_in_text("") == Names()
