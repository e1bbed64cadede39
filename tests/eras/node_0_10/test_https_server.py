"""`https.Server` of 0.10."""

import shutil
import subprocess

import pytest
from certificates import authority, client_context, self_signed, trusted
from nodecore.errors import NodeError
from support import HOST, Peer, ask, body, get, head, loop, run, visit, watch
from tls_support import ask_encrypted, encrypted

from eras.node_0_10 import http, https, net, tls


def serve(listener=None, **options):
    return https.createServer({**trusted().options, **options}, listener)


def answer(text):
    return lambda request, response: response.end(text)


# -- requests and responses ------------------------------------------------------------------------


def test_create_server_adds_its_listener_to_request():
    received = ask_encrypted(serve(answer("hello")), get())
    assert head(received)[0] == "HTTP/1.1 200 OK"
    assert received.endswith(b"hello\r\n0\r\n\r\n")


def test_options_as_keywords():
    server = https.createServer(requestListener=answer("hello"), **trusted().options)
    assert b"hello" in ask_encrypted(server, get())


def test_it_is_a_tls_server_and_no_http_server():
    server = serve()
    assert isinstance(server, https.Server)
    assert isinstance(server, tls.Server)
    assert not isinstance(server, http.Server)


def test_it_needs_a_key_and_a_certificate():
    with pytest.raises(NodeError, match="Missing PFX"):
        https.createServer({})


def test_several_requests_on_one_connection():
    urls = []

    def listener(request, response):
        urls.append(request.url)
        response.end(request.url)

    received = ask_encrypted(serve(listener), get("/a", "Connection: keep-alive") * 2 + get("/b"))
    assert urls == ["/a", "/a", "/b"]
    assert received.count(b"HTTP/1.1 200 OK") == 3


def test_bodies_both_ways():
    sent = bytes(range(256)) * 4096

    def listener(request, response):
        response.writeHead(200, {"Content-Length": len(sent)})
        request.pipe(response)

    assert body(ask_encrypted(serve(listener), get(method="POST", body=sent))) == sent


def test_the_events_of_an_http_server():
    log = []
    server = serve(answer(""))
    watch(log, server, "connection", "secureConnection", "request", "close")
    server.on("checkContinue", lambda request, response: log.append("checkContinue") or response.end())
    ask_encrypted(server, get("/", "Expect: 100-continue"), get())
    events = ["connection", "secureConnection"]
    assert log == [*events, "checkContinue", *events, "request", "close"]


def test_upgrade_gives_the_stream():
    server = serve()

    @server.on("upgrade")
    def upgrade(request, socket, rest):
        socket.write("HTTP/1.1 101 Switching\r\n\r\n")
        socket.on("data", lambda data: socket.end(data[::-1]))

    def conversation(peer):
        peer.send(get("/", "Connection: Upgrade", "Upgrade: x")).until(b"\r\n\r\n")
        return peer.send(b"abc").rest()

    assert visit(server, encrypted(conversation)) == [b"cba"]


def test_connect_gives_the_stream():
    server = serve()

    @server.on("connect")
    def connect(request, socket, rest):
        socket.end(b"tunnel to " + request.url.encode())

    assert ask_encrypted(server, get("host:1", method="CONNECT")) == b"tunnel to host:1"


# -- who asks --------------------------------------------------------------------------------------


def test_the_connection_of_a_request():
    seen = []

    def listener(request, response):
        connection = request.connection
        seen.append(
            (
                connection is request.socket,
                bool(connection.encrypted),
                connection.authorized,
                connection.servername,
                connection.remoteAddress,
                connection.getCipher()["version"],
            )
        )
        response.end()

    server = serve(listener)
    ask_encrypted(server, get())
    assert seen == [(True, True, False, "localhost", HOST, "TLSv1/SSLv3")]


def test_a_client_that_shows_who_it_is(tmp_path):
    seen = []

    def listener(request, response):
        connection = request.connection
        subject = connection.getPeerCertificate().get("subject")
        seen.append((connection.authorized, connection.authorizationError, subject))
        response.end()

    for show in (trusted("me"), self_signed(), None):
        server = serve(listener, requestCert=True, ca=authority().cert)
        ask_encrypted(server, get(), context=client_context(show=show, tmp_path=tmp_path))
    assert seen == [
        (True, None, {"CN": "me"}),
        (False, "DEPTH_ZERO_SELF_SIGNED_CERT", {"CN": "localhost"}),
        (False, "UNABLE_TO_GET_ISSUER_CERT", None),
    ]


