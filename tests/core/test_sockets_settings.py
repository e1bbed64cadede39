"""What a socket is told to be, and where it says it is."""

from __future__ import annotations

import os
import socket

from live import HOST, dial, in_thread, loop, read_all, run
from nodecore import sockets
from nodecore.sockets import Address
from socket_sides import Log, serve


def option(sock, level, name):
    duplicate = socket.socket(fileno=os.dup(sock.fileno()))
    try:
        return duplicate.getsockopt(level, name)
    finally:
        duplicate.close()


def test_no_delay_and_keep_alive_are_really_set():
    observed = []

    def accepted(sock):
        no_delay = (socket.IPPROTO_TCP, socket.TCP_NODELAY)
        observed.append(option(sock, *no_delay))
        sock.set_no_delay(False)
        observed.append(option(sock, *no_delay))
        sock.set_no_delay()
        observed.append(option(sock, *no_delay))
        observed.append(option(sock, socket.SOL_SOCKET, socket.SO_KEEPALIVE))
        sock.set_keep_alive(True, 123_000)
        observed.append(option(sock, socket.SOL_SOCKET, socket.SO_KEEPALIVE))
        observed.append(option(sock, socket.IPPROTO_TCP, socket.TCP_KEEPIDLE))
        sock.set_keep_alive(False)
        observed.append(option(sock, socket.SOL_SOCKET, socket.SO_KEEPALIVE))
        sock.destroy()

    server = serve(accepted)
    in_thread(lambda port: read_all(dial(port)), server.address().port)
    run()
    assert [bool(value) for value in observed[:3]] == [True, False, True]
    assert [bool(observed[3]), bool(observed[4]), observed[5], bool(observed[6])] == [False, True, 123, False]


def test_options_of_a_closed_or_unix_socket_do_nothing(tmp_path):
    left, right = socket.socketpair()
    for sock in (sockets.Socket(), sockets.Socket(left)):
        sock.set_no_delay()
        sock.set_keep_alive(True, 5000)
    right.close()
    sock.destroy()
    run()


def test_addresses_of_both_ends():
    seen = []

    def accepted(sock):
        sock.facade = object()
        sock.destroy()
        seen.append((sock.local_address, sock.peer_address, sock.fileno()))

    server = serve(accepted)
    address = server.address()

    def conversation():
        with dial(address.port) as peer:
            return peer.getsockname(), read_all(peer)

    ours = []
    in_thread(conversation, then=ours.append)
    run()
    port = ours[0][0][1]
    assert address == Address(HOST, address.port, "IPv4")
    assert seen == [(address, Address(HOST, port, "IPv4"), -1)]


def test_a_socket_that_is_not_open_has_no_addresses():
    sock = sockets.Socket()
    assert (sock.local_address, sock.peer_address, sock.fileno()) == (None, None, -1)
    assert sock.local_address is None


def test_an_unrefed_socket_does_not_keep_the_loop_alive():
    left, right = socket.socketpair()
    left.setblocking(False)
    log = Log(data=lambda data: sock.ref())
    sock = sockets.Socket(left, log)
    sock.unref()
    sock.start_reading()
    run()
    right.send(b"x")
    right.close()
    log.reactions["eof"] = sock.destroy
    loop.timer(lambda: None, 5)
    run()
    assert log.received == b"x"
    assert log.events == ["eof", ("closed", False)]
