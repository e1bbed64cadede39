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
from .credentials import Credentials, createCredentials
from .diffie_hellman import (
    DiffieHellman,
    DiffieHellmanGroup,
    createDiffieHellman,
    createDiffieHellmanGroup,
    getDiffieHellman,
)
from .hashes import Hash, Hmac, createHash, createHmac, getHashes
from .random import pbkdf2, pbkdf2Sync, prng, pseudoRandomBytes, randomBytes, rng
from .signing import Sign, Verify, createSign, createVerify

__all__ = [  # noqa: RUF022 (in the order in which a program that lists them saw them)
    "DEFAULT_ENCODING",
    "Credentials",
    "createCredentials",
    "Hash",
    "createHash",
    "Hmac",
    "createHmac",
    "Cipher",
    "createCipher",
    "Cipheriv",
    "createCipheriv",
    "Decipher",
    "createDecipher",
    "Decipheriv",
    "createDecipheriv",
    "Sign",
    "createSign",
    "Verify",
    "createVerify",
    "DiffieHellman",
    "createDiffieHellman",
    "getDiffieHellman",
    "createDiffieHellmanGroup",
    "DiffieHellmanGroup",
    "pbkdf2",
    "pbkdf2Sync",
    "randomBytes",
    "pseudoRandomBytes",
    "rng",
    "prng",
    "getCiphers",
    "getHashes",
]

DEFAULT_ENCODING = "buffer"
"""What results are and strings are read as, where a call does not say."""
