"""Digests and keyed digests: one call after the other, or as streams that give their result at the end."""

import hmac

from ..errors import NodeError, NodeTypeError
from ..stream import Transform
from . import data, digests


class Hash(Transform):
    """A digest of what is written, or passed to `update`."""

    def __init__(self, algorithm, options=None, **more):
        if not isinstance(algorithm, str):
            raise NodeError("Must give hashtype string as argument")
        digest = digests.find(algorithm)
        if digest is None:
            raise NodeError("Digest method not supported")
        self._state = digests.new(digest)
        super().__init__(options, **more)

    def update(self, data_, input_encoding=None):
        """Add to what is digested."""
        piece = data.message(data_, input_encoding)
        if self._state is None:
            raise NodeTypeError("HashUpdate fail")
        self._state.update(piece)
        return self

    def digest(self, encoding=None):
        """The digest of all that was added; after this the hash cannot be used again."""
        if self._state is None:
            raise NodeError("Not initialized")
        state, self._state = self._state, None
        return data.result(state.digest(), encoding)

    def _transform(self, chunk, encoding, callback):
        self.update(chunk, encoding)
        callback()

    def _flush(self, callback):
        # A program's default encoding says nothing about streams.
        self.push(self.digest("buffer"))
        callback()


class Hmac(Transform):
    """A digest that depends on a key as well."""

    def __init__(self, algorithm=None, key=None, options=None, **more):
        if not isinstance(algorithm, str):
            raise NodeError("Must give hashtype string as argument")
        digest = digests.find(algorithm)
        key = data.key(key)
        if digest is None:
            data.complain(f"Unknown message digest {algorithm}")
            raise NodeError("hmac error")
        self._state = hmac.new(key, digestmod=lambda *start: _started(digest, *start))
        super().__init__(options, **more)

    def update(self, data_, input_encoding=None):
        """Add to what is digested."""
        piece = data.message(data_, input_encoding)
        if self._state is None:
            raise NodeTypeError("HmacUpdate fail")
        self._state.update(piece)
        return self

    def digest(self, encoding=None):
        """The digest of all that was added; after this there is nothing more."""
        state, self._state = self._state, None
        return data.result(b"" if state is None else state.digest(), encoding)

    _transform = Hash._transform
    _flush = Hash._flush


def _started(digest, start=b""):
    state = digests.new(digest)
    state.update(start)
    return state


def createHash(algorithm, options=None, **more):
    """A new `Hash` of the algorithm, one of `getHashes()`."""
    return Hash(algorithm, options, **more)


def createHmac(algorithm, key, options=None, **more):
    """A new `Hmac` of the algorithm with the key."""
    return Hmac(algorithm, key, options, **more)


def getHashes():
    """The names of the digests."""
    return digests.names()
