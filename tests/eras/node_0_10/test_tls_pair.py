"""`tls.createSecurePair` of 0.10."""

import pytest
from certificates import authority, self_signed, trusted
from nodecore.errors import NodeError
from support import run, watch

from eras.node_0_10 import tls
from eras.node_0_10.crypto import createCredentials


def joined(server_options=None, client_options=None, **how):
    """A server's and a client's pair whose encrypted sides are piped into each other."""
    server = tls.createSecurePair(server_options or createCredentials(trusted().options), True, **how)
    client = tls.createSecurePair(client_options or {"ca": authority().cert}, False)
    server.encrypted.pipe(client.encrypted).pipe(server.encrypted)
    return server, client


def test_what_goes_in_clear_comes_out_clear_at_the_other_end():
    log = []
    server, client = joined()
    watch(log, server, "secure", name="server")
    watch(log, client, "secure", name="client")
    server.cleartext.on("data", lambda data: server.cleartext.end(data[::-1]))
    client.cleartext.on("data", log.append)
    watch(log, client.cleartext, "close", "end")
    client.cleartext.write("hello")
    run()
    assert log == ["server secure", "client secure", b"olleh", "close", "end"]


def test_what_is_between_is_encrypted():
    wire = []
    server, client = joined()
    client.encrypted.on("data", wire.append)
    received = []
    server.cleartext.on("data", lambda data: received.append(data) or server.cleartext.end())
    client.cleartext.resume()
    client.cleartext.write("a secret")
    run()
    assert received == [b"a secret"]
    assert wire
    assert b"secret" not in b"".join(wire)


def test_megabytes():
    sent = bytes(range(256)) * 16384
    received = []
    server, client = joined()
    server.cleartext.on("data", received.append)
    client.cleartext.end(sent)
    run()
    assert b"".join(received) == sent


def test_authorized():
    _server, client = joined()
    client.on("secure", client.destroy)
    run()
    assert (client.cleartext.authorized, client.cleartext.authorizationError) == (True, None)
    _server, client = joined(self_signed().options)
    client.on("secure", client.destroy)
    run()
    assert client.cleartext.authorizationError == "DEPTH_ZERO_SELF_SIGNED_CERT"


@pytest.mark.parametrize(("show", "welcome"), [(True, True), (False, False)])
def test_request_cert_and_reject_unauthorized(show, welcome):
    log = []
    ca = {"ca": authority().cert}
    server, client = joined(
        {**trusted().options, **ca},
        {**ca, **(trusted("me").options if show else {})},
        requestCert=True,
        rejectUnauthorized=True,
    )
    watch(log, server, "secure")
    server.on("secure", lambda: server.cleartext.end())
    server.on("error", lambda error: None)
    client.on("error", lambda error: None)
    client.cleartext.resume()
    server.cleartext.resume()
    run()
    assert (log == ["secure"]) is welcome
    assert server.cleartext.authorized is welcome


def test_garbage_is_an_error_of_the_pair():
    log = []
    pair = tls.createSecurePair(trusted().options, True)
    pair.on("error", lambda error: log.append(error.message))
    pair.encrypted.write("GET / HTTP/1.1\r\n\r\n")
    run()
    assert log == ["error:SSL routines::http request"]


def test_without_credentials_a_client():
    pair = tls.createSecurePair()
    hello = []
    pair.encrypted.on("data", hello.append)
    pair.on("error", lambda error: hello.append(error.message))
    run()
    pair.encrypted.end()
    run()
    assert hello[0][:2] == b"\x16\x03"
    assert hello[-1] == "socket hang up"


def test_credentials_that_are_none():
    with pytest.raises(NodeError, match="createCredentials"):
        tls.createSecurePair("nonsense", True)


def test_timeouts_and_descriptors_mean_nothing_to_a_stream():
    server, client = joined()
    client.on("error", lambda error: None)
    server.cleartext.setTimeout(1)
    server.cleartext.setNoDelay()
    server.cleartext.setKeepAlive(True)
    server.cleartext.unref()
    assert server.cleartext._transport.fileno() == -1
    assert server.cleartext.remoteAddress is None
    server.destroy()
    run()


def test_credentials_serve_any_number_of_pairs():
    ours, theirs = createCredentials(trusted().options), createCredentials({"ca": authority().cert})
    for _ in range(2):
        server, client = joined(ours, theirs)
        server.on("secure", server.cleartext.end)
        client.cleartext.resume()
        run()
        assert client.cleartext.authorized
        tls.createSecurePair().destroy()
    run()
