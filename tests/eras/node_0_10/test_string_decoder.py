"""`string_decoder` of 0.10."""

import pytest
from nodecore.errors import NodeError

from eras.node_0_10 import string_decoder
from eras.node_0_10.string_decoder import StringDecoder


def test_names():
    assert string_decoder.__all__ == ["StringDecoder"]
    assert {"write", "end"} <= set(vars(StringDecoder))


@pytest.mark.parametrize(
    ("encoding", "pieces", "expected"),
    [
        ("utf8", ["e2", "82", "ac"], ["", "", "€", ""]),
        ("utf8", ["61e282"], ["a", "\ufffd\ufffd"]),
        ("utf8", ["f09f98", "8062"], ["", "😀b", ""]),
        ("utf8", ["c3", "61"], ["", "\ufffda", ""]),
        ("utf8", ["f061", "82", "808098"], ["", "", "\ufffda\ufffd\ufffd\ufffd\ufffd", ""]),
        ("utf8", ["eda0bd", "edb880"], ["", "😀", ""]),
        ("ucs2", ["61", "003d", "d800de"], ["", "a", "😀", ""]),
        ("ucs2", ["3dd8"], ["", "\ud83d"]),
        ("base64", ["61", "62", "6364"], ["", "", "YWJj", "ZA=="]),
        ("hex", ["61", "62"], ["61", "62", ""]),
        ("ascii", ["e9"], ["i", ""]),
        ("binary", ["e9"], ["é", ""]),
        (None, ["c3", "a9"], ["", "é", ""]),
    ],
)
def test_pieces(encoding, pieces, expected):
    decoder = StringDecoder(encoding)
    assert [*(decoder.write(bytes.fromhex(piece)) for piece in pieces), decoder.end()] == expected


def test_end_with_a_last_piece():
    decoder = StringDecoder("utf8")
    decoder.write(b"\xc3")
    assert decoder.end(b"\xa9!") == "é!"


def test_unknown_encoding():
    with pytest.raises(NodeError, match=r"^Unknown encoding: nope$"):
        StringDecoder("nope")


def test_what_is_kept_stays_kept():
    decoder = StringDecoder("utf8")
    decoder.write(b"a\xe2\x82")
    assert decoder.end() == decoder.end() != ""


def test_halves_that_follow_each_other_come_at_the_end():
    decoder = StringDecoder("utf8")
    assert [decoder.write(bytes([byte])) for byte in b"\xed\xa0\x80\xed\xa0\x80"] == [""] * 6
    assert decoder.end() == "\ud800\ud800"


@pytest.mark.parametrize(
    ("given", "shown"), [("UTF-8", "utf8"), ("ucs-2", "ucs2"), ("UTF-16LE", "utf16le"), (None, "utf8")]
)
def test_the_name_of_the_encoding(given, shown):
    assert StringDecoder(given).encoding == shown
