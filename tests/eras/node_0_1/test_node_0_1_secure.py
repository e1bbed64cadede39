"""TLS of 0.1 on both sides of `tcp` and `http`, with openssl, curl and itself as peers."""

import json
import sys

import pytest
from certificates import authority, identity, self_signed, trusted
from cryptography import x509
from cryptography.x509.oid import NameOID
from nodecore.errors import NodeError
from openssl_0_1 import SServer, curl, needs_curl, needs_openssl, pem, s_client
from run_0_1 import needs_javascript, start
from servers_0_1 import serving

from eras.node_0_1 import http, tcp

__all__ = ["serving"]  # a fixture

X509_PEM = "X509_PEM"
CA = authority().cert


def signer():
    return identity("signer", authority())


def revoked():
    return identity("localhost", authority())


def forged():
    """Signed by somebody with the authority's name and another key."""
    return identity("localhost", identity("Test CA", kind="other", ca=True))


# name: (the server's identity, its chain, CA list, CRL, host, what verifyPeer says)
CASES = {
    "trusted": (trusted(), (), CA, None, "127.0.0.1", 1),
    "trusted by name": (trusted(), (), CA, None, "localhost", 1),
    "another one revoked": (trusted(), (), CA, authority().crl(revoked()), "127.0.0.1", 1),
    "list of another signer": (trusted(), (), CA, authority("Other").crl(), "127.0.0.1", 1),
    "nobody trusted": (trusted(), (), None, None, "127.0.0.1", -100),
    "unknown signer": (self_signed(), (), CA, None, "127.0.0.1", -100),
    "unknown signer, expired": (identity(days=(-2, -1)), (), CA, None, "127.0.0.1", -100),
    "signer not a CA": (identity("localhost", signer()), (signer(),), CA, None, "127.0.0.1", -101),
    "forged": (forged(), (), CA, None, "127.0.0.1", -102),
    "not yet valid": (identity("localhost", authority(), days=(1, 2)), (), CA, None, "127.0.0.1", -103),
    "expired": (identity("localhost", authority(), days=(-2, -1)), (), CA, None, "127.0.0.1", -104),
    "revoked": (r := revoked(), (), CA, authority().crl(r), "127.0.0.1", -105),
    "wrong host": (
        identity("elsewhere", authority(), names=("elsewhere.example",)),
        (),
        CA,
        None,
        "localhost",
        -106,
    ),
}


@pytest.fixture
def s_server(tmp_path):
    """`s_server(identity, *options)`: a running `openssl s_server`."""
    servers = []

    def run(*arguments, **options):
        servers.append(SServer(tmp_path / str(len(servers)), *arguments, **options))
        return servers[-1]

    yield run
    for server in servers:
        server.stop()


@pytest.fixture
def secure_server(listening):
    """`secure_server(make, listener, ca, crl)`: a TLS server of `tcp` or `http`."""

    def serve(make, listener, ca=CA, crl=None):
        server = make(listener)
        server.setSecure(X509_PEM, ca, crl, trusted().key, trusted().cert)
        return listening(server)

    return serve


def noting(connection):
    """Everything that happens on a connection, in order."""
    told = []
    for event in ("connect", "receive", "eof", "timeout", "close"):
        connection.addListener(event, lambda *args, event=event: told.append((event, *args)))
    return told


# -- whom to trust ---------------------------------------------------------------------------------


@needs_openssl
@pytest.mark.parametrize("case", CASES)
def test_verify_peer_tells_what_is_wrong_with_a_server(case, s_server, until):
    show, chain, ca, crl, host, expected = CASES[case]
    connection = tcp.createConnection(s_server(show, chain=chain).port, host)
    connection.setSecure(X509_PEM, ca, crl)
    assert (connection.readyState, connection.verifyPeer()) == ("opening", 0)
    told = noting(connection)
    connection.addListener("connect", lambda: told.append(connection.verifyPeer()))
    connection.addListener("connect", lambda: connection.send("abc\n"))
    connection.addListener("receive", lambda _data: connection.close())
    until(lambda: ("close", False) in told)
    assert told[:3] == [("connect",), expected, ("receive", "cba\n")]


