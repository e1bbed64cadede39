"""Options that name keys, certificates and rules, made into credentials."""

from __future__ import annotations

import os
from collections import OrderedDict

from nodecore import tls
from nodecore.errors import NodeError, NodeTypeError

# What `Credentials` takes, by the name of the option.
_CREDENTIALS = {
    "pfx": "pfx",
    "key": "key",
    "passphrase": "passphrase",
    "cert": "cert",
    "ca": "ca",
    "crl": "crl",
    "ciphers": "ciphers",
    "honorCipherOrder": "honor_cipher_order",
    "sessionIdContext": "session_id_context",
    "secureOptions": "options",
}

CLIENT_OPTIONS = ("pfx", "key", "passphrase", "cert", "ca", "ciphers", "rejectUnauthorized")
"""Options of a request that are about TLS."""

_METHODS = {
    f"{family}{side}_method": family
    for family in ("SSLv2", "SSLv3", "SSLv23", "TLSv1")
    for side in ("", "_client", "_server")
}

MAX_REMEMBERED = 32
_remembered: OrderedDict[tuple, tls.Credentials] = OrderedDict()


def credentials(options):
    """The core's credentials for `options`; raises what is wrong with them."""
    check_method(options.get("secureProtocol"))
    texts = options.get("passphrase"), options.get("ciphers")
    if isinstance(options.get("pfx"), (int, float)):
        raise NodeError("Unable to load BIO")
    if any(isinstance(text, (int, float, list, dict)) for text in texts):
        raise NodeTypeError("Bad parameter")
    given = {
        core: _plain(options[name]) for name, core in _CREDENTIALS.items() if options.get(name) is not None
    }
    given["options"] = int(given.get("options", 0))
    return tls.Credentials(**given, protocols=protocols(options.get("NPNProtocols")))


def client_credentials(options):
    """A client's credentials: the same for the same options, for loading the system's roots takes long."""
    key = tuple(_fingerprint(options.get(name)) for name in (*_CREDENTIALS, "secureProtocol", "NPNProtocols"))
    found = _remembered.get(key)
    if found is None:
        found = credentials(options)
        if len(_remembered) >= MAX_REMEMBERED:
            _remembered.popitem(last=False)
        _remembered[key] = found
    else:
        _remembered.move_to_end(key)
    return found


def core_credentials(given):
    """The core's credentials of whatever stands for them: a security context, or options for one."""
    if given is None:
        return None
    if isinstance(given, dict):
        return credentials(given)
    core = getattr(getattr(given, "context", given), "_core", None)
    if core is None:
        raise NodeError("credentials are what createCredentials returns, or its options")
    return core


def protocols(given):
    """NPNProtocols as a list of names; a Buffer holds each behind its length."""
    if not given or isinstance(given, (list, tuple)):
        return [str(name) for name in given or ()] or None
    data, names = bytes(given), []
    while data:
        names.append(data[1 : 1 + data[0]].decode("latin-1"))
        data = data[1 + data[0] :]
    return names


def rejects_unauthorized(options):
    """Whether a client breaks off when the server cannot prove who it is."""
    given = options.get("rejectUnauthorized")
    if given is None:
        return os.environ.get("NODE_TLS_REJECT_UNAUTHORIZED") != "0"
    return bool(given)


def session_bytes(given):
    """A session as `getSession` gave it, or in a Buffer."""
    return given.encode("latin-1", "replace") if isinstance(given, str) else given and bytes(given)


def check_method(name):
    """SSL is gone; of the others each means the best that both sides have."""
    if not isinstance(name, str) or not name:
        return
    if name not in _METHODS:
        raise NodeError("Unknown method")
    if _METHODS[name] in ("SSLv2", "SSLv3"):
        raise NodeError(f"{_METHODS[name]} methods disabled")


def _plain(value):
    return bytes(value) if isinstance(value, (bytearray, memoryview)) else value


def _fingerprint(value):
    return tuple(map(_fingerprint, value)) if isinstance(value, (list, tuple)) else _plain(value)
