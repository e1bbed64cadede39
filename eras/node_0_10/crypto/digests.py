"""The names under which OpenSSL knew its digests, and what Python calls each of them.

Of those that the generation listed SHA-0 (`sha`) and MDC-2 are gone.
"""

import ctypes
import hashlib
import importlib
from functools import cache

_NAMES = {
    "md4": "md4 MD4 md4WithRSAEncryption RSA-MD4",
    "md5": "md5 MD5 md5WithRSAEncryption RSA-MD5 ssl2-md5 ssl3-md5",
    "ripemd160": "ripemd160 RIPEMD160 ripemd rmd160 ripemd160WithRSA RSA-RIPEMD160",
    "sha1": "sha1 SHA1 sha1WithRSAEncryption RSA-SHA1 RSA-SHA1-2 ssl3-sha1 dss1 DSS1 DSA DSA-SHA DSA-SHA1 "
    "DSA-SHA1-old dsaEncryption dsaWithSHA dsaWithSHA1 ecdsa-with-SHA1",
    "sha224": "sha224 SHA224 sha224WithRSAEncryption RSA-SHA224",
    "sha256": "sha256 SHA256 sha256WithRSAEncryption RSA-SHA256",
    "sha384": "sha384 SHA384 sha384WithRSAEncryption RSA-SHA384",
    "sha512": "sha512 SHA512 sha512WithRSAEncryption RSA-SHA512",
    "whirlpool": "whirlpool",
}

_OLD = "md4", "whirlpool"

_BY_NAME = {name: digest for digest, names in _NAMES.items() for name in names.split()}


def new(digest):
    """A hash object of Python's."""
    if digest in _OLD:
        _load_old_ones()
    return hashlib.new(digest, usedforsecurity=False)


@cache
def _load_old_ones():
    """Have the OpenSSL below `hashlib` load what it keeps apart, where that is installed."""
    try:
        library = ctypes.CDLL(importlib.import_module("_hashlib").__file__)
        load = library.OSSL_PROVIDER_load
    except (AttributeError, ImportError, OSError, TypeError):
        return
    load.restype, load.argtypes = ctypes.c_void_p, (ctypes.c_void_p, ctypes.c_char_p)
    # The first that is loaded by its name would stand alone.
    load(None, b"default")
    load(None, b"legacy")


def find(name):
    """Python's name of the digest called `name`; None when there is none in this system's OpenSSL."""
    digest = _BY_NAME.get(name) if isinstance(name, str) else None
    return digest if digest is not None and _works(digest) else None


def names():
    """The names of the digests there are, one spelling of each."""
    found = {name for name, digest in _BY_NAME.items() if _works(digest)}
    return sorted({name.lower() if name.isupper() else name for name in found})


def _works(digest):
    try:
        new(digest)
    except ValueError:
        return False
    return True
