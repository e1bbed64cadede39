"""Encodings: what Node 0.10.15 made of each text and each byte (observed on it)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nodecore.encodings import UnknownEncodingError, canonical, decode, encode, is_encoding
from nodecore.string_decoder import StringDecoder

ENCODED = [
    ("é€Ła", "ascii", "e9ac4161"),
    ("a\0Ā", "ascii", "612020"),
    ("é€Ła", "binary", "e9ac4161"),
    ("😀", "binary", "3d00"),
    ("é€😀", None, "c3a9e282acf09f9880"),
    ("\ud800a", "utf8", "eda08061"),
    ("\ud83d\ude00", "UTF-8", "f09f9880"),
    ("aé\ud83d", "ucs2", "6100e9003dd8"),
    ("a", "UTF-16LE", "6100"),
    ("zz", "hex", ""),
    ("abzz12", "hex", "ab"),
    ("Ab12", "hex", "ab12"),
    ("YW Jj", "base64", "616263"),
    ("YW-_", "base64", "616fbf"),
    ("YQ", "base64", "61"),
    ("Y", "base64", ""),
    ("YQ==YQ==", "base64", "610610"),
    ("éYQ", "base64", "61"),
]

DECODED = [
    ("41e9ff80", "ascii", "Ai\x7f\0"),
    ("41e9ff80", "binary", "Aéÿ\x80"),
    ("e28241", "utf8", "\ufffd\ufffdA"),
    ("f09f98", "utf8", "\ufffd\ufffd\ufffd"),
    ("c080", "utf8", "\ufffd\ufffd"),
    ("eda080", "utf8", "\ud800"),
    ("eda080edb08041", "utf8", "\U00010000A"),
    ("f4908080", "utf8", "\U00010000"),
    ("f48fbfbf", "utf8", "\U0010ffff"),
    ("fbbfbfbfbf41", "utf8", "\ufffd" * 5 + "A"),
    ("efbbbf41", "utf8", "\ufeffA"),
    ("610062", "ucs2", "a"),
    ("3dd8", "ucs2", "\ud83d"),
    ("00ff", "hex", "00ff"),
    ("6162", "base64", "YWI="),
]


@pytest.mark.parametrize(("text", "encoding", "data"), ENCODED)
def test_encode(text, encoding, data):
    assert encode(text, encoding).hex() == data


@pytest.mark.parametrize(("data", "encoding", "text"), DECODED)
def test_decode(data, encoding, text):
    assert decode(bytes.fromhex(data), encoding) == text


def test_other_kinds_of_bytes():
    assert decode(bytearray(b"\xc3\xa9")) == decode(memoryview(b"\xc3\xa9")) == "é"


def test_names():
    assert is_encoding("UCS-2")
    assert not is_encoding("latin1")
    assert not is_encoding(None)
    assert canonical("Utf-16LE") == "ucs2"


@pytest.mark.parametrize("use", [encode, decode, lambda value, name: StringDecoder(name)])
def test_unknown(use):
    with pytest.raises(UnknownEncodingError, match=r"^Unknown encoding: nope$"):
        use("a", "nope")


def test_hex_comes_in_pairs():
    with pytest.raises(TypeError, match=r"^Invalid hex string$"):
        encode("abc", "hex")


@given(st.text(), st.sampled_from(["utf8", "ucs2"]))
def test_text_survives(text, encoding):
    assert decode(encode(text, encoding), encoding) == text


@given(st.binary(), st.sampled_from(["binary", "hex", "base64"]))
def test_bytes_survive(data, encoding):
    assert encode(decode(data, encoding), encoding) == data


@given(st.text(), st.sampled_from(["utf8", "ucs2"]), st.lists(st.integers(0, 9)))
def test_decoder_does_not_tear_characters(text, encoding, sizes):
    data = encode(text, encoding)
    decoder, parts = StringDecoder(encoding), []
    for size in sizes:
        parts.append(decoder.write(data[:size]))
        data = data[size:]
    parts += [decoder.write(data), decoder.end()]
    assert "".join(parts) == text


@given(st.binary(), st.lists(st.integers(0, 9)))
def test_decoder_of_base64_gives_one_text(data, sizes):
    expected, decoder, parts = decode(data, "base64"), StringDecoder("base64"), []
    for size in sizes:
        parts.append(decoder.write(data[:size]))
        data = data[size:]
    assert "".join([*parts, decoder.end(data)]) == expected
