"""Sockets of the core against raw peers: talking, failing, ending."""

from __future__ import annotations

import os
import socket
import threading

import pytest
from live import HOST, dial, in_thread, loop, read_all, reset, run
from nodecore import sockets
from nodecore.errors import NodeError
from socket_sides import BIG, Log, read_later, serve

# -- both ends --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("unix", [False, True])
def test_two_sockets_of_ours_talk(unix, tmp_path):
    path = str(tmp_path / "s") if unix else None
    theirs = Log(eof=lambda: served[0].end(), data=lambda data: served[0].write(data.upper()))
    served = []

    def accepted(sock):
        sock.handler = theirs
        served.append(sock)

    server = serve(accepted, path=path)

    def connected():
        client.start_reading()
        client.write(b"hello")

    ours = Log(connected=connected, data=lambda data: client.end(), eof=lambda: client.destroy())
    client = sockets.Socket(handler=ours)
    if unix:
        client.connect_unix(path)
    else:
        client.connect(server.address().port, HOST)
    assert client.connecting
    run_until_closed(client, served)
    assert ours.received == b"HELLO"
    assert ours.events == ["connected", "eof", ("closed", False)]
    assert theirs.events == ["eof", ("closed", False)]
    assert client.bytes_read == served[0].bytes_read == 5
    assert client.bytes_written == served[0].bytes_written == 5
    if unix:
        assert not os.path.exists(path)


def run_until_closed(client, served):
    """Run; the server's side closes once both sides have ended."""
    timer = loop.timer(lambda: both_ended() and finish(), 1, repeat=1)

    def both_ended():
        return served and served[0].eof and served[0].write_ended

    def finish():
        timer.cancel()
        served[0].destroy()

    run()


def test_connecting_by_name():
    server = serve(lambda sock: sock.destroy())
    log = Log(connected=lambda: client.destroy())
    client = sockets.Socket(handler=log)
    client.connect(server.address().port, "localhost")
    run()
    assert log.events == ["connected", ("closed", False)]


def test_what_is_written_and_ended_while_connecting_is_sent_then():
    received = []
    log = Log(eof=lambda: served[0].destroy(), data=received.append)
    served = []

    def accepted(sock):
        sock.handler = log
        served.append(sock)

    server = serve(accepted)
    ours = Log(connected=lambda: client.start_reading(), eof=lambda: client.destroy())
    client = sockets.Socket(handler=ours)
    client.connect(server.address().port, HOST)
    assert client.write(b"early ") is False
    assert client.write(b"bird") is False
    assert client.buffered == 10
    client.end()
    assert client.write(b"too late") is False
    run()
    assert b"".join(received) == b"early bird"
    assert ours.events == ["connected", "drained", "eof", ("closed", False)]


def test_a_local_address_can_be_chosen():
    seen = []

    def accepted(sock):
        seen.append(sock.peer_address.address)
        sock.destroy()

    server = serve(accepted)
    client = sockets.Socket()
    client.handler = Log(connected=lambda: client.start_reading(), eof=lambda: client.destroy())
    client.connect(server.address().port, HOST, local_address="127.0.0.2")
    run()
    assert seen == ["127.0.0.2"]


# -- errors -----------------------------------------------------------------------------------------------


def unused_port():
    with socket.create_server((HOST, 0)) as listener:
        return listener.getsockname()[1]


@pytest.mark.parametrize(
    ("connect", "code"),
    [
        (lambda sock: sock.connect(unused_port(), HOST), "ECONNREFUSED"),
        (lambda sock: sock.connect_unix("/no/such/socket"), "ENOENT"),
        (lambda sock: sock.connect(80, "no-such-host.invalid"), "ENOTFOUND"),
        (lambda sock: sock.connect(80, HOST, local_address="203.0.113.1"), "EADDRNOTAVAIL"),
    ],
)
def test_a_connect_that_fails_tells_the_error_and_then_the_close(connect, code):
    log = Log()
    sock = sockets.Socket(handler=log)
    connect(sock)
    assert log.events == []
    run()
    assert log.events == [("errored", code), ("closed", True)]
    assert sock.destroyed
    assert not sock.writable


def test_destroy_tells_the_error_then_the_close_and_never_inside_the_call():
    log = Log()
    sock = sockets.Socket(handler=log)
    sock.destroy(NodeError("mine", code="EMINE"))
    sock.destroy(NodeError("ignored", code="EIGNORED"))
    assert log.events == []
    run()
    assert log.events == [("errored", "EMINE"), ("closed", True)]