VERIFY_IN_JAVASCRIPT = """
var posix = require("posix"), sys = require("sys"), tcp = require("tcp"), left = 0, codes = {};
var cases = JSON.parse(posix.cat("cases.json").wait());
function check(name) {
  var peer = tcp.createConnection(cases[name].port, cases[name].host);
  peer.setSecure("X509_PEM", cases[name].ca, cases[name].crl);
  peer.addListener("connect", function () {
    codes[name] = [peer.verifyPeer(), peer.getPeerCertificate("DNstring")];
    peer.send("abc\\n");
  });
  peer.addListener("receive", function (data) {
    codes[name].push(data);
    peer.close();
  });
  peer.addListener("close", function (had_error) {
    codes[name].push(had_error);
    left -= 1;
    if (left == 0) sys.puts(JSON.stringify(codes));
  });
  left += 1;
}
for (var name in cases) check(name);
"""


@needs_openssl
@needs_javascript
def test_verify_peer_tells_what_is_wrong_with_a_server_in_javascript(s_server, tmp_path):
    cases = {}
    for name, (show, chain, ca, crl, host, _) in CASES.items():
        port = s_server(show, chain=chain).port
        cases[name] = {"port": port, "host": host, "ca": ca, "crl": crl}
    (tmp_path / "cases.json").write_text(json.dumps(cases))
    out, err = start(tmp_path, VERIFY_IN_JAVASCRIPT).communicate()
    assert err == b""
    assert json.loads(out) == {
        name: [code, f"CN={'elsewhere' if code == -106 else 'localhost'}", "cba\n", False]
        for name, (*_, code) in CASES.items()
    }


CLIENTS = {
    "none": (None, None, 0),
    "trusted": (trusted(), None, 1),
    "a stranger": (self_signed(), None, -100),
    "expired": (identity("joe", authority(), days=(-2, -1)), None, -104),
    "revoked": (r := revoked(), authority().crl(r), -105),
    "of any host": (identity("joe", authority(), names=("elsewhere.example",)), None, 1),
}


@needs_openssl
@pytest.mark.parametrize("case", CLIENTS)
def test_verify_peer_tells_what_is_wrong_with_a_client(case, secure_server, tmp_path):
    show, crl, expected = CLIENTS[case]
    told = []

    def accepted(connection):
        told.append((connection.readyState, connection.verifyPeer()))
        connection.addListener("connect", lambda: told.append(connection.verifyPeer()))
        connection.addListener("connect", lambda: connection.send("welcome"))
        connection.addListener("receive", lambda data: (told.append(data), connection.close()))

    server = secure_server(tcp.createServer, accepted, crl=crl)
    options = []
    if show is not None:
        paths = pem(tmp_path, key=show.key, cert=show.cert)
        options = ["-key", paths["key"], "-cert", paths["cert"]]
    assert s_client(server._address().port, *options, send=b"hello")[0] == b"welcome"
    assert told == [("open", 0), expected, "hello"]


@needs_openssl
@pytest.mark.parametrize("version", ["-tls1_2", "-tls1_3"])
def test_a_session_is_not_resumed_past_the_look_at_the_certificate(version, secure_server, tmp_path):
    codes = []

    def accepted(connection):
        connection.addListener("connect", lambda: (codes.append(connection.verifyPeer()), connection.close()))

    port = secure_server(tcp.createServer, accepted)._address().port
    paths = pem(tmp_path, key=self_signed().key, cert=self_signed().cert)
    show = [version, "-key", paths["key"], "-cert", paths["cert"]]
    session = tmp_path / "session"
    s_client(port, *show, "-sess_out", str(session))
    s_client(port, *show, *(["-sess_in", str(session)] if session.exists() else []))
    assert codes == [-100, -100]


# -- who the peer is ---------------------------------------------------------------------------------


