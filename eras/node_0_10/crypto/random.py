"""Random bytes, and keys made of passwords."""

import hashlib
import secrets

from nodecore.loop import get_loop
from nodecore.values import is_number

from ..errors import NodeError, NodeTypeError
from . import data

LONGEST = 0x3FFFFFFF


def randomBytes(size, callback=None):
    """`size` random bytes, returned or given to `callback(error, bytes)`."""
    if not (is_number(size) and size == size // 1 and 0 <= size < 1 << 32):
        raise NodeTypeError("Argument #1 must be number > 0")
    if size > LONGEST:
        raise NodeTypeError("size > Buffer::kMaxLength")
    if not callable(callback):
        return secrets.token_bytes(int(size))
    get_loop().in_thread(secrets.token_bytes, int(size), done=callback)
    return None


pseudoRandomBytes = rng = prng = randomBytes


def pbkdf2(password, salt, iterations, keylen, callback=None):
    """Derive a key with HMAC-SHA1, then `callback(error, key)`."""
    if not callable(callback):
        raise NodeError("No callback provided to pbkdf2")
    arguments = _checked(password, salt, iterations, keylen)
    get_loop().in_thread(_derive, *arguments, done=lambda error, key: callback(error, _shown(key)))


def pbkdf2Sync(password, salt, iterations, keylen):
    """As `pbkdf2`; returns the key."""
    return _shown(_derive(*_checked(password, salt, iterations, keylen)))


def _checked(password, salt, iterations, keylen):
    password, salt = data.key(password), data.key(salt)
    _check_number(iterations, "Iterations not a number", "Bad iterations")
    _check_number(keylen, "Key length not a number", "Bad key length")
    return password, salt, int(iterations), int(keylen)


def _check_number(value, no_number, negative):
    if not is_number(value):
        raise NodeTypeError(no_number)
    if value < 0:
        raise NodeTypeError(negative)


def _derive(password, salt, iterations, length):
    return hashlib.pbkdf2_hmac("sha1", password, salt, max(iterations, 1), length) if length else b""


def _shown(key):
    return None if key is None else data.result(key)
