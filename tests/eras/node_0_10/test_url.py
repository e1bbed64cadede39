"""`url` of 0.10: what a table of calls (in `differential`) cannot show."""

import pytest

from eras.node_0_10 import url

FIELDS = "protocol,slashes,auth,host,port,hostname,hash,search,query,pathname,path,href"


def test_names():
    assert set(url.__all__) == {"parse", "resolve", "resolveObject", "format", "Url"}
    assert {"parse", "format", "resolve", "resolveObject", "parseHost"} <= set(vars(url.Url))


def test_fields_are_attributes_in_the_order_of_0_10():
    parsed = url.parse("http://user:pass@host.com:8080/p/a/t/h?query=string#hash")
    assert ",".join(vars(parsed)) == FIELDS
    assert parsed.protocol == "http:"
    assert parsed.slashes is True
    assert (parsed.auth, parsed.host, parsed.hostname, parsed.port) == (
        "user:pass",
        "host.com:8080",
        "host.com",
        "8080",
    )
    assert (parsed.pathname, parsed.search, parsed.query) == ("/p/a/t/h", "?query=string", "query=string")
    assert (parsed.path, parsed.hash) == ("/p/a/t/h?query=string", "#hash")
    assert parsed.format() == parsed.href


def test_the_example_of_the_document():
    parsed = url.parse("/status?name=ryan", True)
    assert (parsed.href, parsed.search, parsed.pathname) == ("/status?name=ryan", "?name=ryan", "/status")
    assert parsed.query == {"name": "ryan"}
    assert parsed.host is None


def test_a_url_is_parsed_already():
    parsed = url.parse("/a")
    assert url.parse(parsed) is parsed
    assert parsed.resolve("b") == "/b"
    assert url.resolveObject(None, "a") == "a"


def test_slashes_denote_a_host():
    parsed = url.parse("//foo/bar", False, True)
    assert (parsed.host, parsed.pathname) == ("foo", "/bar")
    assert url.parse("//foo/bar").pathname == "//foo/bar"


def test_resolve():
    assert url.resolve("/one/two/three", "four") == "/one/two/four"
    assert url.resolve("http://example.com/one", "/two") == "http://example.com/two"


def test_changed_fields_are_formatted():
    parsed = url.parse("http://a.com:1/b?c")
    parsed.host, parsed.port, parsed.search, parsed.query = None, 99, None, {"d": ["e", "f"]}
    assert url.format(parsed) == "http://a.com:99/b?d=e&d=f"


@pytest.mark.parametrize(
    ("value", "kind"), [(None, "object"), (5, "number"), (True, "boolean"), ({}, "object")]
)
def test_only_text_is_parsed(value, kind):
    with pytest.raises(TypeError, match=f"^Parameter 'url' must be a string, not {kind}$"):
        url.parse(value)
