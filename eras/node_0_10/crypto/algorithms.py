"""The ciphers: which algorithm, key and mode stand behind each of OpenSSL's names.

Of those that the generation listed today's library has no way to do CFB in single bits (`…-cfb1`), XTS in
pieces (`…-xts`), DESX, RC2 with short keys or outside of CBC, and ciphers of TLS alone (`…-hmac-…`). GCM is
left out because the generation could neither give nor ask for its tag: nothing could be decrypted with it.
"""

from functools import lru_cache, partial
from typing import NamedTuple

from nodecore.extras import need

_PLACES = "cryptography.hazmat.decrepit.ciphers", "cryptography.hazmat.primitives.ciphers"

# How a family's names begin: its class, the bytes of a key and of a block, its modes.
_MODES = ("cbc", "cfb", "cfb8", "ecb", "ofb")
_SIZES = 128, 192, 256
_SHORT_MODES = ("cbc", "cfb", "ecb", "ofb")
_FAMILIES = {
    **{f"aes-{bits}": ("AES", bits // 8, 16, (*_MODES, "ctr")) for bits in _SIZES},
    **{f"camellia-{bits}": ("Camellia", bits // 8, 16, _SHORT_MODES) for bits in _SIZES},
    "bf": ("Blowfish", 16, 8, _SHORT_MODES),
    "cast5": ("CAST5", 16, 8, _SHORT_MODES),
    "des": ("TripleDES", 8, 8, _MODES),
    "des-ede": ("TripleDES", 16, 8, ("cbc", "cfb", "ofb", "")),
    "des-ede3": ("TripleDES", 24, 8, ("cbc", "cfb", "cfb8", "ofb", "")),
    "idea": ("IDEA", 16, 8, _SHORT_MODES),
    "rc2": ("RC2", 16, 8, _SHORT_MODES),
    "seed": ("SEED", 16, 16, _SHORT_MODES),
}

_WITHOUT_MODE = "des-ede", "des-ede3"
"""OpenSSL's names of these in ECB."""

_ALIASES = {
    **{f"{family}{bits}": f"{family}-{bits}-cbc" for family in ("aes", "camellia") for bits in _SIZES},
    "bf": "bf-cbc",
    "blowfish": "bf-cbc",
    "cast": "cast5-cbc",
    "cast-cbc": "cast5-cbc",
    "CAST-cbc": "cast5-cbc",
    "des": "des-cbc",
    "des3": "des-ede3-cbc",
    "idea": "idea-cbc",
    "rc2": "rc2-cbc",
    "seed": "seed-cbc",
}


class Algorithm(NamedTuple):
    """What a cipher is made of: lengths in bytes, and a function of key and iv."""

    key_length: int
    iv_length: int
    block_length: int
    """1 where text is not filled up to whole blocks."""
    changeable_key: bool
    make: object


def find(name):
    """The `Algorithm` called `name`, None when there is none of that name."""
    if not isinstance(name, str):
        return None
    found = _by_name(name) or (_by_name(name.lower()) if name.isupper() else None)
    return found if found is not None and _works(found) else None


def names():
    """The names of the ciphers that this system's OpenSSL has."""
    every = [f"{family}-{mode}" for family, (_, _, _, modes) in _FAMILIES.items() for mode in modes if mode]
    every += [*_WITHOUT_MODE, *_ALIASES, "rc4", "rc4-40"]
    return sorted(name for name in every if find(name) is not None)


@lru_cache(maxsize=256)
def _by_name(name):
    if name in ("rc4", "rc4-40"):
        return Algorithm(5 if name == "rc4-40" else 16, 0, 1, True, _stream_cipher)
    name = _ALIASES.get(name, name)
    family, mode = (name, "") if name in _WITHOUT_MODE else (name.rpartition("-")[::2])
    if family not in _FAMILIES:
        return None
    cipher, key_length, block, modes = _FAMILIES[family]
    if mode not in modes:
        return None
    mode = mode or "ecb"
    iv_length = 0 if mode == "ecb" else block
    changeable = cipher in ("Blowfish", "CAST5")
    make = partial(_block_cipher, cipher, mode.upper())
    return Algorithm(key_length, iv_length, block if mode in ("cbc", "ecb") else 1, changeable, make)


def _works(algorithm):
    try:
        algorithm.make(bytes(range(algorithm.key_length)), bytes(algorithm.iv_length)).encryptor()
    except ValueError:
        return False
    except Exception as error:
        if type(error).__name__ != "UnsupportedAlgorithm":
            raise
        return False
    return True


def _block_cipher(cipher, mode, key, iv):
    ciphers = need("cryptography.hazmat.primitives.ciphers", "tls", "a cipher")
    if cipher == "TripleDES":
        key = {8: key * 3, 16: key + key[:8]}.get(len(key), key)
    made_mode = _part("modes", mode)(iv) if mode != "ECB" else _part("modes", mode)()
    return ciphers.Cipher(_part("algorithms", cipher)(key), made_mode)


def _stream_cipher(key, _iv):
    ciphers = need("cryptography.hazmat.primitives.ciphers", "tls", "a cipher")
    return ciphers.Cipher(_part("algorithms", "ARC4")(key), None)


def _part(kind, name):
    """A class that, as it grows old, moves from one of the library's modules to another."""
    for place in _PLACES:
        try:
            found = getattr(need(f"{place}.{kind}", "tls", "a cipher"), name, None)
        except ImportError:
            found = None
        if found is not None:
            return found
    raise ValueError(f"there is no {name} any more")
