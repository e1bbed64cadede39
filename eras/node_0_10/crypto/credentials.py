"""Credentials for TLS."""

from ..options import merged


class Credentials:
    """What `createCredentials` returns: `context` goes to whoever asks for a security context."""

    def __init__(self, secureProtocol=None, flags=None, context=None):
        from ..tls.options import check_method, credentials

        if context is None:
            check_method(secureProtocol)
            context = SecureContext(credentials({"secureOptions": flags}))
        self.context = context


class SecureContext:
    """Keys, certificates and rules of one side of TLS connections."""

    def __init__(self, core):
        self._core = core


def createCredentials(details=None, **more):
    """Credentials from `pfx` or `key` and `cert`, `passphrase`, `ca`, `crl`, `ciphers`, `secureProtocol`."""
    from ..tls.options import credentials

    return Credentials(context=SecureContext(credentials(merged(details, more))))