def test_reject_unauthorized(tmp_path):
    server = serve(answer("secret"), requestCert=True, rejectUnauthorized=True, ca=authority().cert)
    talk = encrypted(
        lambda peer: peer.send(get()).rest(), client_context(show=self_signed(), tmp_path=tmp_path)
    )
    (received,) = visit(server, talk)
    assert received == b"" or isinstance(received, OSError)


def test_several_names():
    server = serve(answer("hello"))
    server.addContext("a.example", trusted("a.example").options)
    context = client_context(authority())
    context.check_hostname = False
    assert b"hello" in ask_encrypted(server, get(), context=context, name="a.example")


# -- failures --------------------------------------------------------------------------------------


def test_plain_http_is_a_client_error():
    log = []
    server = serve(answer("never"))
    server.on("clientError", lambda error: log.append(error.message))
    assert ask(server, get()) == b""
    assert log == ["error:SSL routines::http request"]


def test_what_is_no_http_ends_the_connection_without_a_word():
    log = []
    server = serve(answer("never"))
    server.on("clientError", lambda error: log.append(error.message))
    assert ask_encrypted(server, b"nonsense\r\n\r\n") == b""
    assert log == []


def test_a_client_that_goes_away_is_told_of():
    log = []

    def listener(request, response):
        request.on("close", lambda: log.append("request closed"))
        response.on("close", lambda: log.append("response closed"))

    server = serve(listener)
    visit(server, encrypted(lambda peer: peer.send(get("/", "Connection: keep-alive"))))
    assert log == ["request closed", "response closed"]


def test_timeouts():
    log = []

    def listener(request, response):
        response.setTimeout(30, lambda socket: log.append(type(socket).__name__) or socket.destroy())

    visit(serve(listener), encrypted(lambda peer: peer.send(get()).rest()))
    assert log == ["CleartextStream"]


def test_many_at_once():
    server = serve(answer("x" * 1000))
    left = 20

    def over(error, received):
        nonlocal left
        assert error is None
        assert received.count(b"x") == 1000
        left -= 1
        if not left:
            server.close()

    def listening():
        talk = encrypted(lambda peer: peer.send(get()).rest())
        for _ in range(20):
            loop.in_thread(lambda: talk(Peer.to(server.address())), done=over)

    server.listen(0, HOST, listening)
    run()
    assert left == 0


def test_one_program_serves_both():
    answers = []
    plain = http.createServer(answer("plain"))
    secure = serve(answer("secure"))
    answers.append(body(ask(plain, get())))
    answers.append(body(ask_encrypted(secure, get())))
    assert [b"plain" in answers[0], b"secure" in answers[1]] == [True, True]
    assert isinstance(secure, net.Server)


# -- the tools of every day ------------------------------------------------------------------------


def tool(server, *command):
    """What a command prints that visits `server`; PORT in it is the server's."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    printed = []

    def listening():
        port = str(server.address()["port"])
        loop.in_thread(_output, [part.replace("PORT", port) for part in command], done=over)

    def over(error, text):
        server.close()
        printed.append(error or text)

    server.listen(0, HOST, listening)
    run()
    return printed[0]


def _output(command):
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60
    )
    return done.stdout.decode("utf-8", "replace")


def test_curl(tmp_path):
    (tmp_path / "ca.pem").write_text(authority().cert)
    command = ["curl", "-sS", "--cacert", str(tmp_path / "ca.pem"), "https://localhost:PORT/"]
    assert tool(serve(answer("hello\n")), *command) == "hello\n"
    assert "SSL" in tool(serve(answer("hello\n")), "curl", "-sS", "https://localhost:PORT/")


@pytest.mark.parametrize("version", ["-tls1_2", "-tls1_3"])
def test_openssl_s_client(version, tmp_path):
    (tmp_path / "ca.pem").write_text(authority().cert)
    command = [
        "openssl",
        "s_client",
        "-connect",
        "127.0.0.1:PORT",
        "-CAfile",
        str(tmp_path / "ca.pem"),
        version,
    ]
    assert "Verify return code: 0 (ok)" in tool(serve(), *command)
