"""`http.Server`: requests that are no plain requests: expectations, tunnels, upgrades, rubbish."""

import pytest
from support import ask, body, get, head, visit, watch

from eras.node_0_10 import http, net

KEEP = "Connection: keep-alive"


# -- checkContinue ---------------------------------------------------------------------------------


EXPECT = "Expect: 100-continue"


def upload(peer):
    request = get("/up", EXPECT, method="POST", body=b"body")
    first = peer.send(request[:-4]).until(b"\r\n\r\n")
    return first, peer.send(b"body").rest()


def echo(request, response):
    response.writeHead(200, {"Content-Length": "4"})
    request.pipe(response)


def test_without_check_continue_the_server_sends_100_itself():
    log = []
    server = http.createServer(echo)
    watch(log, server, "request")
    ((first, answer),) = visit(server, upload)
    assert first == b"HTTP/1.1 100 Continue\r\n\r\n"
    assert body(answer) == b"body"
    assert log == ["request"]


def test_check_continue_replaces_request():
    log = []
    server = http.createServer(lambda request, response: log.append("request"))

    @server.on("checkContinue")
    def check(*args):
        request, response = args
        log.append(request.headers["expect"])
        assert response.writeContinue() is None
        assert response.headersSent is False
        echo(request, response)

    ((first, answer),) = visit(server, upload)
    assert log == ["100-continue"]
    assert first == b"HTTP/1.1 100 Continue\r\n\r\n"
    assert body(answer) == b"body"


def test_check_continue_may_refuse_the_body():
    server = http.createServer()

    @server.on("checkContinue")
    def check(request, response):
        response.writeHead(400, {"Connection": "close"})
        response.end()

    answer = ask(server, get("/", EXPECT, "Content-Length: 4", method="POST"))
    assert head(answer)[0] == "HTTP/1.1 400 Bad Request"
    assert b"100" not in answer


def test_another_expectation_is_a_plain_request():
    log = []
    server = http.createServer(lambda request, response: response.end())
    watch(log, server, "request", "checkContinue")
    assert ask(server, get("/", "Expect: gzip")).startswith(b"HTTP/1.1 200")
    assert log == ["request"]


# -- connect and upgrade ---------------------------------------------------------------------------


def test_connect_hands_over_the_socket_and_the_first_packet():
    seen = []
    server = http.createServer()

    @server.on("connect")
    def tunnel(*args):
        request, socket, first = args
        seen.append((request.method, request.url, request.headers, first))
        assert type(request) is http.IncomingMessage
        assert type(socket) is net.Socket
        assert socket.listeners("data") == []
        socket.write(b"HTTP/1.1 200 Established\r\n\r\n")
        socket.on("data", lambda data: socket.write(b"<" + data + b">"))
        socket.on("end", lambda: socket.end(b"bye"))

    def conversation(peer):
        peer.send(b"CONNECT there:80 HTTP/1.1\r\nHost: there\r\n\r\nfirst").until(b"\r\n\r\n")
        return peer.send(b"GET / HTTP/1.1\r\n\r\n").until(b">"), peer.fin().rest()

    (answers,) = visit(server, conversation)
    assert seen == [("CONNECT", "there:80", {"host": "there"}, b"first")]
    assert answers == (b"<GET / HTTP/1.1\r\n\r\n>", b"bye")


def test_connect_head_may_be_empty():
    heads = []
    server = http.createServer()
    server.on("connect", lambda request, socket, head: (heads.append(head), socket.end()))
    ask(server, b"CONNECT there:80 HTTP/1.1\r\n\r\n")
    assert heads == [b""]


UPGRADE = b"GET /chat HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: chat\r\n\r\n"


def test_upgrade_hands_over_the_socket_and_the_first_packet():
    seen = []
    server = http.createServer(lambda request, response: seen.append("request"))

    @server.on("upgrade")
    def upgrade(request, socket, first):
        seen.append((request.method, request.url, request.headers["upgrade"], first))
        assert socket.listeners("data") == []
        socket.write("HTTP/1.1 101 Switching\r\n\r\n")
        socket.pipe(socket)

    def conversation(peer):
        peer.send(UPGRADE + b"frame").until(b"\r\n\r\n")
        return peer.send(b"echo").fin().rest()

    assert visit(server, conversation) == [b"echo"]
    assert seen == [("GET", "/chat", "chat", b"frame")]


@pytest.mark.parametrize("request_bytes", [UPGRADE, b"CONNECT there:80 HTTP/1.1\r\n\r\n"])
def test_unheard_upgrade_and_connect_close_the_connection(request_bytes):
    server = http.createServer(lambda request, response: response.end("no"))
    assert ask(server, request_bytes) == b""


# -- clientError -----------------------------------------------------------------------------------


def test_client_error_gets_the_exception_and_the_socket():
    seen = []
    server = http.createServer(lambda request, response: response.end())

    @server.on("clientError")
    def failed(*args):
        error, socket = args
        seen.append((error.message, error.code, error.bytesParsed, socket.destroyed))
        assert isinstance(error, Exception)
        assert type(socket) is net.Socket

    rubbish, good = ask(server, b"rubbish\r\n\r\n", get())
    assert rubbish == b""
    assert good.startswith(b"HTTP/1.1 200 OK")
    assert seen == [("Parse Error", "HPE_INVALID_METHOD", 0, True)]


def test_client_error_of_a_request_cut_short():
    log = []
    server = http.createServer(lambda request, response: watch(log, request, "aborted", "close"))
    server.on("clientError", lambda error: log.append(error.code))
    visit(server, lambda peer: peer.send(get(body=b"12345")[:-2]).fin().rest())
    assert log == ["HPE_INVALID_EOF_STATE", "aborted", "close"]


def test_errors_of_a_connection_are_forwarded():
    log = []
    server = http.createServer()
    server.on("connection", lambda socket: socket.destroy(ValueError("mine")))
    server.on("clientError", lambda error, socket: log.append((str(error), type(socket))))
    ask(server, b"")
    assert log == [("mine", net.Socket)]


def test_bad_bytes_without_a_listener_only_close_their_connection():
    server = http.createServer(lambda request, response: response.end("fine"))
    rubbish, good = ask(server, b"\x00\x01\r\n\r\n", get())
    assert rubbish == b""
    assert b"fine" in good
