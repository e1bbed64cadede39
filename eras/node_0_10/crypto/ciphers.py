"""Ciphers, one call after the other or as streams."""

import hashlib

from nodecore import encodings
from nodecore.string_decoder import StringDecoder

from ..errors import NodeError, NodeTypeError
from ..options import merged
from ..stream import Transform
from . import algorithms, data

_NOTHING = "error:00000000:lib(0):func(0):reason(0)"
_ROUTINE = "digital envelope routines:EVP_"
_KEY_LENGTH = f"error:0607A082:{_ROUTINE}CIPHER_CTX_set_key_length:invalid key length"
_UNEVEN_IN = f"error:0607F08A:{_ROUTINE}EncryptFinal_ex:data not multiple of block length"
_UNEVEN_OUT = f"error:0606508A:{_ROUTINE}DecryptFinal_ex:data not multiple of block length"
_WRONG_LENGTH = f"error:0606506D:{_ROUTINE}DecryptFinal_ex:wrong final block length"
_BAD_DECRYPT = f"error:06065064:{_ROUTINE}DecryptFinal_ex:bad decrypt"


class _Padded:
    """One direction of a cipher, with the padding to whole blocks that `automatic` asks for."""

    def __init__(self, algorithm, key, iv, decrypts):
        cipher = algorithm.make(key, iv)
        self._step = cipher.decryptor() if decrypts else cipher.encryptor()
        self._block = algorithm.block_length
        self._decrypts = decrypts
        self._length = 0
        self._held = b""
        self.automatic = True

    def update(self, piece):
        self._length += len(piece)
        made = self._step.update(piece)
        if not (self._decrypts and self.automatic and self._block > 1):
            return made
        # The last block may be padding: it is held back until something follows it.
        made = self._held + made
        keep = self._block if len(made) >= self._block else len(made)
        self._held = made[len(made) - keep :]
        return made[: len(made) - keep]

    def final(self):
        beyond = self._length % self._block
        if not self.automatic and beyond:
            raise NodeTypeError(_UNEVEN_OUT if self._decrypts else _UNEVEN_IN)
        if not self._decrypts:
            missing = self._block - beyond
            padding = bytes([missing]) * missing if self.automatic and self._block > 1 else b""
            return self._step.update(padding) + self._step.finalize()
        if beyond or (self.automatic and self._block > 1 and not self._length):
            raise NodeTypeError(_WRONG_LENGTH)
        return self._unpadded(self._held + self._step.finalize())

    def _unpadded(self, last):
        if not self.automatic or self._block == 1:
            return last
        count = last[-1]
        if not 0 < count <= self._block or last[-count:] != bytes([count]) * count:
            raise NodeTypeError(_BAD_DECRYPT)
        return last[:-count]


class _Ciphering:
    """What the four classes have in common; a stream whose output is the text on the other side."""

    def _start(self, algorithm, key, iv, decrypts, failure, options):
        try:
            if algorithm is None or len(iv) != algorithm.iv_length:
                raise ValueError
            if not _fits(algorithm, key):
                data.complain(f"Invalid key length {len(key)}")
                failure = failure if decrypts else _KEY_LENGTH
                raise ValueError
            self._cipher = _Padded(algorithm, key, iv, decrypts)
        except ValueError:
            raise NodeError(failure) from None
        self._decoder = None
        Transform.__init__(self, options)

    def _update(self, given, input_encoding, output_encoding):
        piece = data.message(given, input_encoding)
        if self._cipher is None:
            raise NodeTypeError(_NOTHING)
        return self._shown(self._cipher.update(piece), output_encoding, last=False)

    def _final(self, output_encoding):
        if self._cipher is None:
            raise NodeTypeError(_NOTHING)
        cipher, self._cipher = self._cipher, None
        return self._shown(cipher.final(), output_encoding, last=True)

    def _shown(self, made, encoding, last):
        encoding = encoding or data.default_encoding()
        if encoding == "buffer":
            return made
        if self._decoder is None:
            self._decoder = StringDecoder(encoding)
            self._encoding = encodings.canonical(encoding)
        elif encodings.canonical(encoding) != self._encoding:
            error = NodeError("Cannot change encoding")
            error.name = "AssertionError"
            raise error
        return self._decoder.write(made) + (self._decoder.end() if last else "")

    def _set_padding(self, automatic):
        if self._cipher is not None:
            self._cipher.automatic = automatic is not False
        return self

    def _stream_piece(self, chunk, encoding, callback):
        self.push(self._update(chunk, encoding, "buffer"))
        callback()

    def _stream_end(self, callback):
        self.push(self._final("buffer"))
        callback()


