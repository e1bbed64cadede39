"""`crypto` in Python. What JavaScript sees of it is compared with the real one in compare/programs."""

import hashlib
import hmac

import pytest
from nodecore.loop import get_loop

from eras.node_0_10 import crypto
from eras.node_0_10.errors import NodeError, NodeTypeError


def test_a_digest_of_pieces():
    made = crypto.createHash("sha1").update("a").update(b"b").digest("hex")
    assert made == hashlib.sha1(b"ab").hexdigest()


def test_a_digest_is_bytes_unless_an_encoding_is_named():
    assert crypto.createHash("md5").update("a").digest() == hashlib.md5(b"a").digest()


def test_text_is_one_byte_for_each_character_unless_an_encoding_is_named():
    assert crypto.createHash("md5").update("é").digest() == hashlib.md5(b"\xe9").digest()
    assert crypto.createHash("md5").update("é", "utf8").digest() == hashlib.md5("é".encode()).digest()


def test_a_digest_can_be_had_once():
    made = crypto.createHash("md5")
    made.digest()
    with pytest.raises(NodeError, match="Not initialized"):
        made.digest()
    with pytest.raises(NodeTypeError, match="HashUpdate fail"):
        made.update("more")


def test_unknown_digest():
    with pytest.raises(NodeError, match="Digest method not supported"):
        crypto.createHash("xyzzy")


def test_every_digest_that_is_named_works():
    for name in crypto.getHashes():
        assert crypto.createHash(name if not name.startswith(("rsa-", "dsa")) else "sha1").digest()


def test_hmac():
    expected = hmac.new(b"key", b"text", "sha256").hexdigest()
    assert crypto.createHmac("sha256", "key").update("text").digest("hex") == expected


def test_a_hash_is_a_stream():
    stream = crypto.createHash("sha256")
    stream.end("text")
    assert stream.read() == hashlib.sha256(b"text").digest()


@pytest.mark.parametrize("name", crypto.getCiphers())
def test_ciphers_there_and_back(name):
    cipher = crypto.createCipher(name, "password")
    secret = cipher.update("some text", "utf8") + cipher.final()
    decipher = crypto.createDecipher(name, "password")
    assert decipher.update(secret) + decipher.final() == b"some text"


def test_wrong_key():
    cipher = crypto.createCipheriv("aes-128-cbc", b"0" * 16, b"0" * 16)
    secret = cipher.update(b"text") + cipher.final()
    decipher = crypto.createDecipheriv("aes-128-cbc", b"1" * 16, b"0" * 16)
    decipher.update(secret)
    with pytest.raises(NodeTypeError, match="bad decrypt"):
        decipher.final()


def test_random_bytes_with_a_callback():
    seen = []
    crypto.randomBytes(8, lambda error, data: seen.append((error, len(data))))
    assert seen == []
    get_loop().run()
    assert seen == [(None, 8)]


def test_pbkdf2():
    seen = []
    crypto.pbkdf2("password", "salt", 2, 20, lambda error, key: seen.append(key))
    get_loop().run()
    assert seen == [crypto.pbkdf2Sync("password", "salt", 2, 20)]
    assert seen[0].hex() == "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"


@pytest.mark.parametrize(
    ("name", "begins"),
    [("md4", "a448017aaf21d852"), ("RSA-MD4", "a448017aaf21d852"), ("whirlpool", "4e2448a4c6f486bb")],
)
def test_digests_that_openssl_keeps_apart(name, begins):
    if name.lower() not in crypto.getHashes():
        pytest.skip("this system has no legacy provider of OpenSSL")
    assert crypto.createHash(name).update("abc").digest("hex").startswith(begins)


def test_what_no_error_tells_stands_on_stderr(capsys):
    for attempt in (
        lambda: crypto.createCipher("nope", "x"),
        lambda: crypto.createCipheriv("aes-128-cbc", b"0" * 16, b"0"),
        lambda: crypto.createSign("nope"),
    ):
        with pytest.raises(NodeError):
            attempt()
    said = ["Unknown cipher nope", "Invalid IV length 1", "Unknown message digest nope"]
    assert capsys.readouterr().err == "".join(f"node-crypto : {line}\n" for line in said)


def test_a_signature_of_dsa_is_not_made_with_a_key_of_rsa():
    assert crypto.createSign("dss1").update("x").sign(_rsa_key()[0]) == b""


def test_signatures():
    key, certificate = _rsa_key()
    sign = crypto.createSign("RSA-SHA256").update("some ").update("text")
    signature = sign.sign(key, "hex")
    for public in certificate:
        assert crypto.createVerify("RSA-SHA256").update("some text").verify(public, signature, "hex")
        assert not crypto.createVerify("RSA-SHA256").update("other text").verify(public, signature, "hex")
    assert not crypto.createVerify("sha1").update("some text").verify("no key", signature, "hex")
    assert crypto.createSign("sha1").update("x").sign("no key") == b""


def _rsa_key():
    from cryptography.hazmat.primitives import serialization as s
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(65537, 1024)
    private = key.private_bytes(s.Encoding.PEM, s.PrivateFormat.TraditionalOpenSSL, s.NoEncryption())
    public = key.public_key()
    formats = s.PublicFormat.SubjectPublicKeyInfo, s.PublicFormat.PKCS1
    return private.decode(), [public.public_bytes(s.Encoding.PEM, one).decode() for one in formats]


def test_diffie_hellman():
    alice = crypto.createDiffieHellman(64)
    bob = crypto.createDiffieHellman(alice.getPrime())
    alice.generateKeys()
    bob.generateKeys()
    assert alice.computeSecret(bob.getPublicKey()) == bob.computeSecret(alice.getPublicKey())
    bob.setPrivateKey(alice.getPrivateKey("hex"), "hex")
    assert bob.generateKeys() == alice.getPublicKey()


def test_a_group_has_no_keys_set():
    group = crypto.createDiffieHellmanGroup("MODP2")
    assert isinstance(group, crypto.DiffieHellmanGroup)
    assert not isinstance(group, crypto.DiffieHellman)
    assert not hasattr(group, "setPrivateKey")
    with pytest.raises(NodeError, match="No group name given"):
        crypto.DiffieHellmanGroup()


def test_the_default_encoding(monkeypatch):
    monkeypatch.setattr(crypto, "DEFAULT_ENCODING", "hex")
    assert crypto.createHash("md5").update("61").digest() == hashlib.md5(b"a").hexdigest()


@pytest.mark.parametrize(
    "made",
    [
        lambda options: crypto.createHash("md5", **options),
        lambda options: crypto.createHmac("md5", "key", **options),
        lambda options: crypto.createCipher("aes192", "password", **options),
        lambda options: crypto.createDecipheriv("aes128", b"k" * 16, b"v" * 16, **options),
        lambda options: crypto.createSign("RSA-SHA1", **options),
    ],
)
def test_streams_take_their_options_as_keywords(made):
    assert made({"highWaterMark": 5})._writableState.highWaterMark == 5
