"""Messages of `child_process` and what goes along with them: both ends of a channel in one program."""

import os
import socket

import pytest
from nodecore.errors import NodeError, NodeTypeError
from nodecore.loop import get_loop
from support import HOST, run

from eras.node_0_10 import http, net
from eras.node_0_10.child_process.channel import Channel
from eras.node_0_10.events import EventEmitter


class End(EventEmitter):
    """What `process` and a fork have in common."""

    def __init__(self, fd):
        self.channel = Channel(self, fd)
        self.got, self.commands = [], []
        self.on("message", lambda message, handle=None: self.got.append((message, handle)))
        self.on("internalMessage", lambda message: self.commands.append(message["cmd"]))


@pytest.fixture
def ends():
    first, second = (End(sock.detach()) for sock in socket.socketpair())
    yield first, second
    if first.connected:
        first.disconnect()
    run()


def listening(server=None):
    server = server or net.Server()
    server.listen(0)  # with a host it would listen a tick later
    return server, server.address()["port"]


def test_messages(ends):
    first, second = ends
    second.on("message", lambda message: message == "last" and second.disconnect())
    messages = [{"a": [1, None, "é\u2028\n"]}, 5, "text", None, "last"]
    assert all(first.send(message) for message in messages)
    run()
    assert [message for message, _handle in second.got] == messages
    assert not first.connected and not second.connected


def test_much_that_waits_is_told(ends):
    first, second = ends
    assert first.send("x" * 3_000_000) is False
    second.on("message", lambda message: second.disconnect())
    run()
    assert len(second.got[0][0]) == 3_000_000


def test_a_server_goes_along_and_messages_wait_for_it(ends):
    first, second = ends
    server, port = listening()
    assert first.send("take", server) is True
    assert first.send("after") is None
    answers = []

    def message(text, taken=None):
        if taken is None:
            server.close()
            taken_server = second.got[0][1]
            assert taken_server.address()["port"] == port
            taken_server.on("connection", lambda connection: connection.end("from the second"))
            client = net.connect(port, HOST)
            client.on("data", answers.append)
            client.on("close", lambda: (taken_server.close(), second.disconnect()))

    second.on("message", message)
    run()
    assert [message for message, _handle in second.got] == ["take", "after"]
    assert isinstance(second.got[0][1], net.Server)
    assert answers == [b"from the second"]
    assert first.commands == ["NODE_HANDLE_ACK"] and second.commands == ["NODE_HANDLE"]


def test_a_connection_goes_along_and_its_server_counts_it(ends):
    first, second = ends
    told, answers = [], []
    server, port = listening()

    def accepted(connection):
        first.send("take", connection)
        assert connection.remoteAddress is None and not connection.destroyed
        server.getConnections(lambda error, count: (told.append(count), client.end("hello")))
        server.close(lambda: (told.append("closed"), first.disconnect()))

    def message(text, connection):
        connection.on("data", lambda data: connection.end(b"got " + data))

    server.on("connection", accepted)
    second.on("message", message)
    client = net.connect(port, HOST)
    client.on("data", answers.append)
    run()
    assert answers == [b"got hello"] and told == [1, "closed"]


def test_a_server_does_not_wait_for_connections_of_a_program_that_is_gone(ends):
    first, second = ends
    server, port = listening()
    told = []

    def accepted(connection):
        first.send("take", connection)
        server.close(lambda: told.append("closed"))
        second.on("message", lambda message, taken: (second.disconnect(), taken.destroy()))

    server.on("connection", accepted)
    net.connect(port, HOST).on("error", lambda error: None)
    run()
    assert told == ["closed"]


def test_a_connection_that_came_along_is_served(ends):
    first, second = ends
    server, port = listening()
    server.on("connection", lambda connection: first.send("take", connection))
    answering = http.createServer(lambda request, response: response.end(f"answer to {request.url}"))
    second.on("message", lambda message, connection: answering.emit("connection", connection))
    bodies = []

    def answered(response):
        response.on("data", bodies.append)
        response.on("end", lambda: (server.close(), first.disconnect()))

    http.get({"port": port, "host": HOST, "path": "/x", "agent": False}, answered)
    run()
    assert bodies == [b"answer to /x"]


def test_a_connection_of_another_server_is_served_here():
    """Without any other program: what is emitted as `connection` is answered, and counted where it came."""
    bodies, counts = [], []

    def answer(request, response):
        server.getConnections(lambda error, count: counts.append(count))
        answering.getConnections(lambda error, count: response.end(f"answer {count}"))

    def answered(response):
        response.on("data", bodies.append)
        response.on("end", lambda: server.close(lambda: counts.append("closed")))

    answering = http.createServer(answer)
    server, port = listening()
    server.on("connection", lambda connection: answering.emit("connection", connection))
    http.get({"port": port, "host": HOST, "agent": False}, answered)
    run()
    assert bodies == [b"answer 0"] and counts == [1, "closed"]


@pytest.mark.parametrize("handle", [{}, [], 5, "text", True, object()])
def test_what_cannot_go_along(ends, handle):
    with pytest.raises(NodeTypeError, match="This handle type can't be sent"):
        ends[0].send("message", handle)


def test_misuse(ends):
    first, second = ends
    with pytest.raises(NodeTypeError, match="message cannot be undefined"):
        first.send()
    with pytest.raises(NodeTypeError, match="onread"):
        first.send("message", net.Socket())
    server = net.Server()
    assert first.send("of a server that does not listen", server)
    first.disconnect()
    errors = []
    first.on("error", errors.append)
    assert first.send("late") is None
    first.disconnect()
    assert [str(error) for error in errors] == ["channel closed", "IPC channel is already disconnected"]
    run()
    assert all(isinstance(error, NodeError) for error in errors) and not second.connected


def test_a_descriptor_of_no_known_kind_is_closed(ends):
    first, second = ends
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    second.on("message", lambda message: second.disconnect())
    first.channel._lines.send('{"cmd":"NODE_HANDLE","type":"dgram.Native","msg":"m"}', 0)
    run()
    assert second.got == [("m", None)]
    if before:
        assert len(os.listdir("/proc/self/fd")) == before - 2


def test_commands_of_servers_that_are_not_known(ends):
    first, second = ends
    for name in ("COUNT", "ALL_CLOSED", "GET_COUNT", "NOTIFY_CLOSE"):
        first.channel.command(f"SOCKET_{name}", key="nothing", count=1)
    get_loop().timer(second.disconnect, 20)
    run()
    assert first.commands == ["NODE_SOCKET_ALL_CLOSED"] and len(second.commands) == 4


def test_what_stands_below_a_server_goes_along(ends):
    first, second = ends
    server, port = listening()
    assert first.send("take", server._handle)
    answers = []

    def message(text, handle):
        here = net.Server(lambda connection: connection.end("here"))
        here.listen(handle)
        server.close()
        client = net.connect(port, HOST)
        client.on("data", answers.append)
        client.on("close", lambda: (here.close(), second.disconnect()))

    second.on("message", message)
    run()
    assert answers == [b"here"]
