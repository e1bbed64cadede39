"""Servers: where they listen, what they take, what they refuse."""

from __future__ import annotations

import errno
import os
import socket

import pytest
from live import HOST, dial, in_thread, loop, read_all, run
from nodecore import network, sockets
from nodecore.errors import NodeError


def test_a_server_listens_where_it_was_told():
    server = sockets.Server(lambda sock: None)
    assert (server.listening, server.address(), server.fileno()) == (False, None, -1)
    server.listen(0)
    assert server.listening
    assert server.address().address == "0.0.0.0"
    with pytest.raises(NodeError) as caught:
        sockets.Server(lambda sock: None).listen(server.address().port)
    assert (caught.value.code, caught.value.syscall) == ("EADDRINUSE", "listen")
    server.close()
    server.close()
    assert not server.listening
    run()


def test_the_backlog_reaches_the_system(monkeypatch):
    seen = []

    class Watching(network.Network):
        def listen(self, host, port, backlog):
            seen.append(backlog)
            return super().listen(host, port, backlog)

    before = network.use(Watching())
    try:
        for how in ({}, {"backlog": 7}):
            server = sockets.Server(lambda sock: None)
            server.listen(0, HOST, **how)
            server.close()
    finally:
        network.use(before)
    assert seen == [511, 7]


@pytest.mark.parametrize("as_descriptor", [False, True])
def test_a_server_can_take_over_a_bound_socket(as_descriptor):
    bound = socket.socket()
    bound.bind((HOST, 0))
    port = bound.getsockname()[1]
    accepted = []

    def first(sock):
        accepted.append(sock)
        sock.write(b"served")
        sock.destroy_soon()
        server.close()

    server = sockets.Server(first)
    server.listen_socket(bound.detach() if as_descriptor else bound)
    heard = []
    in_thread(lambda: read_all(dial(port)), then=heard.append)
    run()
    assert heard == [b"served"]


def test_a_descriptor_that_is_no_socket():
    with open(os.devnull) as file, pytest.raises(NodeError) as caught:
        sockets.Server(lambda sock: None).listen_socket(os.dup(file.fileno()))
    assert caught.value.code == "ENOTSOCK"


def test_connections_beyond_the_limit_are_closed_at_once():
    accepted = []

    server = sockets.Server(accepted.append)
    server.max_connections = 1
    server.listen(0, HOST)

    def conversation(port):
        with dial(port):
            return [read_all(dial(port)) for _ in range(2)]

    def over(results):
        server.close()
        accepted[0].destroy()
        assert results == [b"", b""]

    in_thread(conversation, server.address().port, then=over)
    run()
    assert len(accepted) == 1


def refuse_accepts(server, refusals):
    """Let the first accepts of a server fail as without free descriptors; what is returned counts all."""
    listener = server._sockets[0]
    attempts = []

    class Exhausted:
        def accept(self):
            attempts.append(1)
            if len(attempts) <= refusals:
                raise OSError(errno.EMFILE, "Too many open files")
            return listener.accept()

        def __getattr__(self, name):
            return getattr(listener, name)

    server._watchers[0].stop()
    server._sockets[0] = Exhausted()
    loop.watch(server._watchers[0], server._accept, server._sockets[0])
    return attempts


def test_running_out_of_descriptors_does_not_spin_and_is_recovered_from():
    server = sockets.Server(lambda sock: (accepted.append(sock), sock.destroy(), server.close()))
    server.listen(0, HOST)
    accepted = []
    attempts = refuse_accepts(server, 2)
    in_thread(lambda port: read_all(dial(port)), server.address().port)
    run()
    assert len(accepted) == 1
    assert len(attempts) < 10


def test_who_connects_when_there_is_no_descriptor_is_hung_up_on():
    accepted = []
    received = []

    def over(data):
        received.append(data)
        server.close()

    server = sockets.Server(accepted.append)
    server.listen(0, HOST)
    refuse_accepts(server, 1)
    in_thread(lambda port: read_all(dial(port)), server.address().port, then=over)
    run()
    assert (accepted, received) == ([], [b""])


def test_a_failing_listener_of_one_connection_does_not_lose_the_others():
    accepted = []

    def accept(sock):
        accepted.append(sock)
        sock.destroy()
        if len(accepted) == 3:
            server.close()
        raise ValueError("in the listener")

    server = sockets.Server(accept)
    server.listen(0, HOST)
    loop.uncaught_listeners.append(lambda error: isinstance(error, ValueError))
    try:
        in_thread(lambda port: [dial(port) for _ in range(3)], server.address().port)
        run()
    finally:
        loop.uncaught_listeners.clear()
    assert len(accepted) == 3


def test_an_unrefed_server_does_not_keep_the_loop_alive():
    server = sockets.Server(lambda sock: None)
    server.unref()
    server.listen(0, HOST)
    run()
    server.ref()
    loop.timer(server.close, 2)
    run()
