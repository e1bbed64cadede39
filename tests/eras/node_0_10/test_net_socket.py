"""`net.Socket` of 0.10: connecting, both halves, timeouts, counters and errors."""

import socket as raw_sockets

import pytest
from support import HOST, Answering, ask, loop, run, visit, watch, watch_args

from eras.node_0_10 import net, stream


def refused_port():
    with raw_sockets.create_server((HOST, 0)) as closed:
        return closed.getsockname()[1]


def greet(peer):
    """A peer that says hi, then reads to the end."""
    peer.send(b"hi").fin()
    return peer.rest()


def silent(peer):
    return peer.rest()


def echo(peer):
    data = peer.rest()
    peer.send(data)
    return data


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


@pytest.mark.parametrize("arguments", [lambda path: (path,), lambda path: ({"path": path},)])
def test_connect_to_a_path(tmp_path, arguments):
    path = str(tmp_path / "s")
    log = []
    server = net.createServer(lambda socket: (server.close(), socket.end("unix")))

    def start():
        socket = net.connect(*arguments(path), lambda: log.append("connected"))
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
    assert closed == ("close", True)


def test_error_without_a_listener_is_thrown():
    net.connect(refused_port(), HOST)
    with pytest.raises(Exception, match=r"^connect ECONNREFUSED$"):
        run()


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


# -- reading ---------------------------------------------------------------------------------------


def test_data_gives_buffers():
    log = []
    socket = net.connect(Answering(greet).port, HOST)
    watch_args(log, socket, "data")
    run()
    assert log == [(b"hi",)]


def test_set_encoding():
    log = []
    socket = net.connect(Answering(greet).port, HOST)
    socket.setEncoding("hex")
    socket.on("data", log.append)
    run()
    assert log == ["6869"]


def test_readable_and_read():
    log = []
    socket = net.connect(Answering(greet).port, HOST)

    @socket.on("readable")
    def readable():
        while (data := socket.read(1)) is not None:
            log.append(data)

    run()
    assert log == [b"h", b"i"]


def test_pause_and_resume():
    log = []
    socket = net.connect(Answering(greet).port, HOST)
    socket.on("data", log.append)
    socket.on("end", lambda: log.append("end"))
    socket.pause()

    def go_on():
        log.append("resume")
        socket.resume()

    socket.on("connect", lambda: loop.timer(go_on, 20))
    run()
    assert log == ["resume", b"hi", "end"]


def test_pause_stops_the_sender():
    size = 16 * 1024 * 1024
    log = []
    socket = net.connect(Answering(lambda peer: (peer.send(b"x" * size), peer.fin(), peer.rest())).port, HOST)
    counted = []
    socket.on("data", lambda data: counted.append(len(data)))
    socket.pause()

    def go_on():
        log.append(socket.bytesRead < size)
        socket.resume()

    loop.timer(go_on, 50)
    run()
    assert log == [True]
    assert sum(counted) == size


def test_pipe():
    server = net.createServer(lambda socket: socket.pipe(socket))
    assert visit(server, lambda peer: peer.send(b"around").fin().rest()) == [b"around"]


def test_pipe_through_a_transform():
    class Upper(stream.Transform):
        def _transform(self, chunk, encoding, callback):
            callback(None, chunk.upper())

    server = net.createServer(lambda socket: socket.pipe(Upper()).pipe(socket))
    assert visit(server, lambda peer: peer.send(b"loud").fin().rest()) == [b"LOUD"]


# -- writing ---------------------------------------------------------------------------------------


def test_write_before_the_connection_waits():
    raw = Answering(silent)
    log = []
    socket = net.connect(raw.port, HOST)
    socket.on("connect", lambda: log.append("connect"))
    log.append(socket.write("early ", lambda: log.append("written")))
    log.append(socket.bufferSize)
    log.append(socket.bytesWritten)
    socket.end("late")
    run()
    assert log == [True, 6, 6, "connect", "written"]
    assert raw.received == [b"early late"]


