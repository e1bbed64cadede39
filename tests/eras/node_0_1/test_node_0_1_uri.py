"""`uri` of 0.1, which has the parts of `request.uri` and those of an address."""

from __future__ import annotations

import pytest
from run_0_1 import needs_javascript, run

from eras.node_0_1 import uri


def test_parse_an_address():
    parts = uri.parse("http://me:secret@www.example.com:8080/a/b?x=1&y=%20#there")
    assert vars(parts) == {
        "full": "http://me:secret@www.example.com:8080/a/b?x=1&y=%20#there",
        "protocol": "http",
        "user": "me",
        "password": "secret",
        "domain": "www.example.com",
        "port": "8080",
        "path": "/a/b",
        "queryString": "x=1&y=%20",
        "params": {"x": "1", "y": " "},
        "fragment": "there",
    }


@pytest.mark.parametrize(
    ("address", "protocol", "user", "domain", "port", "path"),
    [
        ("http://example.com", "http", "", "example.com", "", ""),
        ("https://[::1]:8000/", "https", "", "[::1]", "8000", "/"),
        ("http://me@example.com/x", "http", "me", "example.com", "", "/x"),
        ("/only/a/path", "", "", "", "", "/only/a/path"),
        ("/path?http://x/", "", "", "", "", "/path"),
        ("", "", "", "", "", ""),
    ],
)
def test_parts_that_are_not_there_are_empty(address, protocol, user, domain, port, path):
    parts = uri.parse(address)
    found = (parts.protocol, parts.user, parts.domain, parts.port, parts.path)
    assert found == (protocol, user, domain, port, path)


def test_decode():
    assert uri.decode("a%20b%C3%A9+%zz%") == "a bé+%zz%"


@pytest.mark.parametrize(
    ("relative", "absolute"),
    [
        ("./d.js", "http://h/a/d.js"),
        ("../d", "http://h/d"),
        ("/d", "http://h/d"),
        ("http://o/x", "http://o/x"),
    ],
)
def test_resolve(relative, absolute):
    assert uri.resolve("http://h/a/b.js", relative) == absolute


PROGRAM = """
var uri = require("uri"), sys = require("sys"), parts = uri.parse("http://h:1/p?a=b#f");
sys.puts([parts.full, parts.protocol, parts.domain, parts.port, parts.path, parts.params.a, parts.fragment]);
sys.puts([uri.decode("%41"), uri.resolve("http://h/a/b", "c")]);
"""


@needs_javascript
def test_javascript(tmp_path):
    assert run(tmp_path, PROGRAM) == "http://h:1/p?a=b#f,http,h,1,/p,b,f\nA,http://h/a/c\n"
