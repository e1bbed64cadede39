"""`tls` and `https` of 0.10: forms, options and events that no other file of theirs is about."""

import pytest
from certificates import authority, trusted
from nodecore.errors import NodeError
from support import HOST, Peer, loop, run
from tls_support import TlsPeer, ask_encrypted, meet, secure_server, trusting

from eras.node_0_10 import constants, https, tls


def hello(stream):
    stream.end("hello")


# -- clients ---------------------------------------------------------------------------------------


def test_a_listener_and_no_options():
    log = []

    def visit(port):
        client = tls.connect(port, lambda: log.append("secure"))
        client.on("error", lambda error: log.append(error.message))
        return client

    meet(secure_server(lambda stream: stream.resume()), visit)
    assert log == ["UNABLE_TO_VERIFY_LEAF_SIGNATURE"]


def test_secure_connect_and_where_it_leads():
    log = []

    def visit(port):
        client = tls.connect(trusting(port))

        @client.on("secureConnect")
        def secure(*args):
            assert (client.remoteAddress, client.remotePort) == (HOST, port)
            assert client.address()["family"] == "IPv4"
            log.append(args)

        return client

    meet(secure_server(hello), visit)
    assert log == [()]


def test_bytes_written():
    seen = []

    def visit(port):
        def told():
            seen.append(client.bytesWritten)

        client = tls.connect(trusting(port), lambda: client.write("x", None, told))
        return client

    meet(secure_server(lambda stream: stream.once("data", lambda data: stream.end())), visit)
    assert seen[0] > 0


def test_secure_protocol_that_is_none():
    with pytest.raises(NodeError, match="Unknown method"):
        tls.connect({"port": 1, "secureProtocol": "nonsense"})


def test_host_is_where_it_goes():
    seen = []

    def listening():
        options = {"host": "127.0.0.2", "port": server.address()["port"], "rejectUnauthorized": False}
        client = tls.connect(options, lambda: seen.append(client.remoteAddress))
        client.on("close", lambda: server.close())

    server = secure_server(hello)
    server.listen(0, listening)
    run()
    assert seen == ["127.0.0.2"]


# -- servers ---------------------------------------------------------------------------------------


def test_key_and_cert():
    identity = {"key": trusted().key, "cert": trusted().cert}
    assert ask_encrypted(tls.createServer(identity, hello), b"") == b"hello"
    server = https.createServer(identity, lambda request, response: response.end("hello"))
    assert b"hello" in ask_encrypted(server, b"GET / HTTP/1.0\r\n\r\n")


@pytest.mark.parametrize("module", [tls, https])
def test_listen_address_and_close(module):
    log = []
    server = module.createServer(trusted().options)

    def listening():
        assert server.address()["family"] == "IPv4"
        server.close(lambda: log.append("closed"))

    assert server.listen(0, HOST, listening) is server
    run()
    assert log == ["closed"]
    assert server.address() is None


def test_max_connections():
    answers = []
    server = secure_server(lambda stream: stream.resume())
    server.maxConnections = 1

    def talk():
        first = TlsPeer(Peer.to(server.address()))
        try:
            return Peer.to(server.address()).rest()
        finally:
            first.close()

    def done(*told):
        answers.append(told)
        server.close()

    server.listen(0, HOST, lambda: loop.in_thread(talk, done=done))
    run()
    assert answers == [(None, b"")]


def test_new_session_and_resume_session():
    log, stored, reused = [], {}, []
    server = secure_server(hello, secureOptions=constants.SSL_OP_NO_TICKET)

    @server.on("newSession")
    def new(session_id, data):
        log.append("newSession")
        stored[bytes(session_id)] = data

    @server.on("resumeSession")
    def resume(session_id, callback):
        log.append("resumeSession")
        callback(None, stored[bytes(session_id)])

    def visit(port, session, then):
        sessions = []

        def secure():
            sessions.append(client.getSession())
            reused.append(client.isSessionReused())

        client = tls.connect(trusting(port, session=session), secure)
        client.resume()
        client.on("close", lambda: then(sessions[0]))

    def listening():
        port = server.address()["port"]
        visit(port, None, lambda session: visit(port, session, lambda session: server.close()))

    server.listen(0, HOST, listening)
    run()
    assert log == ["newSession", "resumeSession"]
    assert reused == [False, True]


# -- https -----------------------------------------------------------------------------------------


def asked(listener, server_options=None, **options):
    """What a server with `listener` answers to a request with `options`."""
    answers = []
    server = https.createServer({**trusted().options, **(server_options or {})}, listener)

    def listening():
        given = {"host": "localhost", "port": server.address()["port"], "ca": authority().cert, **options}
        https.get(given, answered)

    def answered(response):
        response.on("data", answers.append)
        response.on("end", lambda: server.close())

    server.listen(0, HOST, listening)
    run()
    return b"".join(answers).decode()


def test_host():
    assert asked(lambda request, response: response.end(request.headers["host"]), host=HOST).startswith(HOST)


def test_agent_false():
    def listener(request, response):
        response.end(request.headers["connection"])

    assert asked(listener, agent=False) == "close"
    assert asked(listener) == "keep-alive"


def test_pfx_and_passphrase():
    pfx = {"pfx": trusted().pfx(b"pw", authority()), "passphrase": "pw"}
    server = https.createServer(pfx, lambda request, response: response.end("hello"))
    assert b"hello" in ask_encrypted(server, b"GET / HTTP/1.0\r\n\r\n")


def test_hostname_path_method_headers_and_auth():
    def listener(request, response):
        headers = request.headers
        response.end(f"{request.method} {request.url} {headers['x-a']} {headers['authorization']}")

    told = asked(
        listener,
        host="nowhere.invalid",
        hostname="localhost",
        path="/index.html?page=12",
        method="DELETE",
        headers={"X-A": "b"},
        auth="user:password",
    )
    assert told == "DELETE /index.html?page=12 b Basic dXNlcjpwYXNzd29yZA=="


def test_ciphers():
    def listener(request, response):
        response.end(request.connection.getCipher()["name"])

    assert asked(listener, ciphers="AES256-SHA") == "AES256-SHA"


def test_secure_protocol():
    with pytest.raises(NodeError, match="Unknown method"):
        https.get({"port": 1, "agent": False, "secureProtocol": "nonsense"})


def test_verify_peer_was_no_more():
    """The document still tells of it."""
    assert (
        asked(lambda request, response: response.end(str(hasattr(request.connection, "verifyPeer"))))
        == "False"
    )
