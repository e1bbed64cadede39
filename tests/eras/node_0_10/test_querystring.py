"""`querystring` of 0.10: what a table of calls (in `differential`) cannot show."""

import pytest

from eras.node_0_10 import querystring


def test_names():
    expected = {"unescapeBuffer", "unescape", "escape", "encode", "stringify", "decode", "parse"}
    assert set(querystring.__all__) == expected
    assert querystring.encode is querystring.stringify
    assert querystring.decode is querystring.parse


def test_at_most_a_thousand_keys():
    text = "&".join(f"k{n}=1" for n in range(1500))
    assert len(querystring.parse(text)) == 1000
    assert len(querystring.parse(text, None, None, {"maxKeys": 0})) == 1500
    assert len(querystring.parse(text, options={"maxKeys": 7})) == 7


@pytest.mark.parametrize("nothing", [None, "", 5, {}])
def test_nothing_to_parse(nothing):
    assert querystring.parse(nothing) == {}


def test_escape_can_be_replaced(monkeypatch):
    monkeypatch.setattr(querystring, "escape", lambda text: f"<{text}>")
    assert querystring.stringify({"a": "b"}) == "<a>=<b>"


def test_other_separators():
    assert querystring.stringify({"foo": "bar", "baz": "qux"}, ";", ":") == "foo:bar;baz:qux"
    assert querystring.parse("foo:bar;baz:qux", ";", ":") == {"foo": "bar", "baz": "qux"}


def test_escape_and_unescape():
    assert querystring.escape("a b&ü/!") == "a%20b%26%C3%BC%2F!"
    assert querystring.unescape("a%20b%26+%C3%BC") == "a b&+ü"


def test_half_a_surrogate_pair_is_no_uri():
    with pytest.raises(ValueError, match=r"^URI malformed$"):
        querystring.escape("\ud800")


def test_python_shapes():
    assert querystring.stringify({"a": (1, 2.0), "b": 1e-7, "c": float("nan")}) == "a=1&a=2&b=1e-7&c="
    assert querystring.stringify({"a": 1.25e-5, "b": 10**21, "c": 10**400, "d": 2**60}) == (
        "a=0.0000125&b=1e%2B21&c=&d=1152921504606846976"
    )
    assert querystring.parse("a=1&a=2&b") == {"a": ["1", "2"], "b": ""}


def test_what_is_put_in_place_of_escape_is_called(monkeypatch):
    monkeypatch.setattr(querystring, "escape", lambda text: f"<{text}>")
    assert querystring.stringify({"a": "b"}) == "<a>=<b>"


@pytest.mark.parametrize(
    ("text", "sep", "eq", "options", "found"),
    [
        ("a::b;;c::d", ";;", "::", None, {"a": ":b", "c": ":d"}),
        ("a=1&b=2&c=3", None, None, {"maxKeys": 1.5}, {"a": "1", "b": "2"}),
    ],
)
def test_odd_options(text, sep, eq, options, found):
    assert querystring.parse(text, sep, eq, options) == found