def test_write_and_end_take_encodings_and_callbacks():
    raw = Answering(silent)
    log = []
    socket = net.connect(raw.port, HOST)
    socket.write("\u00e9")
    socket.write("\u00e9", "binary")
    socket.write("YWJj", "base64", lambda: log.append("written"))
    socket.end("646566", "hex")
    run()
    assert raw.received == [b"\xc3\xa9\xe9abcdef"]
    assert log == ["written"]


def test_slow_peer_fills_the_buffer_and_drain_follows():
    size = 16 * 1024 * 1024
    log = []
    raw = Answering(silent)
    socket = net.connect(raw.port, HOST)

    @socket.on("connect")
    def connected():
        log.append(socket.write(b"x" * size))
        log.append(0 < socket.bufferSize <= size)

    @socket.on("drain")
    def drained(*args):
        log.append((args, socket.bufferSize, socket.bytesWritten))
        socket.end()

    run()
    assert log == [False, True, ((), 0, size)]
    assert len(raw.received[0]) == size


def test_bytes_read_and_written():
    seen = []
    server = net.createServer()

    @server.on("connection")
    def connected(socket):
        seen.append((socket.bytesRead, socket.bytesWritten, socket.bufferSize))
        socket.on("data", lambda data: socket.end(b"12345"))
        socket.on("close", lambda: seen.append((socket.bytesRead, socket.bytesWritten)))

    ask(server, b"abc")
    assert seen == [(0, 0, 0), (3, 5)]


def test_finish_after_end():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    watch(log, socket, "connect", "finish", "end", "close")
    socket.end("x")
    assert socket.writable is False
    socket.resume()
    run()
    assert log == ["connect", "finish", "end", "close"]


# -- half-open -------------------------------------------------------------------------------------


def test_end_leaves_the_other_half_open():
    log = []
    socket = net.connect(Answering(echo).port, HOST)
    socket.on("data", log.append)
    socket.end("there and back")
    run()
    assert log == [b"there and back"]


def test_allow_half_open_of_a_client():
    raw = Answering(lambda peer: (peer.fin(), peer.rest())[1])
    socket = net.connect({"port": raw.port, "host": HOST, "allowHalfOpen": True})
    socket.on("end", lambda: socket.end("still writable"))
    socket.resume()
    run()
    assert raw.received == [b"still writable"]


def test_without_half_open_our_side_ends_with_the_peers():
    log = []
    server = net.createServer()

    @server.on("connection")
    def connected(socket):
        socket.on("end", lambda: log.append(socket.writable))
        socket.on("close", log.append)
        socket.resume()

    assert visit(server, lambda peer: peer.fin().rest()) == [b""]
    assert log == [False, False]


# -- destroy and close -----------------------------------------------------------------------------


def test_destroy_closes_at_once():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    watch(log, socket, "end", "finish")
    watch_args(log, socket, "close")
    socket.on("connect", socket.destroy)
    run()
    assert log == [(False,)]
    assert socket.destroyed is True


def test_destroy_with_an_error():
    log = []
    error = ValueError("mine")
    socket = net.connect(Answering(silent).port, HOST)
    watch_args(log, socket, "error")
    watch_args(log, socket, "close")
    socket.on("connect", lambda: (socket.destroy(error), log.append("destroyed")))
    run()
    assert log == ["destroyed", (error,), (True,)]


def test_destroy_while_connecting():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    watch(log, socket, "connect", "error")
    watch_args(log, socket, "close")
    socket.destroy()
    run()
    assert log == [(False,)]


def test_destroy_twice():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    watch(log, socket, "close")
    socket.on("connect", lambda: (socket.destroy(), socket.destroy()))
    run()
    socket.destroy()
    run()
    assert log == ["close"]


def test_destroy_soon_sends_what_was_written():
    raw = Answering(silent)
    socket = net.connect(raw.port, HOST)
    socket.on("connect", lambda: (socket.write("last words"), socket.destroySoon()))
    run()
    assert raw.received == [b"last words"]