def test_destroy_while_the_name_is_looked_up():
    log = Log()
    sock = sockets.Socket(handler=log)
    sock.connect(80, "localhost")
    sock.destroy()
    run()
    assert log.events == [("closed", False)]


def test_destroy_while_connecting():
    listener = socket.create_server((HOST, 0))
    log = Log()
    sock = sockets.Socket(handler=log)
    sock.connect(listener.getsockname()[1], HOST)
    sock.destroy()
    run()
    listener.close()
    assert log.events == [("closed", False)]


def test_a_reset_by_the_peer_is_econnreset():
    log = Log(data=lambda data: may_reset.set())
    may_reset = threading.Event()

    def conversation(port):
        peer = dial(port)
        peer.sendall(b"x")
        may_reset.wait(5)
        reset(peer)

    server = serve(lambda sock: setattr(sock, "handler", log))
    in_thread(conversation, server.address().port)
    run()
    assert log.events == [("errored", "ECONNRESET"), ("closed", True)]


def test_writing_to_a_peer_that_is_gone_is_an_error_of_that_socket_only():
    met = []

    def eof():
        met[0].write(b"first")
        loop.timer(met[0].write, 5, b"second")

    def accepted(sock):
        sock.handler = log
        met.append(sock)

    log = Log(eof=eof)
    server = serve(accepted)
    in_thread(lambda port: dial(port).close(), server.address().port)
    run()
    assert log.events[0] == "eof"
    assert log.events[1][1] in ("EPIPE", "ECONNRESET")
    assert log.events[2] == ("closed", True)
    assert met[0].write(b"third") is False


# -- ends -------------------------------------------------------------------------------------------------


def test_after_the_peers_end_we_can_still_write():
    def conversation(peer):
        peer.sendall(b"question")
        peer.shutdown(socket.SHUT_WR)
        return read_all(peer)

    def eof():
        sock = sockets_met[0]
        sock.write(b"answer")
        sock.destroy_soon()

    sockets_met = []
    log = Log(eof=eof)
    server = serve(lambda sock: (setattr(sock, "handler", log), sockets_met.append(sock)))
    answers = []
    in_thread(lambda: conversation(dial(server.address().port)), then=answers.append)
    run()
    assert answers == [b"answer"]
    assert log.received == b"question"
    assert log.events == ["eof", ("closed", False)]


def test_after_our_end_we_can_still_read():
    def conversation(peer):
        heard = read_all(peer)
        peer.sendall(b"after your end")
        return heard

    met = []

    def accepted(sock):
        sock.handler = log
        met.append(sock)
        sock.write(b"hello")
        sock.end()
        sock.end()
        assert sock.write_ended
        assert not sock.writable

    log = Log(eof=lambda: met[0].destroy())
    server = serve(accepted)
    heard = []
    in_thread(lambda: conversation(dial(server.address().port)), then=heard.append)
    run()
    assert heard == [b"hello"]
    assert log.received == b"after your end"


def test_destroy_soon_sends_everything_first():
    may_read = threading.Event()

    def accepted(sock):
        sock.handler = log
        sock.write(BIG)
        sock.destroy_soon()
        assert not sock.destroyed
        may_read.set()

    log = Log()
    heard = read_later(serve(accepted), may_read)
    run()
    assert heard == [BIG]
    assert log.events == ["drained", ("closed", False)]


def test_destroy_soon_after_end_waits_for_what_was_written():
    def accepted(sock):
        sock.write(BIG)
        sock.end()
        sock.destroy_soon()

    server = serve(accepted)
    heard = []
    in_thread(lambda: read_all(dial(server.address().port)), then=heard.append)
    run()
    assert heard == [BIG]


def test_destroy_drops_what_was_not_sent():
    may_read = threading.Event()

    def accepted(sock):
        sock.write(BIG)
        assert sock.buffered > 0
        sock.destroy()
        assert sock.buffered == 0
        may_read.set()

    heard = read_later(serve(accepted), may_read)
    run()
    assert len(heard[0]) < len(BIG)


def test_reset_sends_a_rst():
    def conversation(port):
        with dial(port) as peer:
            peer.sendall(b"x")
            with pytest.raises(ConnectionResetError):
                read_all(peer)

    def accepted(sock):
        sock.handler = Log(data=lambda data: sock.reset())

    server = serve(accepted)
    in_thread(conversation, server.address().port)
    run()
