"""Signatures over what was written, made with a private key and checked with a public one."""

from nodecore.extras import need

from ..errors import NodeError
from ..options import merged
from ..stream import Writable
from . import data, digests

_NOT_OF_RSA = "dss", "dsa", "ecdsa"


class _Signing:
    """Gathers the digest of what is to be signed."""

    def _start(self, algorithm, kind, options):
        if not isinstance(algorithm, str):
            raise NodeError(f"Must give {kind.lower()}type string as argument")
        self._name = algorithm
        self._algorithm = digests.find(algorithm)
        if self._algorithm is None:
            data.complain(f"Unknown message digest {algorithm}")
            raise NodeError(f"{kind}Init error")
        self._state = digests.new(self._algorithm)
        Writable.__init__(self, options)

    def _add(self, given, encoding=None):
        self._state.update(data.message(given, encoding))
        return self

    def _stream_piece(self, chunk, encoding, callback):
        self._add(chunk, encoding)
        callback()

    def _scheme(self, key):
        """What the key needs to be told besides the digest: RSA has a padding."""
        digest = getattr(_part("hashes"), self._algorithm.upper(), None)
        if digest is None:
            raise ValueError(f"cannot sign with {self._algorithm}")
        hashed = _part("asymmetric.utils").Prehashed(digest())
        if hasattr(key, "curve"):
            return (_part("asymmetric.ec").ECDSA(hashed),)
        if hasattr(key, "parameters"):
            return (hashed,)
        if self._name.lower().startswith(_NOT_OF_RSA):
            raise ValueError(f"{self._name} is no signature of RSA")
        return _part("asymmetric.padding").PKCS1v15(), hashed


def _part(name):
    return need(f"cryptography.hazmat.primitives.{name}", "tls", "a signature")


class Sign(Writable, _Signing):
    """Makes signatures."""

    def __init__(self, algorithm, options=None, **more):
        self._start(algorithm, "Sign", merged(options, more))

    def update(self, data_, encoding=None):
        """Add to what is signed."""
        return self._add(data_, encoding)

    def sign(self, private_key, output_format=None):
        """The signature of all that was added, made with a key in PEM; empty for what is no key."""
        serialization = _part("serialization")
        text = data.key(private_key)
        try:
            key = serialization.load_pem_private_key(text, None)
            signature = key.sign(self._state.digest(), *self._scheme(key))
        except (ValueError, TypeError):
            signature = b""
        return data.result(signature, output_format)

    _write = _Signing._stream_piece


class Verify(Writable, _Signing):
    """Checks signatures."""

    def __init__(self, algorithm, options=None, **more):
        self._start(algorithm, "Verify", merged(options, more))

    def update(self, data_, encoding=None):
        """Add to what was signed."""
        return self._add(data_, encoding)

    def verify(self, object_, signature, signature_format=None):
        """Whether the signature is one of all that was added; `object` is a public key or a certificate."""
        exceptions = need("cryptography.exceptions", "tls", "a signature")
        text, signature = data.key(object_), data.key(signature, signature_format)
        try:
            key = _public_key(text)
            key.verify(signature, self._state.digest(), *self._scheme(key))
        except (ValueError, TypeError, exceptions.InvalidSignature):
            return False
        return True

    _write = _Signing._stream_piece


def _public_key(text):
    if b"CERTIFICATE-----" in text:
        return need("cryptography.x509", "tls", "a signature").load_pem_x509_certificate(text).public_key()
    serialization = _part("serialization")
    return serialization.load_pem_public_key(text)


def createSign(algorithm=None, options=None, **more):
    """A new `Sign`, of an algorithm such as `RSA-SHA256`."""
    return Sign(algorithm, options, **more)


def createVerify(algorithm=None, options=None, **more):
    """A new `Verify`, of an algorithm such as `RSA-SHA256`."""
    return Verify(algorithm, options, **more)
