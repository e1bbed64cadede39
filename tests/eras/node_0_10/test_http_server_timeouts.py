"""`http.Server`: `timeout`, `setTimeout`, and who handles a socket that timed out."""

import pytest
from support import ask, body, get, visit

from eras.node_0_10 import http, net, timers

KEEP = "Connection: keep-alive"


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


def test_timeout_of_the_socket_itself_does_not_save_it():
    log = []
    server = http.createServer()

    @server.on("request")
    def listener(request, response):
        request.socket.setTimeout(20, lambda: (log.append(request.socket.destroyed), response.end("late")))

    assert ask(server, get()) == b""
    assert log == [True]


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


def test_timeout_of_zero_is_none():
    log = []

    def listener(request, response):
        request.socket.on("timeout", lambda: log.append("timeout"))
        timers.setTimeout(lambda: response.end("late"), 60)

    server = http.createServer(listener)
    server.timeout = 20
    server.timeout = 0
    assert body(ask(server, get())) == b"4\r\nlate\r\n0\r\n\r\n"
    assert log == []


def test_set_timeout_without_a_callback_adds_no_listener():
    server = http.createServer()
    server.setTimeout(20)
    assert server.listeners("timeout") == []
    assert visit(server, lambda peer: peer.rest()) == [b""]
