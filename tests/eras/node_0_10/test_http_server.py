"""`http.Server`: its events and what becomes of connections."""

import gevent
import pytest
from support import Peer, ask, body, get, head, run, visit, watch, watch_args

from eras.node_0_10 import http, net, timers

KEEP = "Connection: keep-alive"


def test_request_gets_a_request_and_a_response():
    seen = []
    server = http.createServer()

    @server.on("request")
    def listener(*args):
        seen.append([type(arg) for arg in args])
        args[1].end()

    ask(server, get())
    assert seen == [[http.IncomingMessage, http.ServerResponse]]


def test_several_requests_come_over_one_connection():
    connections, urls = [], []
    server = http.createServer()
    server.on("connection", connections.append)

    @server.on("request")
    def listener(request, response):
        urls.append(request.url)
        response.end()

    def conversation(peer):
        peer.send(get("/1", KEEP)).until(b"0\r\n\r\n")
        peer.send(get("/2", KEEP)).until(b"0\r\n\r\n")
        return peer.send(get("/3")).rest()

    (answer,) = visit(server, conversation)
    assert urls == ["/1", "/2", "/3"]
    assert len(connections) == 1
    assert "Connection: close" in head(answer)


def test_pipelined_answers_keep_the_order_of_the_requests():
    waiting = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        waiting.append((request.url, response))
        if len(waiting) == 3:
            for url, response in reversed(waiting):
                assert response.end(url) is (url == "/1")

    answer = ask(server, get("/1", KEEP) + get("/2", KEEP) + get("/3"))
    assert answer.index(b"/1") < answer.index(b"/2") < answer.index(b"/3")


def test_a_server_can_be_made_by_its_class_and_decorate():
    class Counting(http.Server):
        count = 0

    server = Counting()

    @server.on("request")
    def listener(request, response):
        server.count += 1
        response.end()

    ask(server, get(), get())
    assert server.count == 2


def test_exception_of_a_listener_leaves_run():
    server = http.createServer(lambda request, response: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ask(server, get())


def test_a_listener_that_waits_holds_up_nobody_else():
    """What Node could not do: the loop goes on while a callback sleeps."""
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        if request.url == "/slow":
            while "/fast" not in log:
                gevent.sleep(0.001)
        log.append(request.url)
        response.end(request.url)

    def conversation(peer):
        peer.send(get("/slow"))
        other = Peer.to({"port": peer.sock.getpeername()[1]})
        other.send(get("/fast")).rest()
        other.close()
        return peer.rest()

    (answer,) = visit(server, conversation)
    assert b"/slow" in answer
    assert log == ["/fast", "/slow"]


def test_connection_gives_the_socket_of_later_requests():
    log = []
    server = http.createServer()

    @server.on("connection")
    def connected(*args):
        log.append(args[0])
        log.append(len(args))
        assert isinstance(args[0], net.Socket)

    @server.on("request")
    def listener(request, response):
        log.append(
            request.connection is log[0] and request.socket is log[0] and response.connection is log[0]
        )
        response.end()

    ask(server, get())
    assert log[1:] == [1, True]


def test_connection_listener_may_close_the_socket():
    server = http.createServer(lambda request, response: pytest.fail("a request came"))
    server.on("connection", lambda socket: socket.destroy())
    assert ask(server, b"") == b""


def test_close_is_emitted_without_arguments_once_the_last_connection_has_ended():
    log = []
    server = http.createServer()
    watch_args(log, server, "close")

    @server.on("request")
    def listener(request, response):
        server.close(lambda: log.append("callback"))
        response.on("finish", lambda: log.append("finish"))
        timers.setTimeout(response.end, 5)

    server.listen(0, "127.0.0.1")
    http.get(port=server.address()["port"], agent=False)
    run()
    assert log == ["finish", (), "callback"]


def test_after_close_no_new_connection_is_accepted():
    log = []
    server = http.createServer()

    @server.listen(0, "127.0.0.1").on("listening")
    def listening():
        port = server.address()["port"]
        assert server.close() is server
        assert server.address() is None

        @http.get(port=port, agent=False).on("error")
        def refused(error):
            log.append(error.code)

    run()
    assert log == ["ECONNREFUSED"]


def test_close_when_not_listening():
    server = http.createServer()
    with pytest.raises(Exception, match=r"^Not running$"):
        server.close()


# -- maxHeadersCount -------------------------------------------------------------------------------


@pytest.mark.parametrize(("limit", "seen"), [(None, 1000), (5, 5), (0, 1501)])
def test_max_headers_count(limit, seen):
    counts = []
    server = http.createServer()
    if limit is not None:
        server.maxHeadersCount = limit

    @server.on("request")
    def listener(request, response):
        counts.append(len(request.headers))
        response.end()

    ask(server, get("/", *[f"Name-{n}: v" for n in range(1500)]))
    assert counts == [seen]


# -- timeouts --------------------------------------------------------------------------------------


def test_timeout_defaults_to_two_minutes():
    assert http.createServer().timeout == 120000


def test_set_timeout_sets_timeout_and_adds_its_callback():
    def callback(socket):
        pass

    server = http.createServer()
    assert server.setTimeout(50, callback) is None
    assert server.timeout == 50
    assert server.listeners("timeout") == [callback]


def test_idle_socket_is_destroyed_when_nobody_listens():
    server = http.createServer()
    server.timeout = 20
    assert visit(server, lambda peer: peer.rest()) == [b""]


def test_timeout_applies_to_connections_made_after_it_was_set():
    server = http.createServer(lambda request, response: response.end("still here"))
    server.timeout = 0
    server.on("connection", lambda: setattr(server, "timeout", 1))

    def conversation(peer):
        peer.sock.settimeout(0.05)
        with pytest.raises(TimeoutError):
            peer.rest()
        return peer.send(get()).rest()

    (answer,) = visit(server, conversation)
    assert b"still here" in answer


def test_idle_connection_between_requests_times_out():
    server = http.createServer(lambda request, response: response.end())
    server.timeout = 20

    def conversation(peer):
        return peer.send(get("/", KEEP)).until(b"0\r\n\r\n"), peer.rest()

    ((answer, rest),) = visit(server, conversation)
    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert rest == b""


def test_traffic_postpones_the_timeout():
    server = http.createServer()
    server.timeout = 60

    @server.on("request")
    def listener(request, response):
        def write(left):
            response.write("x")
            if left:
                timers.setTimeout(write, 20, left - 1)
            else:
                response.end()

        write(5)

    assert body(ask(server, get(version="1.0"))) == b"xxxxxx"


def test_server_timeout_listener_gets_the_socket_and_is_responsible_for_it():
    sockets = []
    server = http.createServer()

    @server.on("timeout")
    def timed_out(*args):
        sockets.extend(args)
        assert args[0].destroyed is False
        args[0].end("given up")

    server.setTimeout(20)
    (answer,) = visit(server, lambda peer: peer.rest())
    assert answer == b"given up"
    assert [type(socket) for socket in sockets] == [net.Socket]


def test_every_listener_of_a_timeout_hears_it_in_order():
    log = []
    server = http.createServer()
    server.setTimeout(20, lambda socket: (log.append("server"), socket.destroy()))

    @server.on("request")
    def listener(request, response):
        request.on("timeout", lambda socket: log.append("request"))
        response.on("timeout", lambda socket: log.append("response"))
        request.socket.on("timeout", lambda: log.append("socket"))

    ask(server, get(body=b"12345")[:-1])
    assert log == ["request", "response", "server", "socket"]


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
