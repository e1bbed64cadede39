"""`tls.Server` of 0.10."""

import socket
import ssl

import pytest
from certificates import authority, client_context, identity, self_signed, trusted
from nodecore.errors import NodeError, NodeTypeError
from support import HOST, ask, silent, visit, watch
from tls_support import ask_encrypted, encrypted, secure_server

from eras.node_0_10 import net, tls


def hello(stream):
    stream.end("hello")


def certificate(peer):
    """The name in the certificate that a peer has seen."""
    (((_key, value),),) = peer.fin().sock.getpeercert()["subject"]
    peer.rest()
    return value


def shown(server, name="localhost"):
    """The name in the certificate that a client sees which asks for `name`."""
    context = client_context(authority())
    context.check_hostname = False
    return visit(server, encrypted(certificate, context, name))[0]


# -- making one ------------------------------------------------------------------------------------


def test_create_server_adds_its_listener_to_secure_connection():
    assert ask_encrypted(secure_server(hello), b"x") == b"hello"


def test_options_as_keywords():
    server = tls.createServer(secureConnectionListener=hello, **trusted().options)
    assert ask_encrypted(server, b"x") == b"hello"


def test_a_server_is_a_net_server():
    server = secure_server()
    assert isinstance(server, tls.Server)
    assert isinstance(server, net.Server)
    assert server.address() is None


def test_it_needs_a_key_and_a_certificate():
    for options in ({}, {"key": trusted().key}, {"cert": trusted().cert}):
        with pytest.raises(NodeError, match=r"^Missing PFX or certificate \+ private key\.$"):
            tls.createServer(options)


def test_pfx_and_passphrase():
    pfx = trusted().pfx(b"pw", authority())
    assert shown(tls.createServer(pfx=pfx, passphrase="pw")) == "localhost"
    assert shown(tls.createServer(pfx=bytearray(pfx), passphrase=b"pw")) == "localhost"
    with pytest.raises(NodeError, match="mac verify failure"):
        tls.createServer(pfx=pfx)


def test_an_encrypted_key():
    options = {"key": trusted().encrypted_key(b"pw"), "cert": trusted().cert}
    assert shown(tls.createServer(options, passphrase="pw")) == "localhost"
    with pytest.raises(NodeError, match="bad decrypt"):
        tls.createServer(options, passphrase="no")


def test_handshake_timeout_is_a_number():
    with pytest.raises(NodeTypeError, match="handshakeTimeout must be a number"):
        secure_server(handshakeTimeout="soon")


@pytest.mark.parametrize("method", ["SSLv23_method", "TLSv1_method", "TLSv1_server_method"])
def test_secure_protocol(method):
    assert ask_encrypted(secure_server(hello, secureProtocol=method), b"x") == b"hello"


@pytest.mark.parametrize(
    ("method", "message"),
    [
        ("SSLv2_method", "SSLv2 methods disabled"),
        ("SSLv3_client_method", "SSLv3 methods disabled"),
        ("TLSv1_2_method", "Unknown method"),
    ],
)
def test_secure_protocols_that_are_refused(method, message):
    with pytest.raises(NodeError, match=message):
        secure_server(secureProtocol=method)


def test_ciphers_and_honor_cipher_order():
    context = client_context()
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256")
    ours = "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384"
    seen = []
    for honors in (False, True):
        server = secure_server(
            lambda stream: seen.append(stream.getCipher()) or stream.end(),
            ciphers=ours,
            honorCipherOrder=honors,
        )
        ask_encrypted(server, b"", context=context)
    assert seen == [
        {"name": "ECDHE-RSA-AES256-GCM-SHA384", "version": "TLSv1/SSLv3"},
        {"name": "ECDHE-RSA-AES128-GCM-SHA256", "version": "TLSv1/SSLv3"},
    ]


def test_ciphers_nobody_has_any_more_leave_the_default():
    assert ask_encrypted(secure_server(hello, ciphers="RC4-MD5"), b"x") == b"hello"


