"""`net.Socket` of 0.10: every way to connect, and what goes wrong."""

import socket as raw_sockets

import pytest
from nodecore.errors import NodeError
from support import HOST, Answering, echo, greet, refused_port, run, silent, watch, watch_args

from eras.node_0_10 import net

# -- connecting ------------------------------------------------------------------------------------


@pytest.mark.parametrize("connect", [net.connect, net.createConnection])
@pytest.mark.parametrize(
    "arguments",
    [
        lambda port: (port, HOST),
        lambda port: (str(port), HOST),
        lambda port: (port,),
        lambda port: ({"port": port, "host": HOST},),
        lambda port: ({"port": port},),
        lambda port: ({"port": port, "localAddress": HOST},),
        lambda port: (port, "localhost"),
    ],
)
def test_connect_forms(connect, arguments):
    raw = Answering(silent)
    log = []

    def connected(*args):
        log.append(args)
        socket.end("x")

    socket = connect(*arguments(raw.port), connected)
    assert type(socket) is net.Socket
    assert log == []
    run()
    assert log == [()]
    assert raw.received == [b"x"]


@pytest.mark.parametrize("connect", [net.connect, net.createConnection, net.Socket().connect])
def test_connect_with_keywords(connect):
    raw = Answering(silent)
    connect(port=raw.port, host=HOST).end("by keyword")
    run()
    assert raw.received == [b"by keyword"]


def test_socket_options_as_keywords():
    raw = Answering(lambda peer: (peer.fin(), peer.rest())[1])
    socket = net.Socket(allowHalfOpen=True)
    socket.connect(raw.port, HOST)
    socket.on("end", lambda: socket.end("still writable"))
    socket.resume()
    run()
    assert raw.received == [b"still writable"]


@pytest.mark.parametrize("connect", [net.connect, net.createConnection])
@pytest.mark.parametrize("arguments", [lambda path: (path,), lambda path: ({"path": path},)])
def test_connect_to_a_path(tmp_path, connect, arguments):
    path = str(tmp_path / "s")
    log = []
    server = net.createServer(lambda socket: (server.close(), socket.end("unix")))

    def start():
        socket = connect(*arguments(path), lambda: log.append("connected"))
        socket.on("data", log.append)

    server.listen(path, start)
    run()
    assert log == ["connected", b"unix"]


def test_a_socket_can_be_made_first_and_connected_later():
    raw = Answering(greet)
    log = []
    socket = net.Socket()
    assert (socket.readable, socket.writable, socket.destroyed) == (False, False, False)
    watch(log, socket, "connect", "data", "end", "close")
    assert socket.connect(raw.port, HOST, lambda: log.append("callback")) is socket
    run()
    assert log == ["connect", "callback", "data", "end", "close"]


@pytest.mark.parametrize("arguments", [lambda port: (port,), lambda port: ({"port": port, "host": HOST},)])
def test_forms_of_the_method(arguments):
    raw, log = Answering(silent), []
    socket = net.Socket()
    assert socket.connect(*arguments(raw.port), lambda: log.append("connected")) is socket
    socket.end("x")
    run()
    assert (log, raw.received) == (["connected"], [b"x"])


def test_connect_method_to_a_path(tmp_path):
    path, log = str(tmp_path / "s"), []
    server = net.createServer(lambda socket: (server.close(), socket.end("unix")))

    def listening():
        socket = net.Socket().connect(path, lambda: log.append("connected"))
        socket.on("data", log.append)

    server.listen(path, listening)
    run()
    assert log == ["connected", b"unix"]


def test_a_socket_can_be_connected_again():
    raw = Answering(echo, echo)
    log = []
    socket = net.connect(raw.port, HOST)
    socket.setEncoding("utf8")
    socket.on("data", log.append)

    @socket.once("close")
    def again():
        socket.connect(raw.port, HOST)
        assert socket.destroyed is False
        socket.setEncoding("utf8")
        socket.end("second")

    socket.end("first")
    run()
    assert log == ["first", "second"]
    assert (socket.bytesRead, socket.bytesWritten) == (6, 6)


def test_connect_event_has_no_arguments():
    raw = Answering(greet)
    log = []
    socket = net.connect(raw.port, HOST)
    watch_args(log, socket, "connect")
    socket.resume()
    run()
    assert log == [()]


def test_local_address_option():
    addresses = []
    raw = Answering(lambda peer: (addresses.append(peer.sock.getpeername()[0]), peer.rest()))
    net.connect({"port": raw.port, "localAddress": "127.0.0.9"}, lambda: None).end()
    run()
    assert addresses == ["127.0.0.9"]


def test_a_socket_of_a_descriptor():
    ours, theirs = raw_sockets.socketpair()
    log = []
    with theirs:
        socket = net.Socket({"fd": ours.detach()})
        socket.on("data", lambda data: (log.append(data), socket.end(b"<" + data + b">")))
        theirs.sendall(b"hello")
        theirs.shutdown(raw_sockets.SHUT_WR)
        run()
        assert theirs.recv(100) == b"<hello>"
    assert log == [b"hello"]


# -- what goes wrong -------------------------------------------------------------------------------


def failing(*args):
    """The log of a connection that cannot be made: its events, and the fields of the error."""
    log = []
    socket = net.connect(*args)
    socket.on("error", lambda error: log.append((error.message, error.code, error.errno, error.syscall)))
    socket.on("close", lambda had_error: log.append(("close", had_error)))
    watch(log, socket, "connect", "end")
    run()
    assert socket.destroyed
    return log


def test_connection_refused():
    error = ("connect ECONNREFUSED", "ECONNREFUSED", "ECONNREFUSED", "connect")
    assert failing(refused_port(), HOST) == [error, ("close", True)]


def test_path_that_does_not_exist(tmp_path):
    error = ("connect ENOENT", "ENOENT", "ENOENT", "connect")
    assert failing(str(tmp_path / "missing")) == [error, ("close", True)]


def test_name_that_does_not_resolve():
    (message, code, errno, syscall), closed = failing(80, "no.such.host.invalid")
    assert syscall == "getaddrinfo"
    assert message == f"getaddrinfo {code}"
    assert code == errno
    assert closed == ("close", False)


def test_error_without_a_listener_is_thrown():
    net.connect(refused_port(), HOST)
    with pytest.raises(NodeError) as raised:
        run()
    assert raised.value.message == "connect ECONNREFUSED"


def test_write_takes_strings_and_buffers_only():
    for wrong in (5, None, {}):
        with pytest.raises(TypeError, match=r"^invalid data$"):
            net.Socket().write(wrong)


def test_write_without_a_connection():
    log = []
    socket = net.Socket()
    socket.on("error", lambda error: log.append(error.message))
    socket.write("x")
    run()
    assert set(log) == {"This socket is closed."}


def test_write_after_the_peer_has_ended():
    raw = Answering(lambda peer: peer.fin().rest())
    log = []
    socket = net.connect(raw.port, HOST)
    socket.on("error", lambda error: log.append((error.message, error.code)))
    socket.on("end", lambda: log.append(socket.write("late")))
    socket.resume()
    run()
    assert log == [("This socket has been ended by the other party", "EPIPE"), None]


def test_connection_reset():
    raw = Answering(lambda peer: (peer.until(b"go"), peer.reset()))
    log = []
    socket = net.connect(raw.port, HOST)
    socket.on("error", lambda error: log.append((error.message, error.code, error.syscall)))
    socket.on("close", log.append)
    socket.write("go")
    socket.resume()
    run()
    assert log == [("read ECONNRESET", "ECONNRESET", "read"), True]
