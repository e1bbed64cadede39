"""`punycode` in Python. What JavaScript sees of it is compared with the real one in compare/programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eras.node_0_10 import punycode
from eras.node_0_10.errors import NodeError


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_there_and_back(text):
    assert punycode.decode(punycode.encode(text)) == text


@given(st.text(st.sampled_from("abz019-AZ")))
def test_any_letters_are_text_or_an_error(text):
    try:
        assert isinstance(punycode.decode(text), str)
    except NodeError as error:
        assert error.message


def test_domains():
    assert punycode.toASCII("mañana.com") == "xn--maana-pta.com"
    assert punycode.toUnicode("xn--maana-pta.com") == "mañana.com"
    assert punycode.toASCII("a\u3002b") == "a.b"


def test_code_points():
    assert punycode.ucs2.decode("a😀") == [97, 0x1F600]
    assert punycode.ucs2.decode("\ud83d\ud83d\ude00") == [0xD83D, 0xD83D, 0xDE00]
    assert punycode.ucs2.encode([97, 0x1F600]) == "a😀"


@pytest.mark.parametrize("value", [None, 5])
def test_what_is_no_text(value):
    with pytest.raises(NodeError, match=r"of undefined|has no method"):
        punycode.toASCII(value)


@pytest.mark.parametrize("text", ["é-abc", "99999999", "--dqo34k!"])
def test_no_punycode(text):
    with pytest.raises(NodeError):
        punycode.decode(text)
