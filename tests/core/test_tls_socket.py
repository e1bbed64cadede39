"""Data over TLS connections of the core, and their end."""

import socket
import ssl
import threading

from certificates import self_signed
from live import HOST, PATIENCE, loop, read_all
from nodecore.tls import Credentials, TLSSocket
from tls_sides import Recorder, beside, beside_refused, client, meet, serve

MEGABYTE = 1024 * 1024

# -- data ------------------------------------------------------------------------------------------


def test_both_ways():
    answers = []

    def conversation(sock):
        sock.sendall(b"ping")
        answers.append(sock.recv(100))

    there = serve(beside(conversation), data=lambda connection: connection.write(b"pong"))
    assert (there.data, answers) == (b"ping", [b"pong"])
    assert there.told == ["connected", "data", "eof", "closed"]


def test_what_is_written_before_the_handshake_is_over_arrives_in_order():
    def visit(port):
        side = client(port)
        assert side.connection.write(b"one ") is False
        side.connection.write(b"two")
        assert side.connection.buffered == 7
        side.connection.end()

    assert serve(visit).data == b"one two"


def test_megabytes_both_ways_in_pieces_of_any_size():
    sent = bytes(range(256)) * (20 * MEGABYTE // 256)
    here = None

    def visit(port):
        nonlocal here
        here = client(port, data=enough)
        position = 0
        for size in (1, 16383, 16384, 16385, 70000, 3 * MEGABYTE, len(sent)):
            here.connection.write(sent[position : position + size])
            position += size

    def enough(connection):
        if len(here.data) == len(sent):
            connection.destroy_soon()

    def echo(connection):
        data, connection.handler.data = connection.handler.data, bytearray()
        connection.write(bytes(data))

    assert serve(visit, data=echo).told[-1] == "closed"
    assert here.data == sent


def reading_when(event):
    """A visit that reads nothing until `event` is set."""

    def conversation(sock):
        assert event.wait(PATIENCE)
        return read_all(sock)

    return beside(conversation)


def test_write_tells_whether_all_was_taken_and_drained_follows():
    results = []
    written = threading.Event()

    def connected(connection):
        results.append(connection.write(b"small"))
        results.append(connection.write(bytes(20 * MEGABYTE)))
        results.append(connection.buffered > MEGABYTE)
        connection.end()
        results.append(connection.write(b"late"))
        written.set()

    there = serve(reading_when(written), connected=connected)
    assert results == [True, False, True, False]
    assert there.told == ["connected", "drained", "eof", "closed"]


def test_only_so_much_is_encrypted_ahead_of_the_kernel():
    seen = []
    written = threading.Event()

    def connected(connection):
        connection.write(bytes(20 * MEGABYTE))
        seen.append(connection.raw.buffered)
        connection.destroy()
        written.set()

    serve(reading_when(written), connected=connected)
    assert 0 < seen[0] < 2 * MEGABYTE


def test_a_reader_that_stops_leaves_the_rest_to_the_kernel():
    total = 64 * MEGABYTE
    blocked = threading.Event()

    def conversation(sock):
        sock.setblocking(False)
        sent = 0
        while sent < total:
            try:
                sent += sock.send(bytes(65536))
            except (ssl.SSLWantWriteError, BlockingIOError):
                blocked.set()
                return sent
        return sent

    def first(connection):
        connection.stop_reading()
        loop.in_thread(blocked.wait, PATIENCE, done=lambda *_: connection.destroy())
        connection.handler.reactions.clear()

    there = serve(beside(conversation), data=first)
    assert blocked.is_set()
    assert len(there.data) <= 16384


def test_reading_goes_on_where_it_stopped():
    def one_at_a_time(connection):
        connection.stop_reading()
        loop.call_soon(connection.start_reading)

    there = serve(beside(lambda sock: sock.sendall(bytes(200_000))), data=one_at_a_time)
    assert len(there.data) == 200_000
    assert there.told[-2:] == ["eof", "closed"]


def test_a_listener_that_raises_does_not_lose_what_came_behind():
    caught = []
    loop.uncaught_listeners.append(lambda error: caught.append(error) or True)

    def fail_once(connection):
        connection.handler.reactions.clear()
        raise ValueError("oops")

    try:
        there = serve(beside(lambda sock: sock.sendall(bytes(100_000))), data=fail_once)
    finally:
        loop.uncaught_listeners.clear()
    assert len(caught) == 1
    assert len(there.data) == 100_000


def test_tls_inside_tls():
    inner = []

    def tunnel(connection):
        inside = TLSSocket(connection, Credentials(**self_signed().options), server=True)
        inside.handler = Recorder(inside, data=lambda inside: inside.write(b"deep"))
        inner.append(inside.handler)
        inside.start_reading()
        inside.start()

    answers = []

    def outer(connection):
        inside = TLSSocket(connection, Credentials())
        inside.handler = Recorder(inside, data=lambda inside: inside.destroy_soon())
        answers.append(inside.handler)
        inside.start_reading()
        inside.start()
        inside.write(b"hello")

    meet({"connected": tunnel}, connected=outer)
    assert (inner[0].data, answers[0].data) == (b"hello", b"deep")


# -- the end ---------------------------------------------------------------------------------------


def test_end_says_goodbye_and_the_peer_may_go_on():
    answers = []

    def conversation(sock):
        answers.append(read_all(sock))
        sock.sendall(b"after the goodbye")

    def connected(connection):
        connection.write(b"all of it")
        connection.end()
        assert not connection.writable

    there = serve(beside(conversation), connected=connected)
    assert answers == [b"all of it"]
    assert there.data == b"after the goodbye"


def test_a_goodbye_is_the_end_of_the_data():
    there = serve(beside(lambda sock: sock.unwrap()))
    assert there.told == ["connected", "eof", "closed"]


def test_a_connection_cut_off_without_goodbye_ends_too():
    there = serve(beside(lambda sock: sock.sendall(b"half")))
    assert (there.data, there.told[-2:]) == (b"half", ["eof", "closed"])


def test_destroy_says_goodbye():
    answers = []
    serve(
        beside(lambda sock: answers.append(read_all(sock))), connected=lambda connection: connection.destroy()
    )
    assert answers == [b""]


def test_reset():
    there = serve(beside_refused, connected=lambda connection: connection.reset())
    assert there.told == ["connected", "closed"]


def test_bytes_that_are_no_record_in_the_middle():
    def conversation(sock):
        sock.sendall(b"fine")
        with socket.socket(fileno=sock.detach()) as raw:
            raw.settimeout(PATIENCE)
            raw.sendall(b"this is not encrypted, and it is long enough for a record")
            raw.shutdown(socket.SHUT_WR)
            read_all(raw)

    there = serve(beside(conversation))
    assert there.data == b"fine"
    assert there.told[-1] == "closed with error"


def test_timeouts_are_the_transports():
    def connected(connection):
        connection.set_timeout(30)

    there = serve(beside(read_all), connected=connected, timeout=lambda connection: connection.destroy())
    assert there.told == ["connected", "timeout", "closed"]


def test_what_passes_through_to_the_transport():
    def connected(connection):
        connection.set_no_delay(False)
        connection.set_keep_alive(True, 1000)
        connection.unref()
        connection.ref()
        assert connection.fileno() == connection.raw.fileno() >= 0
        assert connection.local_address.address == connection.peer_address.address == HOST
        assert connection.bytes_read > 0 and connection.bytes_written > 0
        assert not connection.connecting
        connection.destroy()

    assert serve(beside(read_all), connected=connected).told == ["connected", "closed"]
