"""The handshake of TLS connections of the core, and all that may stop it."""

import socket

import pytest
from live import HOST, dial, in_thread, read_all, reset, run
from nodecore.errors import NodeError
from tls_sides import beside, beside_refused, client, serve


def test_bytes_that_are_no_tls_end_one_connection():
    answers = []

    def visit(port):
        in_thread(lambda: answers.append(_talk(port, b"GET / HTTP/1.1\r\n\r\n")))

    there = serve(visit)
    assert there.told == ["error:SSL routines::http request", "closed with error"]


@pytest.mark.parametrize(
    "garbage",
    [
        b"\0" * 100,
        b"\x16\x03\x01\xff\xff" + b"A" * 70000,
        b"\x16\x03\x01\x00\x02\x01",
        b"\x17\x03\x03\x00\x01x",
    ],
    ids=["zeros", "too long", "cut short", "data first"],
)
def test_any_garbage_gives_one_error(garbage):
    there = serve(lambda port: in_thread(_talk, port, garbage))
    assert there.told[-1] == "closed with error"
    assert len(there.told) == 2


def _talk(port, data):
    with dial(port) as sock:
        try:
            sock.sendall(data)
            sock.shutdown(socket.SHUT_WR)
            return read_all(sock)
        except OSError:
            return b""


@pytest.mark.parametrize("leave", [socket.socket.close, reset], ids=["fin", "rst"])
def test_a_peer_that_leaves_during_the_handshake_hangs_up(leave):
    there = serve(lambda port: in_thread(lambda: leave(dial(port))))
    assert there.told == ["socket hang up", "closed with error"]


def test_a_handshake_that_takes_too_long():
    there = serve(lambda port: in_thread(lambda: read_all(dial(port))), handshake_timeout=50)
    assert there.told == ["TLS handshake timeout", "closed with error"]


def test_a_handshake_in_time_is_not_given_up():
    there = serve(beside(lambda sock: None), handshake_timeout=2000)
    assert there.told == ["connected", "eof", "closed"]


def test_nothing_is_sent_to_a_peer_that_is_refused():
    def visit(port):
        side = client(port, on_secure=lambda connection: NodeError("not you"))
        side.connection.write(b"secret")
        sides.append(side)

    sides = []
    there = serve(visit)
    assert sides[0].told == ["not you", "closed with error"]
    assert there.data == b""
    assert "connected" not in there.told


def test_destroy_in_on_secure():
    def refuse(connection):
        connection.destroy()

    there = serve(beside_refused, on_secure=refuse)
    assert there.told == ["closed"]


def test_a_connection_that_is_refused():
    with socket.create_server((HOST, 0)) as listener:
        port = listener.getsockname()[1]
    side = client(port)
    side.connection.write(b"x")
    run()
    assert side.told == ["connect ECONNREFUSED", "closed with error"]


def test_destroy_soon_before_the_handshake_is_over_still_sends():
    def visit(port):
        side = client(port)
        side.connection.write(b"last words")
        side.connection.destroy_soon()

    assert serve(visit).data == b"last words"


def test_destroy_soon_with_nothing_to_send_does_not_wait_for_the_handshake():
    def visit(port):
        client(port).connection.destroy_soon()

    assert "connected" not in serve(visit).told
