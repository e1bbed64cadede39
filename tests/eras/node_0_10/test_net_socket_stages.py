"""`net.Socket` of 0.10 at its turning points: what its counters, addresses and events say just then."""

from threading import Event

import pytest
from support import HOST, PATIENCE, Answering, echo, greet, refused_port, run

from eras.node_0_10 import net


def state(socket):
    return socket.readable, socket.writable, socket.destroyed


def test_finish_finds_the_socket_as_the_end_has_left_it():
    log = []
    socket = net.connect(Answering(greet).port, HOST)
    socket.on("end", lambda: log.append(("end", *state(socket))))
    socket.on("finish", lambda: log.append(("finish", *state(socket))))
    socket.on("close", lambda failed: log.append(("close", failed)))
    socket.resume()
    run()
    assert log == [("finish", False, False, True), ("end", False, False, True), ("close", False)]


def test_end_finds_a_socket_destroyed_that_had_ended_itself():
    log = []
    socket = net.connect({"port": Answering(echo).port, "host": HOST, "allowHalfOpen": True})
    socket.on("end", lambda: log.append(state(socket)))
    socket.resume()
    socket.end("x")
    run()
    assert log == [(False, False, True)]


def test_bytes_are_counted_once_however_far_they_came():
    counts = []
    looked = Event()

    def swallow(peer):
        # A peer that reads at the same time can let the system take all of it in one call.
        looked.wait(PATIENCE)
        while peer.sock.recv(1 << 20):
            pass

    socket = net.connect(Answering(swallow).port, HOST)
    socket.write("abc")
    counts.append(socket.bytesWritten)

    @socket.on("connect")
    def connected():
        counts.append(socket.bytesWritten)
        socket.write(b"x" * (24 << 20))
        counts.append(socket.bytesWritten)
        socket.write("more")
        counts.append(socket.bytesWritten)
        assert socket.bufferSize > 0
        looked.set()
        socket.end()

    socket.resume()
    run()
    assert counts == [3, 3, 3 + (24 << 20), 7 + (24 << 20)]
    assert socket.bytesWritten == 7 + (24 << 20)


def test_a_socket_without_a_connection_has_no_buffer():
    assert net.Socket().bufferSize is None


def test_addresses_are_those_of_a_connection():
    seen = []
    socket = net.connect(Answering(greet).port, HOST)

    def look():
        seen.append((socket.remoteAddress, socket.localAddress, socket.address() is None))

    look()
    socket.on("connect", look)
    socket.on("close", look)
    socket.resume()
    run()
    assert seen == [(None, None, True), (HOST, HOST, False), (None, None, True)]


def test_the_handle_has_the_descriptor_and_is_one():
    socket = net.connect(Answering(greet).port, HOST)
    seen = []
    socket.on("connect", lambda: seen.append((socket._handle.fd > 2, socket._handle is socket._handle)))
    socket.resume()
    run()
    assert seen == [(True, True)]
    assert socket._handle is None


def test_a_timeout_without_a_connection():
    log = []
    socket = net.Socket()
    socket.setTimeout(10, lambda: log.append("timeout"))
    keeper = net.createServer()
    keeper.listen(0, HOST)
    socket.on("timeout", keeper.close)
    run()
    assert log == ["timeout"]


@pytest.mark.parametrize("delay", ["x", None, float("nan"), float("inf"), -1, False])
def test_a_timeout_that_is_none(delay):
    socket = net.connect(Answering(greet).port, HOST)
    socket.setTimeout(delay, lambda: pytest.fail("there is none"))
    socket.resume()
    run()
    assert socket.listeners("timeout") == []


def test_a_write_that_finds_no_connection_tells_its_callback_before_the_close():
    log = []
    socket = net.Socket()
    socket.on("error", lambda error: log.append(error.message))
    socket.write("x", lambda error: log.append("callback"))
    run()
    closed = "This socket is closed."
    assert log == [closed, "callback", closed]


def test_refused_writes_are_forgotten():
    log = []
    socket = net.connect(refused_port(), HOST)
    socket.on("error", lambda error: log.append(error.code))
    socket.on("close", lambda failed: log.append(failed))
    socket.write("never", lambda error: log.append("written"))
    run()
    assert log == ["ECONNREFUSED", True]
