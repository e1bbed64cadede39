"""Small writes of one round go out together, and nobody can tell but by the clock."""

from __future__ import annotations

import os
import select
import socket
from contextlib import ExitStack

import gevent
import pytest
from live import HOST, dial, loop, reset, run
from nodecore import channels, processes, sockets
from nodecore.sockets import within
from nodecore.sockets.corked import MORE, MOST, SMALL, corked
from socket_sides import Log

pytestmark = pytest.mark.skipif(not MORE, reason="this system cannot keep back a write")


def connection(stack):
    """(our end, the peer's end) of a TCP connection on which the peer has asked something."""
    with socket.create_server((HOST, 0)) as listener:
        peer = stack.enter_context(dial(listener.getsockname()[1]))
        ours, _ = listener.accept()
    ours.setblocking(False)
    peer.sendall(b"?")
    return ours, peer


def in_one_round(*reactions):
    """Run `reaction(socket, peers)` for the question on a connection of each, all of them ready at once."""
    with ExitStack() as stack:
        ends = [connection(stack) for _ in reactions]
        peers = [peer for _, peer in ends]
        open_sockets = []
        for (ours, _), reaction in zip(ends, reactions, strict=True):
            sock = sockets.Socket(ours)
            sock.handler = Log(data=lambda _, sock=sock, reaction=reaction: reaction(sock, peers))
            sock.start_reading()
            open_sockets.append(sock)
        loop.timer(lambda: [sock.destroy() for sock in open_sockets], 20)
        run()


def arrived(peer):
    """What the peer can read by now."""
    readable, _, _ = select.select([peer], [], [], 0)
    return peer.recv(1 << 20) if readable else None


def write(data):
    return lambda sock, _peers: sock.write(data)


def test_what_is_written_while_others_wait_goes_out_when_they_had_their_turn():
    seen = []

    def last(sock, peers):
        assert sock.write(b"third") is True
        seen.append([arrived(peer) for peer in peers])
        loop.immediate(lambda: seen.append([arrived(peer) for peer in peers]))

    in_one_round(write(b"first"), write(b"second"), last)
    assert seen == [[None, None, None], [b"first", b"second", b"third"]]


def test_what_is_written_while_nobody_waits_goes_out_at_once():
    seen = []

    def alone(sock, peers):
        sock.write(b"first")
        seen.append(arrived(peers[0]))
        sock.write(b"second")
        seen.append(arrived(peers[0]))

    in_one_round(alone)
    assert seen == [b"first", b"second"]


def destroys(sock, _peers):
    sock.destroy()


def resets(sock, _peers):
    sock.reset()


def ends(sock, _peers):
    sock.end()


def connects(_sock, _peers):
    with socket.create_server((HOST, 0)) as listener:
        other = sockets.Socket()
        other.connect(listener.getsockname()[1], HOST)
        other.destroy()


def writes_much(sock, _peers):
    sock.write(b"x" * (SMALL + 1))


def is_given_away(sock, _peers):
    sock.release().close()


def sets_no_delay(sock, _peers):
    sock.set_no_delay(True)


def listens(_sock, _peers):
    server = sockets.Server(None)
    server.listen(0, HOST)
    server.close()


def stops_listening(_sock, _peers):
    sockets.Server(None).close()


def asks_a_thread(_sock, _peers):
    loop.in_thread(int, done=lambda *_: None)


def starts_a_child(_sock, _peers):
    processes.start(["true"], [None, None, None])


def sends_a_signal(_sock, _peers):
    processes.kill(os.getpid(), 0)


def tells_its_parent(_sock, _peers):
    ours, theirs = socket.socketpair()
    with theirs:
        channel = channels.Channel(ours.detach(), lambda _line: None, lambda: None)
        channel.send("line")
        channel.close()


