"""The key exchange of Diffie and Hellman."""

import secrets

from ..errors import NodeError
from . import data

_GENERATOR = 2
_LONGEST = 10_000
_SHORTEST = 6  # bits of the least prime that `_new_prime` finds by its way of searching
_SMALL = [n for n in range(3, 2000, 2) if all(n % small for small in range(3, int(n**0.5) + 1, 2))]

# The primes of RFC 2409 and 3526 are made of pi: their bits, and what each adds to its digits.
_GROUPS = {
    "modp1": (768, 149686),
    "modp2": (1024, 129093),
    "modp5": (1536, 741804),
    "modp14": (2048, 124476),
    "modp15": (3072, 1690314),
    "modp16": (4096, 240904),
    "modp17": (6144, 929484),
    "modp18": (8192, 4743158),
}


class DiffieHellmanGroup:
    """One side of an exchange with a prime that everybody knows, and keys of its own."""

    _private = _public = None

    def __init__(self, name=None):
        if not isinstance(name, str):
            raise NodeError("No group name given")
        self._prime = _prime_of(name)

    def generateKeys(self, encoding=None):
        """Make the keys, where none are set; returns the public one."""
        if self._private is None:
            self._private = secrets.randbelow(self._prime - 2) + 1
        self._public = pow(_GENERATOR, self._private, self._prime)
        return _shown(self._public, encoding)

    def computeSecret(self, other_public_key, input_encoding=None, output_encoding=None):
        """The secret that is shared with the owner of that public key."""
        if self._private is None:
            raise NodeError("Invalid key")
        other = int.from_bytes(data.message(other_public_key, input_encoding), "big")
        if other <= 1:
            raise NodeError("Supplied key is too small")
        if other >= self._prime - 1:
            raise NodeError("Supplied key is too large")
        secret = pow(other, self._private, self._prime)
        size = (self._prime.bit_length() + 7) // 8
        return data.result(secret.to_bytes(size, "big"), output_encoding or input_encoding)

    def getPrime(self, encoding=None):
        """The prime."""
        return _shown(self._prime, encoding)

    def getGenerator(self, encoding=None):
        """The generator."""
        return _shown(_GENERATOR, encoding)

    def getPublicKey(self, encoding=None):
        """The public key."""
        if self._public is None:
            raise NodeError("No public key - did you forget to generate one?")
        return _shown(self._public, encoding)

    def getPrivateKey(self, encoding=None):
        """The private key."""
        if self._private is None:
            raise NodeError("No private key - did you forget to generate one?")
        return _shown(self._private, encoding)


class DiffieHellman:
    """One side of an exchange with a prime of one's own."""

    _private = _public = None

    def __init__(self, prime=None, encoding=None):
        self._prime = _new_prime(prime) if isinstance(prime, (int, float)) else _given_prime(prime, encoding)

    generateKeys = DiffieHellmanGroup.generateKeys
    computeSecret = DiffieHellmanGroup.computeSecret
    getPrime = DiffieHellmanGroup.getPrime
    getGenerator = DiffieHellmanGroup.getGenerator
    getPublicKey = DiffieHellmanGroup.getPublicKey
    getPrivateKey = DiffieHellmanGroup.getPrivateKey

    def setPublicKey(self, public_key, encoding=None):
        """Use this public key."""
        self._public = int.from_bytes(data.message(public_key, encoding), "big")

    def setPrivateKey(self, private_key, encoding=None):
        """Use this private key."""
        self._private = int.from_bytes(data.message(private_key, encoding), "big")


def createDiffieHellman(prime_length=None, encoding=None):
    """An exchange with a new prime of so many bits, or with a given prime."""
    return DiffieHellman(prime_length, encoding)


def getDiffieHellman(group_name=None):
    """An exchange with one of the primes that everybody knows: `modp1`, `modp2`, `modp5`, `modp14` …"""
    return DiffieHellmanGroup(group_name)


def createDiffieHellmanGroup(name=None):
    """The same as `getDiffieHellman`."""
    return DiffieHellmanGroup(name)


def _prime_of(name):
    group = _GROUPS.get(str(name).lower())
    if group is None:
        raise NodeError("Unknown group")
    bits, added = group
    return 2**bits - 2 ** (bits - 64) - 1 + 2**64 * (_pi(bits - 130) + added)


def _pi(bits):
    """The first digits of pi, as the integer part of `pi * 2**bits` (by Machin's formula)."""
    one = 1 << (bits + 64)
    return (4 * (4 * _arccot(5, one) - _arccot(239, one))) >> 64


def _arccot(x, one):
    term = one // x
    total, n, sign = term, 1, 1
    while term:
        term //= x * x
        n, sign = n + 2, -sign
        total += sign * (term // n)
    return total


def _new_prime(bits):
    if bits < _SHORTEST:
        raise NodeError("Initialization failed")
    while True:
        # For these, 2 generates the larger half of what there is.
        candidate = (secrets.randbits(int(bits)) | 3 << (int(bits) - 2)) // 24 * 24 + 11
        if candidate.bit_length() == bits and _is_safe_prime(candidate):
            return candidate


def _given_prime(prime, encoding):
    if prime is None:
        raise NodeError("Initialization failed")
    number = int.from_bytes(data.message(prime, encoding), "big")
    if number % 24 != 11 or number.bit_length() > _LONGEST or not _is_safe_prime(number):
        raise NodeError("Initialization failed")
    return number


def _is_safe_prime(number):
    """Whether this and half of it are primes."""
    half = number // 2
    if any(number % small == 0 or half % small == 0 for small in _SMALL if small < half):
        return False
    return pow(2, half - 1, half) == 1 and _is_prime(number) and _is_prime(half)


def _is_prime(number):
    """The test of Miller and Rabin; its error is below that of the memory it runs in."""
    odd = number - 1
    twos = (odd & -odd).bit_length() - 1
    odd >>= twos
    return all(_passes(pow(secrets.randbelow(number - 3) + 2, odd, number), number, twos) for _ in range(40))


def _passes(power, number, twos):
    if power in (1, number - 1):
        return True
    for _ in range(twos - 1):
        power = power * power % number
        if power == number - 1:
            return True
    return False


def _shown(number, encoding):
    return data.result(number.to_bytes((number.bit_length() + 7) // 8, "big"), encoding)