def test_a_distinguished_name_is_written_as_in_rfc_2253(secure_server, until):
    more = [
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Cogs, Wheels + Co"),
        x509.NameAttribute(NameOID.EMAIL_ADDRESS, "joe@example.org"),
        x509.NameAttribute(NameOID.COUNTRY_NAME, "DE"),
    ]
    joe = identity("joe", authority(), more=more)
    names = []

    def accepted(connection):
        connection.addListener("connect", lambda: names.append(connection.getPeerCertificate("DNstring")))

    server = secure_server(tcp.createServer, accepted)
    connection = tcp.Connection()
    connection.setSecure(X509_PEM, CA, None, joe.key, joe.cert)
    connection.connect(server._address().port)
    connection.addListener("connect", lambda: names.append(connection.getPeerCertificate("DNstring")))
    until(lambda: len(names) == 2)
    connection.forceClose()
    assert sorted(names) == [
        "C=DE,emailAddress=joe@example.org,O=Cogs\\, Wheels \\+ Co,CN=joe",
        "CN=localhost",
    ]
    with pytest.raises(NodeError, match="DNstring"):
        connection.getPeerCertificate("PEM")


def test_a_plain_connection_knows_nothing_of_its_peer(listening, connect, until):
    connections = []
    connect(listening(tcp.createServer(connections.append)))
    until(lambda: connections)
    assert (connections[0].verifyPeer(), connections[0].getPeerCertificate("DNstring")) == (0, None)
    connections[0].forceClose()


# -- connections ---------------------------------------------------------------------------------------


def test_both_ends_of_a_connection_can_be_ours(secure_server, until):
    big = "0123456789" * 60000
    received, told = [], []

    def accepted(socket):
        socket.send("hello ")
        socket.addListener("receive", received.append)
        socket.addListener("eof", lambda: (socket.send(big), socket.close()))

    connection = tcp.createConnection(secure_server(tcp.createServer, accepted)._address().port)
    connection.setSecure(X509_PEM, CA)
    answers = []
    connection.addListener("connect", lambda: (connection.send(big), connection.close()))
    connection.addListener("receive", answers.append)
    connection.addListener("close", told.append)
    until(lambda: told)
    assert ("".join(received), "".join(answers), told) == (big, "hello " + big, [False])


def test_a_connection_can_be_made_anew_and_stays_secure(secure_server, until):
    port = secure_server(tcp.createServer, lambda socket: socket.addListener("connect", socket.close))
    connection = tcp.createConnection(port._address().port)
    connection.setSecure(X509_PEM, CA)
    told = noting(connection)
    connection.addListener("connect", lambda: told.append(connection.verifyPeer()))
    connection.addListener("eof", connection.close)
    until(lambda: ("close", False) in told)
    connection.connect(port._address().port)
    until(lambda: told.count(("close", False)) == 2)
    assert told == [("connect",), 1, ("eof",), ("close", False)] * 2


def test_a_server_can_make_a_single_connection_secure(listening, until):
    def accepted(socket):
        socket.setSecure(X509_PEM, None, None, trusted().key, trusted().cert)
        socket.addListener("connect", lambda: (socket.send("secret"), socket.close()))

    connection = tcp.createConnection(listening(tcp.createServer(accepted))._address().port)
    connection.setSecure(X509_PEM, CA)
    told = noting(connection)
    connection.addListener("eof", connection.close)
    until(lambda: ("close", False) in told)
    assert ("receive", "secret") in told


def test_it_is_too_late_for_tls_on_an_open_connection(listening, until):
    server = listening(tcp.createServer(lambda socket: socket.addListener("eof", socket.close)))
    connection = tcp.createConnection(server._address().port)
    refused, told = [], noting(connection)

    def too_late():
        with pytest.raises(NodeError, match="before the connection is open") as caught:
            connection.setSecure(X509_PEM, CA)
        refused.append(caught.value)
        connection.close()

    connection.addListener("connect", too_late)
    until(lambda: ("close", False) in told)
    assert refused