def test_session_id_context_of_any_length():
    assert ask_encrypted(secure_server(hello, sessionIdContext="me" * 100), b"x") == b"hello"


# -- events ----------------------------------------------------------------------------------------


def test_connection_comes_before_secure_connection_with_the_socket_below():
    log = []
    server = secure_server()
    server.on("connection", lambda socket: log.append(("connection", type(socket))))

    @server.on("secureConnection")
    def secure(stream):
        log.append(("secureConnection", isinstance(stream.socket, net.Socket)))
        stream.end()

    ask_encrypted(server, b"")
    assert log == [("connection", net.Socket), ("secureConnection", True)]


def test_close_once_the_connections_are_over():
    log = []
    server = secure_server(hello)
    watch(log, server, "listening", "secureConnection", "close")
    ask_encrypted(server, b"", b"")
    assert log == ["listening", "secureConnection", "secureConnection", "close"]


def failures(server):
    """Notes the errors of `clientError`."""
    log = []

    @server.on("clientError")
    def failed(error, pair):
        log.append((error.message, getattr(error, "code", None), pair.cleartext.remoteAddress))
        pair.destroy()

    return log


def test_client_error_of_bytes_that_are_no_tls():
    server = secure_server()
    log = failures(server)
    ask(server, b"GET / HTTP/1.1\r\n\r\n", b"\0" * 50)
    assert [(message.partition(":SSL routines::")[0], code, peer) for message, code, peer in log] == [
        ("error", None, HOST),
        ("error", None, HOST),
    ]


def test_client_error_of_a_peer_that_hangs_up():
    server = secure_server()
    log = failures(server)
    visit(server, lambda peer: peer.fin().rest())
    assert [entry[:2] for entry in log] == [("socket hang up", "ECONNRESET")]


def test_client_error_of_a_handshake_that_takes_too_long():
    server = secure_server(handshakeTimeout=50)
    log = failures(server)
    visit(server, silent)
    assert log == [("TLS handshake timeout", None, HOST)]


def test_one_bad_client_does_not_disturb_another():
    server = secure_server(hello)
    answers = visit(server, lambda peer: peer.send(b"junk" * 10).rest(), encrypted(silent))
    assert answers[1] == b"hello"


def test_connections_are_counted_until_they_are_over():
    counts = []
    server = secure_server()

    @server.on("secureConnection")
    def secure(stream):
        server.getConnections(lambda error, count: counts.append(count))
        stream.on("close", lambda: counts.append(server.connections))
        stream.end()

    ask_encrypted(server, b"")
    assert counts == [1, 0]


# -- clients that show who they are ----------------------------------------------------------------


def welcomed(tmp_path, show, **options):
    """(authorized, authorizationError, subject) of a client that shows `show`, and what it read."""
    seen = []

    def secure(stream):
        certificate = stream.getPeerCertificate()
        seen.append((stream.authorized, stream.authorizationError, certificate.get("subject")))
        stream.end("hello")

    server = secure_server(secure, requestCert=True, **options)
    answer = visit(server, encrypted(silent, client_context(show=show, tmp_path=tmp_path)))[0]
    return (seen[0] if seen else None), answer


def test_request_cert(tmp_path):
    ca = {"ca": authority().cert}
    me = trusted("me")
    assert welcomed(tmp_path, me, **ca) == ((True, None, {"CN": "me"}), b"hello")
    assert welcomed(tmp_path, None, **ca)[0] == (False, "UNABLE_TO_GET_ISSUER_CERT", None)
    assert welcomed(tmp_path, self_signed(), **ca)[0][:2] == (False, "DEPTH_ZERO_SELF_SIGNED_CERT")


