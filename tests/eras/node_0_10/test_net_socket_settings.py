"""`net.Socket` of 0.10: timeouts, settings of the kernel, addresses."""

import socket as raw_sockets

from support import HOST, Answering, ask, loop, run, silent

from eras.node_0_10 import net

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
    server = net.createServer().listen(0)
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


def test_ref_takes_it_back():
    log = []
    server = net.createServer(lambda accepted: accepted.unref()).listen(0)
    server.unref()
    socket = net.connect(server.address()["port"], HOST)

    @socket.on("connect")
    def connected():
        socket.unref()
        socket.ref()
        loop.timer(lambda: (log.append("still there"), socket.destroy()), 30).unref()

    run()
    server.close()
    run()
    assert log == ["still there"]


def test_ready_state():
    socket = net.Socket()
    log = [socket.readyState]
    socket.connect(Answering(silent).port, HOST)
    log.append(socket.readyState)
    socket.on("connect", lambda: (log.append(socket.readyState), socket.end(), log.append(socket.readyState)))
    socket.resume()
    run()
    assert [*log, socket.readyState] == ["closed", "opening", "open", "readOnly", "closed"]


def test_server_of_an_accepted_socket():
    seen = []
    server = net.createServer(lambda socket: (seen.append(socket.server is server), socket.end()))
    ask(server, b"")
    assert seen == [True]
