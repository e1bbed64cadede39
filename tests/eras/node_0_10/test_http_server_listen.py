"""Every form of `server.listen`, and what `listening`, `address` and `error` say of it."""

import socket as raw_sockets

import pytest
from support import HOST, Peer, ask, body, get, loop, run

from eras.node_0_10 import http, net


def hello(request, response):
    response.writeHead(200, {"Content-Length": "5"})
    response.end("hello")


def listened(*args, server=None):
    """Listen with `args`; when the server does, ask it once and close it. Returns its address and answer."""
    server = server or http.createServer(hello)
    seen = []

    @server.once("listening")
    def listening(*given):
        assert given == ()
        address = server.address()
        seen.append(address)
        loop.in_thread(lambda: Peer.to(address).send(get()).rest(), done=answered)

    def answered(error, answer):
        seen.append(error or body(answer))
        server.close()

    assert server.listen(*args) is server
    assert seen == [], "listen is asynchronous"
    run()
    return seen


def test_port():
    address, answer = listened(0)
    assert address["port"] > 0
    assert address["address"] == "0.0.0.0", "without a hostname: any IPv4 address"
    assert address["family"] == "IPv4"
    assert answer == b"hello"


def test_no_arguments_choose_a_port():
    assert listened()[0]["port"] > 0


def test_port_and_hostname():
    address, answer = listened(0, HOST)
    assert address["address"] == HOST
    assert answer == b"hello"


def test_hostname_that_must_be_resolved():
    address, answer = listened(0, "localhost")
    assert address["address"] == HOST
    assert answer == b"hello"


def test_port_hostname_and_backlog():
    assert listened(0, HOST, 5)[1] == b"hello"


def test_port_and_backlog():
    assert listened(0, 5)[1] == b"hello"


def test_port_as_text():
    assert listened("0", HOST)[1] == b"hello"


@pytest.mark.parametrize("args", [(), (0,), (0, HOST), (0, HOST, 16), (0, 16), (0, None, None)])
def test_callback_is_the_last_argument_and_listens_to_listening(args):
    calls = []
    server = http.createServer()

    def callback():
        calls.append(server.address()["port"] > 0)
        server.close()

    server.listen(*args, callback)
    assert server.listeners("listening")[0].listener is callback
    run()
    assert calls == [True]


def test_path(tmp_path):
    path = str(tmp_path / "http.sock")
    address, answer = listened(path)
    assert address == path
    assert answer == b"hello"
    assert not (tmp_path / "http.sock").exists(), "close removes the socket's file"


def test_path_and_callback(tmp_path):
    log = []
    server = http.createServer()
    server.listen(str(tmp_path / "s"), lambda: (log.append(server.address()), server.close()))
    run()
    assert log == [str(tmp_path / "s")]


def test_handle_of_a_file_descriptor():
    listener = raw_sockets.create_server((HOST, 0))
    port = listener.getsockname()[1]
    address, answer = listened({"fd": listener.detach()})
    assert address["port"] == port
    assert answer == b"hello"


def test_handle_and_callback():
    listener = raw_sockets.create_server((HOST, 0))
    log = []
    server = http.createServer()
    server.listen({"fd": listener.detach()}, lambda: (log.append("listening"), server.close()))
    run()
    assert log == ["listening"]


def test_handle_of_another_server():
    seen = []
    other = net.createServer(lambda socket: (seen.append("other"), socket.destroy()))
    server = http.createServer(hello)

    @other.listen(0, HOST).on("listening")
    def bound():
        port = other.address()["port"]

        @server.listen(other).on("listening")
        def listening():
            assert server.address()["port"] == port
            loop.in_thread(lambda: Peer.to({"port": port}).send(get()).rest(), done=answered)

    def answered(error, answer):
        seen.append(error or body(answer))
        server.close()
        other.close()

    run()
    assert seen == [b"hello"], "the connections are the new server's"


def test_address_is_none_before_listening():
    assert http.createServer().address() is None


def failure(*args):
    """The `error` that listening with `args` ends in."""
    errors = []
    server = http.createServer()
    server.on("error", errors.append)
    server.on("listening", lambda: pytest.fail("it listens"))
    server.listen(*args)
    assert errors == []
    run()
    (error,) = errors
    return error.message, error.code, error.errno, error.syscall


def test_port_in_use():
    with raw_sockets.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        assert failure(port, HOST) == ("listen EADDRINUSE", "EADDRINUSE", "EADDRINUSE", "listen")


def test_address_that_is_not_ours():
    message, code, *_ = failure(0, "192.0.2.1")
    assert (message, code) == ("listen EADDRNOTAVAIL", "EADDRNOTAVAIL")


def test_path_that_cannot_be(tmp_path):
    message, code, *_ = failure(str(tmp_path / "missing" / "sock"))
    assert (message, code) == ("listen EACCES", "EACCES")


def test_error_without_a_listener_is_thrown():
    with raw_sockets.create_server((HOST, 0)) as taken:
        http.createServer().listen(taken.getsockname()[1], HOST)
        with pytest.raises(Exception, match="listen EADDRINUSE"):
            run()


def test_a_server_can_listen_again_after_close():
    server = http.createServer(hello)
    assert body(ask(server, get())) == b"hello"
    assert body(ask(server, get())) == b"hello"
