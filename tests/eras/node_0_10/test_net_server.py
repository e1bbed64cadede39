"""`net` of 0.10: the module's functions and `net.Server`."""

import socket as raw_sockets

import pytest
from support import HOST, Peer, ask, loop, run, visit, watch, watch_args

from eras.node_0_10 import events, net

# -- functions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("127.0.0.1", 4),
        ("::1", 6),
        ("::ffff:1.2.3.4", 6),
        ("localhost", 0),
        ("", 0),
        ("256.1.1.1", 0),
        ("1.2.3", 0),
    ],
)
def test_is_ip(text, version):
    assert net.isIP(text) == version
    assert net.isIPv4(text) is (version == 4)
    assert net.isIPv6(text) is (version == 6)


def test_create_server_adds_its_listener_to_connection():
    def listener(socket):
        socket.end("bye")

    server = net.createServer(listener)
    assert isinstance(server, net.Server)
    assert isinstance(server, events.EventEmitter)
    assert server.listeners("connection") == [listener]
    assert ask(server, b"") == b"bye"


def test_create_server_with_options_and_listener():
    def listener(socket):
        socket.on("end", lambda: socket.end("half-open"))
        socket.resume()

    server = net.createServer({"allowHalfOpen": True}, listener)
    assert visit(server, lambda peer: peer.fin().rest()) == [b"half-open"]


def test_create_server_with_keywords():
    server = net.createServer(allowHalfOpen=True)

    @server.on("connection")
    def connected(socket):
        socket.on("end", lambda: socket.end("half-open"))
        socket.resume()

    assert visit(server, lambda peer: peer.fin().rest()) == [b"half-open"]


def test_a_server_can_be_made_by_its_class():
    assert ask(net.Server(lambda socket: socket.end("by its class")), b"") == b"by its class"


def test_create_server_with_options_alone():
    server = net.createServer({"allowHalfOpen": True})
    assert server.listeners("connection") == []


# -- listening -------------------------------------------------------------------------------------


@pytest.mark.parametrize("args", [(), (0,), (0, HOST), (0, HOST, 16), (0, 16), ("0", "localhost")])
def test_listen_forms_with_a_port(args):
    seen = []
    server = net.createServer()

    def callback(*given):
        seen.append((given, sorted(server.address()), server.address()["family"]))
        server.close()

    assert server.listen(*args, callback) is server
    assert seen == []
    run()
    assert seen == [((), ["address", "family", "port"], "IPv4")]


def test_listen_on_a_path(tmp_path):
    path = str(tmp_path / "s")
    server = net.createServer(lambda socket: socket.end("unix"))
    assert ask(server, b"", listen=(path,)) == b"unix"


def test_listen_on_a_descriptor():
    listener = raw_sockets.create_server((HOST, 0))
    server = net.createServer(lambda socket: socket.end("fd"))
    assert ask(server, b"", listen=({"fd": listener.detach()},)) == b"fd"


def test_listening_is_emitted():
    log = []
    server = net.createServer()
    watch_args(log, server, "listening")
    server.on("listening", server.close)
    server.listen(0)
    run()
    assert log == [()]


def test_error_when_the_port_is_taken():
    with raw_sockets.create_server((HOST, 0)) as taken:
        log = []
        server = net.createServer()
        server.on("error", lambda error: log.append((error.message, error.code, error.syscall)))
        watch(log, server, "listening", "close")
        server.listen(taken.getsockname()[1], HOST)
        run()
    assert log == [("listen EADDRINUSE", "EADDRINUSE", "listen")]


def test_address():
    server = net.createServer()
    assert server.address() is None
    server.listen(0)
    assert server.address()["address"] == "0.0.0.0"
    server.close()
    assert server.address() is None
    run()


# -- connections -----------------------------------------------------------------------------------


def test_connection_gets_the_socket():
    log = []
    server = net.createServer()
    watch_args(log, server, "connection")
    server.on("connection", lambda socket: socket.end())
    ask(server, b"")
    assert [[type(arg) for arg in args] for args in log] == [[net.Socket]]


def test_get_connections():
    log = []
    server = net.createServer()

    @server.on("connection")
    def connected(socket):
        def counted(*args):
            log.append(args)
            socket.end()

        server.getConnections(counted)

    ask(server, b"", b"")
    assert log == [(None, 1), (None, 1)]


def test_connections_count():
    log = []
    server = net.createServer(lambda socket: (log.append(server.connections), socket.end()))
    ask(server, b"")
    assert [*log, server.connections] == [1, 0]


def test_max_connections_closes_those_beyond():
    server = net.createServer(lambda socket: socket.resume())
    server.maxConnections = 1
    assert server.maxConnections == 1

    def conversation(peer):
        second = Peer.to({"port": peer.sock.getpeername()[1]})
        try:
            return second.rest()
        finally:
            second.close()

    assert visit(server, conversation) == [b""]


def waiting_clients(server, count):
    """Clients that connected before the loop first ran."""
    address = (HOST, server.address()["port"])
    return [raw_sockets.create_connection(address, 5) for _ in range(count)]


def test_max_connections_counts_those_not_yet_told():
    log = []
    server = net.createServer()
    server.maxConnections = 1

    @server.on("connection")
    def connected(socket):
        log.append("connection")
        socket.resume()
        loop.timer(lambda: (socket.destroy(), server.close()), 20)

    server.listen(0)
    clients = waiting_clients(server, 3)
    run()
    assert log == ["connection"]
    for client in clients:
        client.close()


def test_no_connection_comes_after_close():
    log = []
    server = net.createServer()
    watch(log, server, "connection", "close")
    server.on("connection", lambda socket: (socket.destroy(), server.close()))
    server.listen(0)
    clients = waiting_clients(server, 3)
    run()
    assert log == ["connection", "close"]
    for client in clients:
        client.close()


def test_close_waits_for_connections():
    log = []
    server = net.createServer()

    @server.on("connection")
    def connected(socket):
        assert server.close(lambda: log.append("callback")) is server
        watch(log, socket, "close", name="socket")
        loop.timer(lambda: (log.append("end"), socket.end()), 5)
        socket.resume()

    watch_args(log, server, "close")
    server.listen(0, HOST, lambda: net.connect(server.address()["port"], HOST).resume())
    run()
    assert log == ["end", (), "callback", "socket close"]


def test_close_of_a_server_that_does_not_listen():
    server = net.createServer()
    with pytest.raises(Exception, match=r"^Not running$"):
        server.close()


def test_unref_lets_the_program_end():
    server = net.createServer().listen(0, HOST)
    server.unref()
    run()
    server.ref()
    server.close()
    run()


def test_ref_takes_it_back():
    log = []
    server = net.createServer().listen(0, HOST)
    server.unref()
    server.ref()
    loop.timer(lambda: (log.append("still there"), server.close()), 20).unref()
    run()
    assert log == ["still there"]


def test_many_connections_at_once():
    server = net.createServer(lambda socket: socket.pipe(socket))
    answers = []

    def visit_once(number, done):
        text = f"number {number}"

        def conversation():
            peer = Peer.to(server.address())
            answer = peer.send(text.encode()).fin().rest()
            peer.close()
            return answer == text.encode()

        loop.in_thread(conversation, done=done)

    def done(error, echoed):
        answers.append(error or echoed)
        if len(answers) == 40:
            server.close()

    server.listen(0, HOST, lambda: [visit_once(number, done) for number in range(40)])
    run()
    assert answers == [True] * 40