def test_reject_unauthorized(tmp_path):
    strict = {"ca": [authority().cert], "rejectUnauthorized": True}
    assert welcomed(tmp_path, trusted("me"), **strict)[0] == (True, None, {"CN": "me"})
    assert welcomed(tmp_path, self_signed(), **strict)[0] is None
    assert welcomed(tmp_path, None, **strict)[0] is None


def test_crl(tmp_path):
    revoked = identity("revoked", authority())
    options = {"ca": authority().cert, "crl": authority().crl(revoked)}
    assert welcomed(tmp_path, revoked, **options)[0][:2] == (False, "CERT_REVOKED")
    assert welcomed(tmp_path, trusted("me"), **options)[0][:2] == (True, None)


def test_without_request_cert_nobody_is_authorized():
    seen = []
    server = secure_server(
        lambda stream: seen.append((stream.authorized, stream.authorizationError)) or stream.end()
    )
    ask_encrypted(server, b"")
    assert seen == [(False, None)]


# -- one server, several names ---------------------------------------------------------------------


def test_add_context():
    server = secure_server(hello)
    server.addContext("a.example", trusted("a").options)
    server.addContext("*.b.example", tls_credentials("b"))
    names = ["a.example", "A.Example", "x.b.example", "b.example", "x.y.b.example"]
    context = client_context(authority())
    context.check_hostname = False
    seen = visit(server, *[encrypted(certificate, context, name) for name in names])
    assert seen == ["a", "localhost", "b", "localhost", "b"]


def tls_credentials(name):
    from eras.node_0_10.crypto import createCredentials

    return createCredentials(trusted(name).options)


def test_add_context_needs_a_name():
    with pytest.raises(NodeError, match="Servername is required"):
        secure_server().addContext("", trusted().options)


def test_sni_callback_and_servername():
    asked, named = [], []

    def choose(name):
        asked.append(name)
        return tls_credentials("chosen").context

    server = secure_server(lambda stream: named.append(stream.servername) or stream.end(), SNICallback=choose)
    assert shown(server, "any.example") == "chosen"
    assert asked == ["any.example"]
    assert named in ([], ["any.example"])


def test_an_sni_callback_that_raises():
    def choose(name):
        raise ValueError("no idea")

    server = secure_server(hello, SNICallback=choose)
    with pytest.raises(ValueError, match="no idea"):
        ask_encrypted(server, b"")


def test_an_sni_callback_that_returns_nonsense():
    server = secure_server(hello, SNICallback=lambda name: "nonsense")
    with pytest.raises(NodeError, match="createCredentials"):
        ask_encrypted(server, b"")


def test_npn_protocols_are_agreed_on():
    seen = []

    def secure(stream):
        seen.append(stream.npnProtocol)
        stream.end()

    context = client_context()
    context.set_alpn_protocols(["one", "two"])
    ask_encrypted(secure_server(secure, NPNProtocols=["two", "one"]), b"", context=context)
    ask_encrypted(secure_server(secure, NPNProtocols=b"\3one"), b"", context=context)
    ask_encrypted(secure_server(secure), b"")
    assert seen == ["two", "one", "http/1.1"]


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_a_resumed_session_does_not_pass_the_look_at_the_certificate(version, tmp_path):
    context = client_context(show=self_signed(), tmp_path=tmp_path)
    context.minimum_version = context.maximum_version = version
    seen = []
    server = tls.createServer({**trusted().options, "requestCert": True, "rejectUnauthorized": False})

    @server.on("secureConnection")
    def secured(stream):
        seen.append(stream.authorized)
        stream.on("error", lambda error: None)  # the peer leaves without a word
        stream.end("hello")

    def twice(peer):
        address = peer.sock.getpeername()
        sock = context.wrap_socket(peer.sock, server_hostname="localhost")
        assert sock.recv(9) == b"hello"
        again = socket.create_connection(address)
        with context.wrap_socket(again, server_hostname="localhost", session=sock.session) as resumed:
            assert resumed.recv(9) == b"hello"
        sock.close()

    visit(server, twice)
    assert seen == [False, False]