def test_a_failed_handshake_closes_one_connection_and_no_other(secure_server, connect, until):
    told = []

    def accepted(socket):
        told.append(noting(socket))
        socket.addListener("receive", lambda data: (socket.send(data), socket.close()))

    server = secure_server(tcp.createServer, accepted)
    good = tcp.createConnection(server._address().port)
    good.setSecure(X509_PEM, CA)
    answers = noting(good)
    until(lambda: ("connect",) in answers)
    connect(server).send(b"GET / HTTP/1.0\r\n\r\n")
    until(lambda: len(told) == 2 and told[1])
    assert told[1] == [("close", True)]
    good.addListener("eof", good.close)
    good.send("still here")
    until(lambda: ("close", False) in answers)
    assert ("receive", "still here") in answers


def test_a_client_of_a_server_without_tls_is_told(listener, until):
    connection = tcp.createConnection(listener.port)
    connection.setSecure(X509_PEM, CA)
    told = noting(connection)
    listener.accept().send(b"220 plain.example ESMTP\r\n")
    until(lambda: told)
    assert (told, connection.readyState) == ([("close", True)], "closed")


def test_a_peer_that_leaves_during_the_handshake_is_an_error(listener, until):
    connection = tcp.createConnection(listener.port)
    connection.setSecure(X509_PEM, CA)
    told = noting(connection)
    listener.accept().close()
    until(lambda: told)
    assert told == [("close", True)]


# -- http ------------------------------------------------------------------------------------------


def hello(request, response):
    response.sendHeader(200, {"Content-Type": "text/plain"})
    response.sendBody(f"{request.method} {request.uri.path} {request.connection.verifyPeer()}")
    response.finish()


@needs_curl
def test_curl_trusts_a_server(secure_server, tmp_path):
    connections = []
    server = secure_server(http.createServer, hello)
    server.addListener("connection", connections.append)
    paths = pem(tmp_path, ca=CA, key=trusted().key, cert=trusted().cert)
    url = f"https://localhost:{server._address().port}"
    answer = curl("--cacert", paths["ca"], "--ipv4", url + "/a", url + "/b")
    assert (answer, len(connections)) == (b"GET /a 0GET /b 0", 1)
    show = ["--key", paths["key"], "--cert", paths["cert"]]
    assert curl("--cacert", paths["ca"], *show, "--ipv4", "-d", "x=1", url + "/c") == b"POST /c 1"


def test_a_client_talks_to_a_server_and_knows_whom_to_trust(secure_server, until):
    server = secure_server(http.createServer, hello)
    client = http.createClient(server._address().port, "localhost")
    client.setSecure(X509_PEM, CA, None, trusted().key, trusted().cert)
    assert (client.verifyPeer(), client.getPeerCertificate("DNstring")) == (0, None)
    answers, ends = [], []

    def answered(response):
        answers.append((client.verifyPeer(), client.getPeerCertificate("DNstring")))
        response.addListener("body", answers.append)
        response.addListener("complete", lambda: ends.append(True))

    for path in ("/1", "/2"):
        client.request(path).finish(answered)
    until(lambda: len(ends) == 2)
    assert answers == [(1, "CN=localhost"), "GET /1 1", (1, "CN=localhost"), "GET /2 1"]


def test_a_client_is_told_of_a_failed_handshake(listener, until):
    client = http.createClient(listener.port)
    client.setSecure(X509_PEM, CA)
    errors = []
    client.addListener("error", errors.append)
    client.request("/").finish()
    listener.accept().send(b"HTTP/1.1 200 OK\r\n\r\n")
    until(lambda: errors)
    assert "error:" in errors[0].message


