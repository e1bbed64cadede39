"""The module `tcp` of 0.1, with real peers."""

import socket

import gevent
import pytest
from nodecore import network

from eras.node_0_1 import tcp


def record(connection, *events):
    seen = []
    for event in events or ("connect", "receive", "eof", "timeout", "drain", "close"):
        connection.addListener(event, lambda *args, event=event: seen.append((event, *args)))
    return seen


@pytest.fixture
def accepted(listening, connect):
    """`accepted(setup)`: the server's side of a connection, and its peer."""

    def accepted(setup=lambda connection: None):
        connections = []

        def listener(connection):
            connections.append(connection)
            setup(connection)

        peer = connect(listening(tcp.createServer(listener)))
        while not connections:
            gevent.sleep(0)
        return connections[0], peer

    return accepted


def test_the_echo_server_of_the_document(listening, connect):
    def listener(socket):
        socket.setEncoding("utf8")
        socket.addListener("connect", lambda: socket.send("hello\r\n"))
        socket.addListener("receive", lambda data: socket.send(data, "utf8"))

        @socket.addListener("eof")
        def eof():
            socket.send("goodbye\r\n")
            socket.close()

    peer = connect(listening(tcp.createServer(listener)))
    assert peer.until(b"\n") == b"hello\r\n"
    assert peer.send("süß\n".encode()).until(b"\n") == "süß\n".encode()
    assert peer.fin().rest() == b"goodbye\r\n"


def test_the_server_closes_with_0(listening, until):
    server = listening(tcp.createServer())
    seen = record(server, "close")
    server.close()
    assert seen == []
    until(lambda: seen)
    assert seen == [("close", 0)]


def test_connections_outlive_the_server(listening, connect, until):
    seen = []
    server = listening(tcp.createServer(lambda c: c.addListener("receive", seen.append)))
    peer = connect(server)
    gevent.sleep(0.01)
    server.close()
    peer.send(b"still here")
    until(lambda: seen)
    assert seen == ["still here"]


def test_a_port_in_use_is_an_error(listening):
    port = listening(tcp.createServer())._address().port
    with pytest.raises(Exception, match="Address already in use") as caught:
        tcp.createServer().listen(port, "127.0.0.1")
    assert caught.value.code == "EADDRINUSE"


def test_a_server_listens_once(listening):
    server = listening(tcp.createServer())
    with pytest.raises(Exception, match="listening already"):
        server.listen(0)


@pytest.mark.parametrize("port", [None, "eighty", {}, float("nan"), float("inf"), True, -1, 65536])
def test_a_port_that_is_no_number(port):
    with pytest.raises(TypeError, match="First argument must be a port number"):
        tcp.createConnection(port)


def test_received_data_are_binary_strings_by_default(accepted, until):
    connection, peer = accepted()
    seen = record(connection, "receive")
    peer.send(b"\x00\xe4\xff")
    until(lambda: seen)
    assert seen == [("receive", "\x00\xe4\xff")]


def test_utf8_may_come_in_pieces(accepted, until):
    connection, peer = accepted(lambda connection: connection.setEncoding("utf8"))
    seen = record(connection, "receive", "close")
    for byte in "€".encode():
        peer.send(bytes([byte]))
        gevent.sleep(0.01)
    until(lambda: seen)
    peer.send(b"\xe2\x82").fin()
    connection.close()
    until(lambda: ("close", False) in seen)
    assert [args[0] for event, *args in seen if event == "receive"] == ["€", "\ufffd"]


def test_an_unknown_encoding_is_an_error(accepted):
    connection, _ = accepted()
    with pytest.raises(TypeError, match="Unknown encoding: raw"):
        connection.setEncoding("raw")
    with pytest.raises(TypeError, match="Unknown encoding: base64"):
        connection.send("x", "base64")


@pytest.mark.parametrize(
    ("data", "encoding", "sent"),
    [
        ("aä\u20ac", (), b"a\xe4\xac"),
        ("aä", ("binary",), b"a\xe4"),
        ("aä", ("utf8",), b"a\xc3\xa4"),
        ([104, 105, 256 + 33], (), b"hi!"),
        (b"\x00\xff", (), b"\x00\xff"),
    ],
)
def test_what_send_takes(accepted, data, encoding, sent):
    connection, peer = accepted()
    connection.send(data, *encoding)
    connection.close()
    assert peer.rest() == sent


@pytest.mark.parametrize("data", [None, 5, {"a": 1}])
def test_what_send_does_not_take(accepted, data):
    connection, _ = accepted()
    with pytest.raises(TypeError, match="a string, bytes or an array of integers"):
        connection.send(data)


def test_drain_follows_every_send(accepted, until):
    connection, peer = accepted()
    seen = record(connection, "drain")
    connection.send("small")
    connection.send("one")
    assert seen == []
    until(lambda: seen)
    assert seen == [("drain",)]
    connection.send("x" * 5_000_000)
    gevent.sleep(0.01)
    assert len(seen) == 1
    connection.close()
    assert len(peer.rest()) == 5_000_008
    until(lambda: len(seen) == 2)


