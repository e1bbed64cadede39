"""Sockets of the core against raw peers: reading, writing, ends, errors, options."""

from __future__ import annotations

import errno
import os
import socket
import threading
from itertools import groupby

import gevent
import pytest
from live import HOST, dial, in_thread, loop, read_all, reset, run
from nodecore import network, sockets
from nodecore.errors import NodeError
from nodecore.sockets import Address
from nodecore.sockets.connection import READ_SIZE, READS_PER_TURN

BIG = b"0123456789abcdef" * 1024 * 1024  # 16 MiB: more than the kernel takes at once


class Log(sockets.Handler):
    """Notes what happens, and calls what a test set as `on_…`."""

    def __init__(self, **reactions):
        self.events = []
        self.received = b""
        self.reactions = reactions

    def _note(self, event, *args):
        self.events.append(event if not args else (event, *args))
        reaction = self.reactions.get(event)
        if reaction is not None:
            reaction(*args)

    def connected(self):
        self._note("connected")

    def data_received(self, data):
        self.received += data
        if "data" in self.reactions:
            self.reactions["data"](data)

    def eof_received(self):
        self._note("eof")

    def drained(self):
        self._note("drained")

    def errored(self, error):
        self._note("errored", error.code)

    def timed_out(self):
        self._note("timed out")

    def closed(self, had_error):
        self._note("closed", had_error)


def serve(accepted, path=None):
    """A server that stops accepting after its first connection, which goes to `accepted(socket)`."""

    def first(sock):
        server.close()
        accepted(sock)
        sock.start_reading()

    server = sockets.Server(first)
    if path is not None:
        server.listen_unix(path)
    else:
        server.listen(0, HOST)
    return server


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


def read_later(server, may_read):
    """A peer that connects now and reads once it may; what it read is in the list that is returned."""
    heard = []

    def conversation(port):
        with dial(port) as peer:
            may_read.wait(5)
            return read_all(peer)

    in_thread(conversation, server.address().port, then=heard.append)
    return heard


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


def test_a_connection_with_much_to_give_does_not_keep_others_waiting():
    order = []
    pairs = [socket.socketpair() for _ in range(3)]
    for ours, theirs in pairs:
        ours.setblocking(False)
        theirs.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8 << 20)
        theirs.setblocking(False)
    for _ours, theirs in pairs:
        theirs.send(b"x" * (2 << 20))
    taken = []
    for number, (ours, _theirs) in enumerate(pairs):
        sock = sockets.Socket(ours, Log(data=lambda data, number=number: order.append((number, len(data)))))
        sock.start_reading()
        taken.append(sock)
    loop.timer(lambda: [sock.destroy() for sock in taken], 50)
    run()
    turns = [(number, sum(size for _, size in group)) for number, group in groupby(order, lambda one: one[0])]
    assert [number for number, _ in turns[:3]] == [0, 1, 2]
    assert max(size for _, size in turns[:3]) <= READS_PER_TURN * READ_SIZE
    for _ours, theirs in pairs:
        theirs.close()


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


# -- options and addresses --------------------------------------------------------------------------------


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


# -- servers ----------------------------------------------------------------------------------------------


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


def test_running_out_of_descriptors_does_not_spin_and_is_recovered_from(monkeypatch):
    server = sockets.Server(lambda sock: (accepted.append(sock), sock.destroy(), server.close()))
    server.listen(0, HOST)
    accepted, attempts = [], []
    listener = server._sockets[0]

    class Exhausted:
        """Refuses the first accepts as a process without free descriptors does."""

        def accept(self):
            attempts.append(1)
            if len(attempts) <= 2:
                raise OSError(errno.EMFILE, "Too many open files")
            return listener.accept()

        def __getattr__(self, name):
            return getattr(listener, name)

    server._watchers[0].stop()
    server._sockets[0] = Exhausted()
    loop.watch(server._watchers[0], server._accept, server._sockets[0])
    in_thread(lambda port: read_all(dial(port)), server.address().port)
    run()
    assert len(accepted) == 1
    assert len(attempts) < 10


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