IN_JAVASCRIPT = """
var http = require("http"), posix = require("posix"), sys = require("sys"), tcp = require("tcp");
var port = parseInt(process.ARGV[2]), echo_port = parseInt(process.ARGV[3]);
function pem(name) { return posix.cat(name + ".pem").wait(); }
var CA = pem("ca"), key = pem("key"), cert = pem("cert");
var server = http.createServer(function (request, response) {
  var peer = request.connection;
  response.sendHeader(200, {"Content-Type": "text/plain"});
  response.sendBody(request.uri.path + " " + peer.verifyPeer() + " " + peer.getPeerCertificate("DNstring"));
  response.finish();
  if (request.uri.path == "/end") {
    server.close();
    echo.close();
  }
});
server.setSecure("X509_PEM", CA, null, key, cert);
server.listen(port, "127.0.0.1");
var echo = tcp.createServer(function (socket) {
  socket.addListener("connect", function () { socket.send(socket.verifyPeer() + "\\n"); });
  socket.addListener("receive", function (data) {
    socket.send(data);
    socket.close();
  });
});
echo.setSecure("X509_PEM", CA, "", key, cert);
echo.listen(echo_port, "127.0.0.1");
try {
  http.createServer().setSecure("PKCS12", CA, null, key, cert);
} catch (error) {
  sys.puts(error instanceof Error && error.message);
}
var client = http.createClient(port, "localhost");
client.setSecure("X509_PEM", CA, null, key, cert);
client.request("/client").finish(function (response) {
  response.addListener("body", function (chunk) { sys.puts(client.verifyPeer() + " " + chunk); });
  response.addListener("complete", function () { sys.puts(client.getPeerCertificate("DNstring")); });
});
"""


@needs_javascript
@needs_curl
@needs_openssl
def test_servers_and_a_client_in_javascript(tmp_path, serving):
    paths = pem(tmp_path, ca=CA, key=trusted().key, cert=trusted().cert)
    (tmp_path / "servers.js").write_text(IN_JAVASCRIPT)
    program = serving(tmp_path / "servers.js", ports=2)
    assert program.first_line == "'PKCS12' is no format of credentials: it has to be \"X509_PEM\"\n"
    assert program.line() == "1 /client 1 CN=localhost\n"
    assert program.line() == "CN=localhost\n"
    assert s_client(program.ports[1], send=b"echo")[0] == b"0\necho"
    url = f"https://localhost:{program.port}"
    answer = curl("--cacert", paths["ca"], "--ipv4", url + "/x", url + "/end")
    assert answer == b"/x 0 undefined/end 0 undefined"
    assert program.end() == ""


# -- what cannot be used -------------------------------------------------------------------------------

WRONG = {
    "another format": (("PKCS12", CA, None, trusted().key, trusted().cert), "X509_PEM"),
    "no key": ((X509_PEM, CA, None, None, trusted().cert), "belong together"),
    "no certificate": ((X509_PEM, CA, None, trusted().key), "belong together"),
    "no CA in the list": ((X509_PEM, "CA!", None, trusted().key, trusted().cert), "ca_certs"),
    "half a CA": ((X509_PEM, CA[:99], None, trusted().key, trusted().cert), "ca_certs"),
    "no CRL": ((X509_PEM, CA, CA, trusted().key, trusted().cert), "crl_list"),
    "a key that does not fit": (
        (X509_PEM, CA, None, identity(kind="ec").key, trusted().cert),
        "does not belong",
    ),
    "a key that is none": ((X509_PEM, CA, None, "key", trusted().cert), "no start line"),
}


@pytest.mark.parametrize("case", WRONG)
@pytest.mark.parametrize("make", [tcp.Server, http.Server, tcp.Connection, lambda: http.Client(80)])
def test_credentials_that_cannot_be_used_are_refused(case, make):
    arguments, complaint = WRONG[case]
    with pytest.raises(NodeError, match=complaint):
        make().setSecure(*arguments)


@pytest.mark.parametrize("make", [tcp.Server, http.Server])
def test_a_server_needs_a_certificate(make):
    with pytest.raises(NodeError, match="A server needs"):
        make().setSecure(X509_PEM, CA)


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "OpenSSL", None)
    with pytest.raises(ImportError, match=r"pip install 'node-eras\[tls\]'"):
        tcp.createServer().setSecure(X509_PEM)
