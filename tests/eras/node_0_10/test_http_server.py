"""`http.Server`: requests, connections, close and the limit of headers."""

import gevent
import pytest
from support import Peer, ask, get, head, run, visit, watch_args

from eras.node_0_10 import http, net, timers

KEEP = "Connection: keep-alive"


# -- requests and connections ----------------------------------------------------------------------


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


def test_finish_of_a_pipelined_response_waits_for_its_turn():
    log, waiting = [], []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        response.on("finish", lambda: log.append(f"finish {request.url}"))
        waiting.append((request.url, response))
        if len(waiting) == 3:
            for url, response in reversed(waiting):
                log.append(f"end {url}")
                response.end(url)

    ask(server, get("/1", KEEP) + get("/2", KEEP) + get("/3"))
    assert log == ["end /3", "end /2", "end /1", "finish /3", "finish /2", "finish /1"]


def test_no_finish_for_answers_that_never_had_their_turn():
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        response.on("finish", lambda: log.append(f"finish {request.url}"))
        response.on("close", lambda: log.append(f"close {request.url}"))
        if request.url == "/1":
            response.write("begun")
        else:
            response.end(request.url)

    def conversation(peer):
        peer.send(get("/1", KEEP) + get("/2", KEEP) + get("/3", KEEP)).until(b"begun")
        peer.reset()

    visit(server, conversation)
    assert log == ["close /1"]


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

    server.listen(0, "127.0.0.1", lambda: http.get(port=server.address()["port"], agent=False))
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


def test_close_calls_its_callback():
    log = []
    server = http.createServer()
    watch_args(log, server, "close")
    server.listen(0, "127.0.0.1", lambda: server.close(lambda *args: log.append(("callback", *args))))
    run()
    assert log == [(), ("callback",)]


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