def test_ready_states_from_both_ends(listening, until):
    sides = []
    server = listening(tcp.createServer(sides.append))
    client = tcp.createConnection(server._address().port)
    assert client.readyState == "opening"
    seen = record(client, "connect", "eof", "close")
    until(lambda: sides and client.readyState == "open")
    theirs = record(sides[0], "eof", "close")
    client.close()
    assert client.readyState == "readOnly"
    until(lambda: theirs)
    assert sides[0].readyState == "writeOnly"
    sides[0].send("last words")
    sides[0].close()
    until(lambda: len(seen) == 3)
    assert (client.readyState, sides[0].readyState) == ("closed", "closed")
    assert seen == [("connect",), ("eof",), ("close", False)]
    assert theirs == [("eof",), ("close", False)]


def test_only_the_servers_side_has_a_remote_address(listening, until):
    sides = []
    client = tcp.createConnection(listening(tcp.createServer(sides.append))._address().port)
    until(lambda: sides and client.readyState == "open")
    assert sides[0].remoteAddress == "127.0.0.1"
    assert client.remoteAddress is None
    client.forceClose()


def test_send_needs_an_open_connection(listener):
    connection = tcp.Connection()
    assert connection.readyState == "closed"
    with pytest.raises(Exception, match=r"^Socket is not open for writing$"):
        connection.send("x")
    connection.connect(listener.port)
    with pytest.raises(Exception, match=r"^Socket is not open for writing$"):
        connection.send("x")
    connection.forceClose()


def test_connect_needs_a_closed_one(listener):
    connection = tcp.createConnection(listener.port)
    with pytest.raises(Exception, match=r"^Socket is not in CLOSED state\.$"):
        connection.connect(listener.port)
    connection.forceClose()


def test_a_connection_can_be_used_again(listener, until):
    connection = tcp.createConnection(listener.port)
    seen = record(connection, "connect", "close")
    listener.accept().close()
    connection.addListener("eof", connection.close)
    until(lambda: ("close", False) in seen)
    connection.connect(listener.port)
    listener.accept()
    until(lambda: len(seen) == 3)
    assert seen == [("connect",), ("close", False), ("connect",)]
    connection.forceClose()


def test_a_refused_connection_closes_with_an_error(listener, until):
    listener.close()
    connection = tcp.createConnection(listener.port)
    seen = record(connection, "connect", "close")
    until(lambda: seen)
    assert seen == [("close", True)]


def test_opening_while_a_name_resolves(until):
    class Nowhere(network.Network):
        def lookup(self, host, family, done):
            self.done = done

    nowhere = Nowhere()
    before = network.use(nowhere)
    try:
        connection = tcp.createConnection(80, "somewhere.test")
        seen = record(connection, "close")
        assert connection.readyState == "opening"
        nowhere.done(socket.gaierror(socket.EAI_NONAME, "no such name"), [])
        until(lambda: seen)
        assert seen == [("close", True)]
    finally:
        network.use(before)


def test_silence_emits_timeout_then_close(accepted, until):
    connection, peer = accepted(lambda connection: connection.setTimeout(20))
    seen = record(connection, "timeout", "close")
    until(lambda: len(seen) == 2)
    assert seen == [("timeout",), ("close", False)]
    assert peer.rest() == b""


def test_traffic_holds_off_the_timeout_and_0_disables_it(accepted, until):
    connection, peer = accepted(lambda connection: connection.setTimeout(150))
    seen = record(connection, "timeout")
    for _ in range(10):
        peer.send(b".")
        gevent.sleep(0.02)
    connection.setTimeout(0)
    gevent.sleep(0.16)
    assert seen == []


def test_force_close_ends_everything_at_once(accepted, until):
    connection, peer = accepted()
    seen = record(connection)
    connection.forceClose()
    assert connection.readyState == "closed"
    until(lambda: ("close", False) in seen)
    assert peer.rest() == b""


def test_read_pause_and_resume(accepted, until):
    connection, peer = accepted(lambda connection: connection.readPause())
    seen = record(connection, "receive")
    peer.send(b"held")
    gevent.sleep(0.02)
    assert seen == []
    connection.readResume()
    until(lambda: seen)
    assert seen == [("receive", "held")]


def test_nagles_algorithm_is_on_until_set_no_delay(accepted):
    connection, _ = accepted()
    gevent.sleep(0)
    raw = socket.socket(fileno=socket.dup(connection._socket.fileno()))

    def no_delay():
        return bool(raw.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))

    with raw:
        assert not no_delay()
        connection.setNoDelay()
        assert no_delay()
        connection.setNoDelay(False)
        assert not no_delay()


def test_a_listener_that_closes_at_once(listening, connect):
    peer = connect(listening(tcp.createServer(lambda connection: connection.forceClose())))
    assert peer.rest() == b""