# -- timeouts --------------------------------------------------------------------------------------


def test_set_timeout_tells_and_leaves_the_socket_alone():
    log = []
    socket = net.connect(Answering(silent).port, HOST)

    def timed_out(*args):
        log.append((args, socket.destroyed))
        socket.destroy()

    assert socket.setTimeout(20, timed_out) is None
    run()
    assert log == [((), False)]


def test_timeout_event():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    socket.setTimeout(20)
    socket.on("timeout", lambda: (log.append("timeout"), socket.end()))
    socket.resume()
    run()
    assert log == ["timeout"]


def test_timeout_callback_is_called_once_the_event_again():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    socket.setTimeout(10, lambda: log.append("callback"))

    @socket.on("timeout")
    def timed_out():
        log.append("event")
        if log.count("event") == 2:
            socket.destroy()
        else:
            socket.write("x")

    run()
    assert log == ["callback", "event", "event"]


def test_set_timeout_zero_disables_it():
    log = []
    socket = net.connect(Answering(silent).port, HOST)

    def callback():
        log.append("timeout")

    socket.setTimeout(10, callback)
    socket.setTimeout(0, callback)
    assert socket.listeners("timeout") == []
    loop.timer(socket.end, 40)
    socket.resume()
    run()
    assert log == []


def test_traffic_postpones_the_timeout():
    log = []
    socket = net.connect(Answering(silent).port, HOST)
    socket.setTimeout(60, lambda: (log.append("timeout"), socket.destroy()))
    writes = 5

    def write():
        nonlocal writes
        writes -= 1
        log.append("write")
        socket.write("x")
        if writes:
            loop.timer(write, 20)

    socket.on("connect", write)
    run()
    assert log == ["write"] * 5 + ["timeout"]


# -- settings and addresses ------------------------------------------------------------------------


def test_set_no_delay_and_keep_alive_reach_the_kernel():
    seen = []
    socket = net.connect(Answering(silent).port, HOST)

    def option(level, name):
        with raw_sockets.socket(fileno=raw_sockets.dup(socket._transport.fileno())) as sock:
            return sock.getsockopt(level, name) != 0

    @socket.on("connect")
    def connected():
        for enable in (True, False):
            assert socket.setNoDelay(enable) is None
            assert socket.setKeepAlive(enable, 1000) is None
            seen.append(option(raw_sockets.IPPROTO_TCP, raw_sockets.TCP_NODELAY))
            seen.append(option(raw_sockets.SOL_SOCKET, raw_sockets.SO_KEEPALIVE))
        socket.setNoDelay()
        seen.append(option(raw_sockets.IPPROTO_TCP, raw_sockets.TCP_NODELAY))
        socket.destroy()

    run()
    assert seen == [True, True, False, False, True]


def test_addresses():
    seen = []
    raw = Answering(silent)
    socket = net.connect(raw.port, HOST)

    @socket.on("connect")
    def connected():
        seen.append((socket.remoteAddress, socket.remotePort == raw.port))
        seen.append(socket.address() == {"address": HOST, "family": "IPv4", "port": socket.localPort})
        seen.append(socket.localAddress)
        socket.destroy()

    run()
    assert seen == [(HOST, True), True, HOST]


def test_addresses_without_a_connection():
    socket = net.Socket()
    assert socket.remoteAddress is None
    assert socket.remotePort is None


def test_unref_lets_the_program_end():
    server = net.createServer().listen(0, HOST)
    server.unref()
    socket = net.connect(server.address()["port"], HOST)

    @socket.on("connect")
    def connected():
        socket.unref()

    server.on("connection", lambda accepted: accepted.unref())
    run()
    assert socket.destroyed is False
    socket.ref()
    socket.destroy()
    server.close()
    run()


def test_server_of_an_accepted_socket():
    seen = []
    server = net.createServer(lambda socket: (seen.append(socket.server is server), socket.end()))
    ask(server, b"")
    assert seen == [True]