VISIBLE = [
    destroys,
    resets,
    ends,
    connects,
    writes_much,
    is_given_away,
    sets_no_delay,
    listens,
    stops_listening,
    asks_a_thread,
    starts_a_child,
    sends_a_signal,
    tells_its_parent,
]


@pytest.mark.parametrize("act", VISIBLE)
def test_what_a_peer_sees_of_others_comes_behind_what_was_written_before(act):
    seen = []

    def acts(sock, peers):
        seen.append(arrived(peers[0]))
        act(sock, peers)
        seen.append(arrived(peers[0]))

    def nothing(_sock, _peers):
        """Waits for its turn, so that the first write is kept back."""

    in_one_round(write(b"first"), acts, nothing)
    assert seen == [None, b"first"]


def test_writes_through_a_unix_socket_are_never_kept_back():
    seen = []
    pairs = [socket.socketpair() for _ in range(2)]
    taken = []
    for ours, theirs in pairs:
        ours.setblocking(False)
        theirs.sendall(b"?")
        sock = sockets.Socket(ours)

        def answer(_, sock=sock, theirs=theirs):
            sock.write(b"answer")
            seen.append(arrived(theirs))

        sock.handler = Log(data=answer)
        sock.start_reading()
        taken.append(sock)
    loop.timer(lambda: [sock.destroy() for sock in taken], 20)
    run()
    for _, theirs in pairs:
        theirs.close()
    assert seen == [b"answer", b"answer"]


def test_a_callback_that_never_comes_back_keeps_no_answer_for_long():
    """The peer is awaited within the callback: only the kernel can send what was kept back."""
    seen = []

    def blocks(sock, peers):
        sock.write(b"second")
        seen.append(peers[0].recv(100))
        seen.append(peers[1].recv(100))

    in_one_round(write(b"first"), blocks)
    assert seen == [b"first", b"second"]


def test_a_callback_that_parks_keeps_no_answer_at_all():
    seen = []
    noted = gevent.event.Event()

    def note():
        seen.append(list(corked))
        noted.set()

    def parks(sock, _peers):
        sock.write(b"second")
        assert corked
        gevent.get_hub().loop.run_callback(note)
        noted.wait()

    in_one_round(write(b"first"), parks)
    assert seen == [[]]


def test_no_more_than_a_few_are_kept_back_at_a_time():
    most = []

    def answer(sock, _peers):
        sock.write(b"answer")
        most.append(len(corked))

    in_one_round(*[answer] * (MOST + 5))
    assert max(most) == MOST - 1
    assert most.count(0) == 1


def test_a_connection_that_is_gone_disturbs_no_other():
    seen = []

    def broken(sock, peers):
        sock.write(b"first")
        reset(peers[0])

    def last(sock, peers):
        sock.write(b"second")
        loop.immediate(lambda: seen.append(arrived(peers[1])))

    in_one_round(broken, last)
    assert seen == [b"second"]


def test_nagles_algorithm_stays_as_the_program_set_it():
    seen = []

    def off(sock, _peers):
        sock.set_no_delay(False)
        sock.write(b"first")
        loop.immediate(lambda: seen.append(sock._sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))

    in_one_round(off, write(b"second"))
    assert seen == [0]


def test_the_second_write_to_a_peer_that_is_gone_hears_of_it():
    """The first has the peer's kernel say so, and that is known before the call returns."""
    seen = []

    def answers_twice(sock, peers):
        peers[0].close()
        seen.append((sock.write(b"first"), sock.write(b"second"), sock.destroyed))

    def nothing(_sock, _peers):
        """Waits for its turn."""

    in_one_round(answers_twice, nothing)
    assert seen == [(True, False, True)]


def test_a_large_write_takes_along_the_small_one_before_it_and_comes_behind_what_others_were_told():
    seen = []

    def answers(sock, peers):
        sock.write(b"head")
        seen.append([arrived(peer) for peer in peers[:2]])
        sock.write(b"x" * (SMALL + 1))
        seen.append([arrived(peer) for peer in peers[:2]])
        assert not corked

    def nothing(_sock, _peers):
        """Waits for its turn."""

    in_one_round(write(b"first"), answers, nothing)
    assert seen == [[None, None], [b"first", b"head" + b"x" * (SMALL + 1)]]


