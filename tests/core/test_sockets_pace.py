"""Sockets whose peers are slow, silent or have much to say."""

from __future__ import annotations

import socket
import threading
import time
from functools import partial
from itertools import groupby

import gevent
from live import HOST, dial, in_thread, loop, read_all, run
from nodecore import sockets
from nodecore.sockets.connection import READ_SIZE, READS_PER_TURN, SECONDS_PER_TURN
from socket_sides import BIG, Log, read_later, serve

# -- the pace ---------------------------------------------------------------------------------------------


def test_write_returns_false_while_the_peer_does_not_read_and_drained_follows():
    may_read = threading.Event()
    met = []

    def accepted(sock):
        sock.handler = log
        met.append(sock)
        assert sock.write(b"small") is True
        assert sock.write(BIG) is False
        assert sock.write(b"") is False
        assert sock.write(b"more") is False
        assert sock.buffered > 1024 * 1024
        may_read.set()

    def drained():
        assert met[0].buffered == 0
        met[0].destroy()

    log = Log(drained=drained)
    heard = read_later(serve(accepted), may_read)
    run()
    assert len(heard[0]) == 5 + len(BIG) + 4
    assert log.events == ["drained", ("closed", False)]


def test_many_small_pieces_that_had_to_wait_arrive_in_order():
    pieces = [b"%d," % number for number in range(50_000)]
    may_read = threading.Event()

    def accepted(sock):
        sock.write(BIG)
        for piece in pieces:
            sock.write(piece)
        sock.end()
        may_read.set()
        sock.handler = Log(eof=sock.destroy)

    heard = read_later(serve(accepted), may_read)
    run()
    assert heard[0] == BIG + b"".join(pieces)


def turns_of_two_that_give_much(take):
    """`(number, bytes)` of each turn of two connections with 2 MiB each; `take()` is the work of one read."""
    order = []
    pairs = [socket.socketpair() for _ in range(2)]

    def data(number, data):
        take()
        order.append((number, len(data)))

    taken = []
    for number, (ours, theirs) in enumerate(pairs):
        ours.setblocking(False)
        theirs.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8 << 20)
        theirs.setblocking(False)
        theirs.send(b"x" * (2 << 20))
        taken.append(sockets.Socket(ours, Log(data=partial(data, number))))
    for sock in taken:
        sock.start_reading()
    loop.timer(lambda: [sock.destroy() for sock in taken], 50)
    run()
    for _ours, theirs in pairs:
        theirs.close()
    return [(number, sum(size for _, size in group)) for number, group in groupby(order, lambda one: one[0])]


def test_a_connection_with_much_to_give_does_not_keep_others_waiting():
    turns = turns_of_two_that_give_much(take=lambda: None)
    assert [number for number, _ in turns[:2]] == [0, 1]
    assert max(size for _, size in turns[:2]) <= READS_PER_TURN * READ_SIZE


def test_one_whose_reads_are_much_work_has_one_read_a_turn():
    turns = turns_of_two_that_give_much(take=lambda: time.sleep(2 * SECONDS_PER_TURN))
    assert turns[:2] == [(0, READ_SIZE), (1, READ_SIZE)]


def test_nothing_is_delivered_while_reading_is_stopped():
    def conversation(peer):
        peer.sendall(b"one")
        peer.recv(1)
        peer.sendall(b"two")

    met = []

    def data(_data):
        if len(met) == 1 and log.received == b"one":
            met[0].stop_reading()
            met[0].write(b"!")
            loop.timer(resume, 10)

    def resume():
        assert log.received == b"one"
        met[0].start_reading()
        met[0].start_reading()

    def accepted(sock):
        sock.handler = log
        met.append(sock)

    log = Log(data=data, eof=lambda: met[0].destroy())
    server = serve(accepted)
    in_thread(lambda: conversation(dial(server.address().port)))
    run()
    assert log.received == b"onetwo"


def test_a_callback_that_blocks_does_not_delay_another_connections_answer():
    order = []
    released = gevent.event.Event()

    def accepted(sock):
        sock.handler = Log(data=lambda data: answer(sock, data), eof=sock.destroy)
        sock.start_reading()

    def answer(sock, data):
        order.append(f"{data.decode()} begins")
        if data == b"slow":
            in_thread(ask, b"quick", then=quick_answered)
            released.wait()
        sock.write(b"answer")
        sock.end()
        order.append(f"{data.decode()} ends")

    def ask(question):
        with dial(port) as peer:
            peer.sendall(question)
            return read_all(peer)

    def quick_answered(answer):
        order.append(answer)
        released.set()

    server = sockets.Server(accepted)
    server.listen(0, HOST)
    port = server.address().port
    in_thread(ask, b"slow", then=lambda _answer: server.close())
    run()
    assert order == ["slow begins", "quick begins", "quick ends", b"answer", "slow ends"]


# -- idle time --------------------------------------------------------------------------------------------


def test_an_idle_socket_is_told_once_and_again_after_traffic():
    told = threading.Semaphore(0)
    met = []

    def accepted(sock):
        sock.handler = log
        sock.set_timeout(15)
        met.append(sock)

    def conversation(port):
        with dial(port) as peer:
            first = told.acquire(timeout=5)
            peer.sendall(b"traffic")
            return first and told.acquire(timeout=5)

    log = Log(**{"timed out": told.release, "eof": lambda: met[0].destroy()})
    server = serve(accepted)
    results = []
    in_thread(conversation, server.address().port, then=results.append)
    run()
    assert results == [True]
    assert log.events[:2] == ["timed out", "timed out"]
    assert log.received == b"traffic"


def test_traffic_and_touch_put_the_timeout_off():
    log = Log()
    left, right = socket.socketpair()
    left.setblocking(False)
    sock = sockets.Socket(left, log)
    order = []
    log.reactions["timed out"] = lambda: (order.append("timed out"), sock.destroy())
    sock.set_timeout(40)
    sock.start_reading()
    loop.timer(lambda: (order.append("sent"), right.send(b"x")), 20)
    loop.timer(sock.touch, 50)
    loop.timer(lambda: order.append("later than the first limit"), 80)
    run()
    right.close()
    assert order == ["sent", "later than the first limit", "timed out"]


def test_a_timeout_can_be_taken_back_and_does_not_keep_the_loop_alive():
    log = Log()
    left, right = socket.socketpair()
    left.setblocking(False)
    sock = sockets.Socket(left, log)
    sock.set_timeout(60_000)
    run()
    sock.set_timeout(1)
    sock.set_timeout(0)
    loop.timer(lambda: None, 10)
    run()
    sock.destroy()
    sock.set_timeout(1)
    loop.timer(lambda: None, 5)
    run()
    right.close()
    assert log.events == [("closed", False)]