def _fits(algorithm, key):
    return len(key) == algorithm.key_length or algorithm.changeable_key


def _secret(value):
    return isinstance(value, (str, *data.BYTES))


def _from_password(cipher, password, failure):
    """(algorithm, key, iv) as `EVP_BytesToKey` derived them: MD5, without a salt, once."""
    if not isinstance(cipher, str) or not _secret(password):
        raise NodeError(failure)
    algorithm = _found(cipher)
    if algorithm is None:
        return None, b"", b""
    password, made, last = data.key(password), b"", b""
    while len(made) < algorithm.key_length + algorithm.iv_length:
        last = hashlib.md5(last + password, usedforsecurity=False).digest()
        made += last
    middle = algorithm.key_length
    return algorithm, made[:middle], made[middle : middle + algorithm.iv_length]


def _from_key(cipher, key, iv):
    if not isinstance(cipher, str) or not _secret(key) or not _secret(iv):
        raise NodeError("Must give cipher-type, key, and iv as argument")
    algorithm, key, iv = _found(cipher), data.key(key), data.key(iv)
    if algorithm is not None and len(iv) != algorithm.iv_length:
        data.complain(f"Invalid IV length {len(iv)}")
    return algorithm, key, iv


def _found(cipher):
    algorithm = algorithms.find(cipher)
    if algorithm is None:
        data.complain(f"Unknown cipher {cipher}")
    return algorithm


class Cipher(Transform, _Ciphering):
    """Encrypts with a key made of a password."""

    def __init__(self, cipher, password, options=None, **more):
        given = _from_password(cipher, password, "Must give cipher-type, key")
        self._start(*given, False, _NOTHING, merged(options, more))

    def update(self, data_, input_encoding=None, output_encoding=None):
        """Go on with this piece; returns what there is of the result."""
        return self._update(data_, input_encoding, output_encoding)

    def final(self, output_encoding=None):
        """The rest of the result."""
        return self._final(output_encoding)

    def setAutoPadding(self, automatic=True):
        """Whether the text is filled up to whole blocks; set this before the first piece."""
        return self._set_padding(automatic)

    _transform = _Ciphering._stream_piece
    _flush = _Ciphering._stream_end


class Cipheriv(Transform, _Ciphering):
    """Encrypts with a key and an initialization vector."""

    def __init__(self, cipher, key, iv, options=None, **more):
        self._start(*_from_key(cipher, key, iv), False, _NOTHING, merged(options, more))

    update = Cipher.update
    final = Cipher.final
    setAutoPadding = Cipher.setAutoPadding
    _transform = _Ciphering._stream_piece
    _flush = _Ciphering._stream_end


class Decipher(Transform, _Ciphering):
    """Decrypts with a key made of a password."""

    def __init__(self, cipher, password, options=None, **more):
        given = _from_password(cipher, password, "Must give cipher-type, key as argument")
        self._start(*given, True, "DecipherInit error", merged(options, more))

    update = Cipher.update
    final = finaltol = Cipher.final
    setAutoPadding = Cipher.setAutoPadding
    _transform = _Ciphering._stream_piece
    _flush = _Ciphering._stream_end


class Decipheriv(Transform, _Ciphering):
    """Decrypts with a key and an initialization vector."""

    def __init__(self, cipher, key, iv, options=None, **more):
        self._start(*_from_key(cipher, key, iv), True, "DecipherInitIv error", merged(options, more))

    update = Cipher.update
    final = finaltol = Cipher.final
    setAutoPadding = Cipher.setAutoPadding
    _transform = _Ciphering._stream_piece
    _flush = _Ciphering._stream_end


def createCipher(algorithm, password, options=None, **more):
    """A new `Cipher` of the algorithm, one of `getCiphers()`."""
    return Cipher(algorithm, password, options, **more)


def createCipheriv(algorithm, key, iv, options=None, **more):
    """A new `Cipheriv` of the algorithm."""
    return Cipheriv(algorithm, key, iv, options, **more)


def createDecipher(algorithm, password, options=None, **more):
    """A new `Decipher` of the algorithm."""
    return Decipher(algorithm, password, options, **more)


def createDecipheriv(algorithm, key, iv, options=None, **more):
    """A new `Decipheriv` of the algorithm."""
    return Decipheriv(algorithm, key, iv, options, **more)


def getCiphers():
    """The names of the ciphers."""
    return algorithms.names()
