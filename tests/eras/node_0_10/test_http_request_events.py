"""`http.ClientRequest`: the events of a request and the settings of its socket."""

import socket as raw_sockets

import pytest
from support import HOST, HUNG_UP, Answering, loop, run, silent, traced, watch, watch_args

from eras.node_0_10 import http, net

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"


# -- response --------------------------------------------------------------------------------------


def test_order_of_events():
    request, log = traced(OK, method="POST")

    @request.on("response")
    def answered(response):
        watch(log, response, "data", "end", "close", name="res")

    request.end("x")
    assert log == [], "there is no socket yet to hand the request to"
    run()
    assert log == ["finish", "socket", "response", "res data", "res end", "close"]


def test_response_gets_one_message():
    request, log = traced(OK)
    watch_args(log, request, "response")
    request.end()
    run()
    (args,) = [entry for entry in log if isinstance(entry, tuple)]
    assert [type(arg) for arg in args] == [http.IncomingMessage]


def test_response_without_a_listener_is_discarded():
    raw = Answering(OK)
    log = []
    watch(log, http.get(host=HOST, port=raw.port, agent=False), "close")
    run()
    assert log == ["close"]


def test_end_does_not_come_before_the_data_is_consumed():
    request, log = traced(OK)

    @request.on("response")
    def answered(response):
        watch(log, response, "end", name="res")
        loop.timer(lambda: (log.append("resume"), response.resume()), 20)

    request.end()
    run()
    assert log.index("resume") < log.index("res end")


def test_body_until_the_connection_ends():
    request, log = traced(b"HTTP/1.1 200 OK\r\n\r\nuntil the end")

    @request.on("response")
    def answered(response):
        response.setEncoding("utf8")
        watch_args(log, response, "data")
        watch(log, response, "end", name="res")

    request.end()
    run()
    assert ("until the end",) in log
    assert "res end" in log


def test_response_to_head_has_no_body():
    request, log = traced(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", method="HEAD")

    @request.on("response")
    def answered(response):
        watch(log, response, "data", "end", "close", name="res")
        response.resume()

    request.end()
    run()
    assert log == ["finish", "socket", "response", "res end", "close"]


# -- socket ----------------------------------------------------------------------------------------


def test_socket_is_emitted_with_the_socket():
    request, log = traced(OK)
    watch_args(log, request, "socket")

    @request.on("socket")
    def assigned(socket):
        log.append(request.socket is socket and request.connection is socket)

    assert request.socket is None
    request.end()
    run()
    (args,) = [entry for entry in log if isinstance(entry, tuple)]
    assert [type(arg) for arg in args] == [net.Socket]
    assert True in log


# -- continue --------------------------------------------------------------------------------------


def test_continue_comes_before_the_response():
    request, log = traced(b"HTTP/1.1 100 Continue\r\n\r\n" + OK, headers={"Expect": "100-continue"})
    watch_args(log, request, "continue")
    request.end()
    run()
    assert log == ["finish", "socket", "continue", (), "response", "close"]


# -- connect and upgrade ---------------------------------------------------------------------------


def tunnel(peer):
    peer.until(b"\r\n\r\n")
    peer.send(b"HTTP/1.1 200 Established\r\nX-A: b\r\n\r\nfirst")
    return peer.until(b"?")


def switch(peer):
    peer.until(b"\r\n\r\n")
    peer.send(b"HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: chat\r\n\r\nfirst")
    return peer.until(b"?")


LEAVING = [
    ("connect", tunnel, {"method": "CONNECT", "path": "there:80"}, 200),
    ("upgrade", switch, {"headers": {"Connection": "Upgrade", "Upgrade": "chat"}}, 101),
]


@pytest.mark.parametrize(("event", "conversation", "options", "status"), LEAVING)
def test_connect_and_upgrade(event, conversation, options, status):
    request, log = traced(conversation, **options)

    @request.on(event)
    def left(*args):
        response, socket, head = args
        log.append((response.statusCode, head, socket.listeners("data"), socket is request.socket))
        assert type(response) is http.IncomingMessage
        assert type(socket) is net.Socket
        socket.end("enough?")

    request.end()
    run()
    assert (status, b"first", [], True) in log
    assert "response" not in log


@pytest.mark.parametrize(("event", "conversation", "options", "status"), LEAVING)
def test_unheard_connect_and_upgrade_close_the_connection(event, conversation, options, status):
    request, log = traced(conversation, **options)
    request.end()
    run()
    assert log == ["finish", "socket", "close"]


# -- timeouts and socket options -------------------------------------------------------------------


def test_set_timeout_tells_and_ends_nothing():
    request, log = traced(silent)
    calls = []

    def timed_out(*args):
        calls.append((args, request.socket.destroyed))
        request.abort()

    assert request.setTimeout(20, timed_out) is None
    request.end()
    run()
    assert calls == [((), False)]
    assert log == ["finish", "socket", "timeout", "close", HUNG_UP]


def test_the_callback_of_set_timeout_is_called_once_however_often_it_times_out():
    request, log = traced(silent)
    calls = []
    request.setTimeout(60_000, lambda: calls.append("callback"))
    request.emit("timeout")
    request.emit("timeout")
    request.on("socket", request.abort)
    request.end()
    run()
    assert log.count("timeout") == 2
    assert calls == ["callback"]


def test_set_timeout_without_a_callback_emits_timeout():
    request, log = traced(silent)
    request.setTimeout(20)
    request.on("timeout", request.abort)
    request.end()
    run()
    assert "timeout" in log


def test_set_timeout_once_there_is_a_socket():
    request, log = traced(silent)
    request.on("socket", lambda: request.setTimeout(20, request.abort))
    request.end()
    run()
    assert "timeout" in log


def recorded(request, *names):
    """The calls of the socket's methods `names`, which the request makes once it has its socket."""
    calls = []

    def record(socket, name):
        setattr(socket, name, lambda *args: calls.append((name, *args)))

    @request.on("socket")
    def assigned(socket):
        for name in names:
            record(socket, name)

    return calls


def test_set_no_delay_calls_the_sockets():
    request, _ = traced(OK)
    calls = recorded(request, "setNoDelay")
    assert request.setNoDelay(False) is None
    request.end()
    run()
    assert calls == [("setNoDelay", False)]


def test_set_socket_keep_alive_calls_the_sockets():
    request, _ = traced(OK)
    calls = recorded(request, "setKeepAlive")
    assert request.setSocketKeepAlive(True, 1000) is None
    request.end()
    run()
    assert calls == [("setKeepAlive", True, 1000)]


def test_without_arguments_the_socket_has_its_own_defaults():
    request, _ = traced(OK)
    calls = [recorded(request, name) for name in ("setNoDelay", "setKeepAlive")]
    request.setNoDelay()
    request.setSocketKeepAlive()
    request.end()
    run()
    assert calls == [[("setNoDelay",)], [("setKeepAlive",)]]


def test_set_no_delay_and_keep_alive_reach_the_kernel():
    request, _ = traced(OK)
    request.setNoDelay(True)
    request.setSocketKeepAlive(True, 1000)
    seen = []

    @request.on("response")
    def answered(response):
        sock = raw_sockets.socket(fileno=raw_sockets.dup(response.socket._transport.fileno()))
        with sock:
            seen.append(sock.getsockopt(raw_sockets.IPPROTO_TCP, raw_sockets.TCP_NODELAY))
            seen.append(sock.getsockopt(raw_sockets.SOL_SOCKET, raw_sockets.SO_KEEPALIVE))
        response.resume()

    request.end()
    run()
    assert seen == [1, 1]
