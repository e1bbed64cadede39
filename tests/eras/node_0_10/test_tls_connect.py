"""`tls.connect` and `CleartextStream` of 0.10."""

import pytest
from certificates import authority, identity, self_signed, trusted
from nodecore.errors import NodeError
from support import HOST, Answering, refused_port, run, watch
from tls_support import meet, secure_server, trusting

from eras.node_0_10 import net, stream, tls
from eras.node_0_10.tls.options import MAX_REMEMBERED, _remembered


def hello(connection):
    connection.end("hello")


def greeted(connect, server=None):
    """What the client of `connect(port, listener)` read, and what else happened."""
    log = []

    def visit(port):
        client = connect(port, lambda: log.append("secure"))
        client.on("data", lambda data: log.append(data))
        client.on("error", lambda error: log.append(error.message))
        return client

    meet(server or secure_server(hello), visit)
    return log


# -- every way to call it --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "connect",
    [
        lambda port, listener: tls.connect(port, "localhost", {"ca": authority().cert}, listener),
        lambda port, listener: tls.connect(port, {"ca": [authority().cert]}, listener),
        lambda port, listener: tls.connect(str(port), "localhost", listener, ca=authority().cert),
        lambda port, listener: tls.connect(trusting(port), listener),
        lambda port, listener: tls.connect({"port": port, "ca": authority().cert}, listener),
        lambda port, listener: tls.connect(listener, **trusting(port)),
        lambda port, listener: tls.connect(trusting(port, host=HOST, localAddress=HOST), listener),
        lambda port, listener: tls.connect({"socket": net.connect(port), **trusting(None)}, listener),
    ],
)
def test_forms(connect):
    assert greeted(connect) == ["secure", b"hello"]


def test_path(tmp_path):
    path = str(tmp_path / "socket")
    log = []
    server = secure_server(hello)

    def listening():
        client = tls.connect(trusting(None, path=path), lambda: log.append(client.remoteAddress))
        client.on("close", lambda: server.close())

    server.listen(path, listening)
    run()
    assert log == [None]


def test_a_socket_that_is_connected_already():
    def connect(port, listener):
        raw = net.connect(port)
        holder = net.Socket()
        raw.on("connect", lambda: follow(tls.connect(trusting(None, socket=raw), listener)))
        return holder

    log = []

    def follow(client):
        client.on("data", log.append)
        client.on("close", lambda: server.close())

    server = secure_server(hello)
    server.listen(0, HOST, lambda: connect(server.address()["port"], lambda: log.append("secure")))
    run()
    assert log == ["secure", b"hello"]


def test_the_socket_that_was_given_hears_of_its_end():
    log = []

    def visit(port):
        raw = net.connect(port)
        watch(log, raw, "connect", "close", name="raw")
        client = tls.connect(trusting(None, socket=raw))
        watch(log, client, "secureConnect", "close", name="client")
        assert client.socket is raw
        return client

    meet(secure_server(hello), visit)
    assert log == ["raw connect", "client secureConnect", "client close", "raw close"]


def test_any_stream_for_a_socket():
    log = []

    class Wire(stream.Duplex):
        def __init__(self, port):
            super().__init__()
            self.sock = net.connect(port)
            self.sock.on("data", lambda data: self.push(data))
            self.sock.on("end", lambda: self.push(None))
            self.on("finish", self.sock.end)

        def _read(self, n):
            pass

        def _write(self, chunk, encoding, callback):
            self.sock.write(chunk, None, callback)

    def visit(port):
        wire = Wire(port)
        client = tls.connect(trusting(None, socket=wire))
        log.append(client.socket is wire)
        client.on("data", log.append)
        return client

    meet(secure_server(hello), visit)
    assert log == [True, b"hello"]


def test_tls_inside_tls():
    log = []

    def tunnel(outer):
        target = net.connect(inside.address()["port"], HOST)
        outer.pipe(target).pipe(outer)

    inside = secure_server(hello)
    inside.listen(0, HOST)

    def visit(port):
        outer = tls.connect(trusting(port))
        inner = tls.connect(trusting(None, socket=outer))
        inner.on("data", log.append)
        inner.on("close", lambda: inside.close())
        return outer

    meet(secure_server(tunnel), visit)
    assert log == [b"hello"]


def test_a_port_that_is_none():
    log = []
    tls.connect({"port": "none", "host": HOST}).on("error", lambda error: log.append(error.code))
    run()
    assert log == ["ECONNREFUSED"]


# -- looking at the server -------------------------------------------------------------------------


def verdict(server_options, **options):
    """(authorized, authorizationError, the error that came) of a client with `options`."""
    seen = []

    def visit(port):
        client = tls.connect({"port": port, "host": "localhost", **options})
        client.on("secureConnect", lambda: client.end())
        client.on("error", lambda error: seen.append((error.message, error.code)))
        return client

    client = meet(tls.createServer(server_options), visit)
    return client.authorized, client.authorizationError, *seen


def refused(code):
    return (False, code, (code, None))


def test_an_authority_that_is_trusted():
    assert verdict(trusted().options, ca=authority().cert) == (True, None)


def test_errors_of_a_server_that_cannot_prove_who_it_is():
    ca = authority().cert
    assert verdict(self_signed().options, ca=ca) == refused("DEPTH_ZERO_SELF_SIGNED_CERT")
    assert verdict(trusted().options) == refused("UNABLE_TO_VERIFY_LEAF_SIGNATURE")
    chain = {"key": trusted().key, "cert": trusted().cert + ca}
    assert verdict(chain) == refused("SELF_SIGNED_CERT_IN_CHAIN")
    expired = identity(issuer=authority(), days=(-3, -1)).options
    assert verdict(expired, ca=ca) == refused("CERT_HAS_EXPIRED")


