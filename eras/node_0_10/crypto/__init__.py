"""`crypto` of 0.10: digests, ciphers, signatures, random bytes.

Ciphers, signatures and credentials need the extra `tls`; what OpenSSL has dropped since is not there.
"""

from .ciphers import (
    Cipher,
    Cipheriv,
    Decipher,
    Decipheriv,
    createCipher,
    createCipheriv,
    createDecipher,
    createDecipheriv,
    getCiphers,
)
from .diffie_hellman import DiffieHellman, createDiffieHellman, getDiffieHellman
from .hashes import Hash, Hmac, createHash, createHmac, getHashes
from .random import pbkdf2, pbkdf2Sync, prng, pseudoRandomBytes, randomBytes, rng
from .signing import Sign, Verify, createSign, createVerify

__all__ = [
    "DEFAULT_ENCODING",
    "Cipher",
    "Cipheriv",
    "Decipher",
    "Decipheriv",
    "DiffieHellman",
    "Hash",
    "Hmac",
    "Sign",
    "Verify",
    "createCipher",
    "createCipheriv",
    "createCredentials",
    "createDecipher",
    "createDecipheriv",
    "createDiffieHellman",
    "createHash",
    "createHmac",
    "createSign",
    "createVerify",
    "getCiphers",
    "getDiffieHellman",
    "getHashes",
    "pbkdf2",
    "pbkdf2Sync",
    "prng",
    "pseudoRandomBytes",
    "randomBytes",
    "rng",
]

DEFAULT_ENCODING = "buffer"
"""What results are and strings are read as, where a call does not say."""


def createCredentials(details=None):
    """Credentials for TLS from `key`, `cert`, `ca` and their like."""
    from ..tls.options import createCredentials as make

    return make(details)