@pytest.mark.parametrize("end", [sockets.Socket.end, sockets.Socket.destroy_soon])
def test_an_end_takes_along_what_was_written_last_and_comes_behind_what_others_were_told(end):
    seen = []

    def answers_and_ends(sock, peers):
        sock.write(b"second")
        end(sock)
        seen.extend(arrived(peer) for peer in (*peers[:2], peers[1]))

    def nothing(_sock, _peers):
        """Waits for its turn."""

    in_one_round(write(b"first"), answers_and_ends, nothing)
    assert seen == [b"first", b"second", b""]


def test_an_answer_arrives_although_its_question_was_not_read_to_the_end():
    """To close then is to reset the connection."""
    seen = []

    def answers_and_closes(sock, peers):
        peers[0].sendall(b"x" * 200_000)
        sock.write(b"answer")
        sock.destroy_soon()
        seen.append(arrived(peers[0]))

    def nothing(_sock, _peers):
        """Waits for its turn."""

    in_one_round(answers_and_closes, nothing)
    assert seen == [b"answer"]


def both_ends_here(host=HOST):
    """(client, accepted) of a connection within this process, when both are ready."""
    accepted = []
    server = sockets.Server(accepted.append)
    server.listen(0, host)
    client = sockets.Socket()
    client.connect(server.address().port, HOST)
    loop.run_until(lambda: bool(accepted) and not client.connecting)
    server.close()
    return client, accepted[0]


@pytest.mark.parametrize("host", [HOST, "::"])
def test_a_round_reads_what_it_has_written(host):
    client, server = both_ends_here(host)
    seen = []
    client.handler = Log(data=lambda data: seen.append(("client", bytes(data))))
    server.handler = Log(data=lambda data: (seen.append(("server", bytes(data))), server.write(b"answer")))
    for sock in (server, client):
        sock.start_reading()

    def begin():
        client.write(b"question")
        server.write(b"news and ")

    loop.timer(begin, 1)
    loop.timer(lambda: [sock.destroy() for sock in (client, server)], 20)
    run()
    assert seen == [("server", b"question"), ("client", b"news and answer")]


def test_nothing_is_remembered_of_connections_that_are_over():
    for sock in both_ends_here():
        sock.destroy()
    run()
    assert within._connecting_from == {}


def test_what_is_kept_back_when_the_loop_has_stopped_goes_out_before_run_returns():
    """A greenlet that ran beside the loop writes, and what waits for its turn will never have it."""
    with ExitStack() as stack:
        ends = [connection(stack) for _ in range(2)]
        taken = [sockets.Socket(ours) for ours, _ in ends]

        def stop(_data):
            gevent.get_hub().loop.run_callback(taken[0].write, b"answer")
            loop.stop()

        for sock in taken:
            sock.handler = Log(data=stop)
            sock.start_reading()
        loop.run()
        assert arrived(ends[0][1]) == b"answer"
        for sock in taken:
            sock.destroy()
        run()


def test_a_wait_in_which_a_callback_parks_keeps_no_answer():
    """The wait begins before the hub had its turn, and has gone through the round when that comes."""
    seen = []
    parked = gevent.event.Event()

    with ExitStack() as stack:
        ours, peer = connection(stack)
        sock = sockets.Socket(ours)

        def parks():
            gevent.get_hub().loop.run_callback(lambda: (seen.append(arrived(peer)), parked.set()))
            parked.wait()

        loop.call_next(parks)
        loop.call_next(sock.write, b"answer")
        loop.run_until(parked.is_set)
        sock.destroy()
        run()
    assert seen == [b"answer"]