def test_a_name_that_does_not_fit():
    mismatch = "Hostname/IP doesn't match certificate's altnames"
    other = identity("other", authority(), names=("other",)).options
    assert verdict(other, ca=authority().cert) == refused(mismatch)
    assert verdict(trusted().options, ca=authority().cert, servername="other") == refused(mismatch)
    assert verdict(other, ca=authority().cert, servername="other") == (True, None)
    assert verdict(trusted().options, ca=authority().cert, host=HOST) == (True, None)


def test_reject_unauthorized_false():
    assert verdict(self_signed().options, rejectUnauthorized=False) == (False, "DEPTH_ZERO_SELF_SIGNED_CERT")


def test_the_environment_can_say_so_too(monkeypatch):
    monkeypatch.setenv("NODE_TLS_REJECT_UNAUTHORIZED", "0")
    assert verdict(self_signed().options) == (False, "DEPTH_ZERO_SELF_SIGNED_CERT")
    assert verdict(self_signed().options, rejectUnauthorized=True) == refused("DEPTH_ZERO_SELF_SIGNED_CERT")


def test_nothing_is_written_to_a_server_that_is_refused():
    received = []

    def visit(port):
        client = tls.connect(port)
        client.write("secret")
        client.on("error", lambda error: None)
        return client

    server = tls.createServer(self_signed().options, lambda stream: stream.on("data", received.append))
    meet(server, visit)
    assert received == []


@pytest.mark.parametrize(
    "show",
    [
        lambda me: me.options,
        lambda me: {"key": me.encrypted_key(b"pw"), "cert": me.cert, "passphrase": "pw"},
        lambda me: {"pfx": me.pfx(b"pw"), "passphrase": "pw"},
    ],
    ids=["key and cert", "passphrase", "pfx"],
)
def test_a_client_shows_who_it_is(show):
    seen = []

    def secure(connection):
        seen.append((connection.authorized, connection.getPeerCertificate()["subject"]))
        connection.end()

    server = secure_server(secure, requestCert=True, ca=authority().cert)
    meet(server, lambda port: tls.connect(trusting(port, **show(trusted("me")))))
    assert seen == [(True, {"CN": "me"})]


def test_npn_protocols():
    server = secure_server(hello, NPNProtocols=["one", "two"])
    client = meet(server, lambda port: tls.connect(trusting(port, NPNProtocols=["two"])))
    assert client.npnProtocol == "two"
    assert meet(secure_server(hello), lambda port: tls.connect(trusting(port))).npnProtocol is False


def test_ciphers():
    seen = []

    def visit(port):
        client = tls.connect(trusting(port), lambda: seen.append(client.getCipher()["name"]))
        return client

    meet(secure_server(hello), visit)
    assert seen == ["ECDHE-RSA-AES256-GCM-SHA384"]


# -- failures --------------------------------------------------------------------------------------


def failing(port, **options):
    """The events and errors of a client that fails."""
    log = []
    client = tls.connect({"port": port, "host": HOST, **options})
    client.on("error", lambda error: log.append((error.message, error.code)))
    watch(log, client, "secureConnect", "close", "end")
    client.write("x")
    run()
    return log


def test_nobody_listens():
    # Whose connection never was hears of no end of it.
    assert failing(refused_port()) == [("connect ECONNREFUSED", "ECONNREFUSED")]


def test_a_server_that_hangs_up():
    raw = Answering(lambda peer: peer.sock.recv(10))
    assert failing(raw.port) == [("socket hang up", "ECONNRESET"), "close", "end"]


def test_a_server_that_speaks_something_else():
    log = failing(Answering(lambda peer: peer.send(b"220 hello, this is mail\r\n").rest()).port)
    assert log[0] == ("error:SSL routines::wrong version number", None)
    assert log[1:] == ["close", "end"]


def test_an_error_nobody_hears_is_thrown():
    tls.connect(refused_port(), HOST)
    with pytest.raises(NodeError, match="connect ECONNREFUSED"):
        run()


# -- the module ------------------------------------------------------------------------------------


def test_constants():
    assert (tls.CLIENT_RENEG_LIMIT, tls.CLIENT_RENEG_WINDOW, tls.SLAB_BUFFER_SIZE) == (3, 600, 10485760)


def test_get_ciphers():
    names = tls.getCiphers()
    assert names == sorted(names)
    assert "aes128-gcm-sha256" in names


@pytest.mark.parametrize(
    ("host", "certificate", "expected"),
    [
        ("a.com", {"subject": {"CN": "a.com"}}, True),
        ("a.com", {"subject": {"CN": "b.com"}}, False),
        ("a.com", {"subject": {"CN": ["x", "a.com"]}}, True),
        ("x.a.com", {"subject": {"CN": "*.a.com"}}, True),
        ("z", {"subjectaltname": "DNS:a.com", "subject": {"CN": "z"}}, False),
        ("z", {"subjectaltname": "URI:http://z/", "subject": {"CN": "y"}}, True),
        ("127.0.0.1", {"subjectaltname": "IP Address:127.0.0.1", "subject": {}}, True),
        ("127.0.0.1", {"subject": {"CN": "127.0.0.1"}}, False),
        ("localhost", {}, False),
    ],
)
def test_check_server_identity(host, certificate, expected):
    assert tls.checkServerIdentity(host, certificate) is expected


def test_credentials_of_clients_are_remembered_but_not_for_ever():
    for n in range(MAX_REMEMBERED + 5):
        tls.connect(trusting(refused_port(), ciphers=f"HIGH:{n}")).on("error", lambda error: None)
    run()
    assert len(_remembered) == MAX_REMEMBERED
