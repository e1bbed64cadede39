"""Hello world, in plain and over TLS: requests a second, each server on one core and `wrk` on another."""

from __future__ import annotations

import http.client
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from eratools.bench import rates, wrk
from eratools.bench.contenders import Contender
from eratools.bench.processes import BenchError
from eratools.bench.servers import Server
from eratools.examples import certificate

BODY = b"Hello World\n"


def plain(seconds: int, connections: int) -> rates.Run:
    """The run that measures a plain hello world."""

    def run(contender: Contender) -> Iterator[tuple[str, rates.Sample]]:
        with Server(contender) as server:
            check_answer(server)
            ask = partial(wrk.load, f"http://127.0.0.1:{server.port}/", connections)
            yield "", rates.under_load(server, ask, seconds)
            server.check()

    return run


_CIPHER = "AES128-GCM-SHA256"
_SETTINGS = f"""\
openssl_conf = start
[start]
ssl_conf = settings
[settings]
system_default = defaults
[defaults]
MaxProtocol = TLSv1.2
CipherString = {_CIPHER}
"""
"""What OpenSSL in `wrk` is told, so that every contender uses the same cipher: the best that all have."""


@contextmanager
def encrypted(seconds: int, connections: int) -> Iterator[rates.Run]:
    """The run that measures a hello world over TLS; its key exists while the context does."""
    if not certificate.can_make():
        raise BenchError(f"TLS needs the extra `tls`: {certificate.TLS_EXTRA}")
    with tempfile.TemporaryDirectory(prefix="eras-bench-") as folder:
        certificate.write_pair(folder, rsa=True)
        settings = Path(folder, "openssl.cnf")
        settings.write_text(_SETTINGS)

        def run(contender: Contender) -> Iterator[tuple[str, rates.Sample]]:
            with Server(contender, folder) as server:
                check_answer(server, secure=True)
                ask = partial(wrk.load, f"https://127.0.0.1:{server.port}/", connections, openssl=settings)
                yield "", rates.under_load(server, ask, seconds)
                server.check()

        yield run


def check_answer(server: Server, secure: bool = False) -> None:
    """See that the server says what every contender must say."""
    connection = _connection(server.port, secure)
    try:
        connection.request("GET", "/")
        response = connection.getresponse()
        seen = (response.status, response.getheader("content-type"), response.read())
    except (OSError, http.client.HTTPException) as error:
        raise BenchError(f"{server.name} does not answer: {error!r}") from error
    finally:
        connection.close()
    if seen != (200, "text/plain", BODY):
        raise BenchError(f"{server.name} answers something else: {seen}")


def _connection(port: int, secure: bool) -> http.client.HTTPConnection:
    if not secure:
        return http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.set_ciphers(_CIPHER)
    return http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=context)
