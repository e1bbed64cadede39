"""Pipes and terminals as connections."""

import os
import pty
import socket
from contextlib import suppress

import live
import pytest
from nodecore import sockets
from nodecore.descriptors import kind_of
from nodecore.loop import get_loop


class Log(sockets.Handler):
    __slots__ = ("seen",)

    def __init__(self):
        self.seen = []

    def data_received(self, data):
        self.seen.append(data)

    def eof_received(self):
        self.seen.append("eof")


@pytest.fixture
def pipe():
    ends = os.pipe()
    yield ends
    for end in ends:
        with suppress(OSError):
            os.close(end)


def test_a_pipe_is_read_to_its_end(pipe):
    reading, writing = pipe
    connection = sockets.adopt(reading)
    connection.handler = log = Log()
    connection.start_reading()
    os.write(writing, b"x" * 1000)
    get_loop().timer(lambda: (os.write(writing, b"y"), os.close(writing)), 5)
    live.run()
    assert log.seen == [b"x" * 1000, b"y", "eof"]
    connection.destroy()


def test_a_full_pipe_makes_wait_and_not_block(pipe):
    reader, writer = map(sockets.adopt, pipe)
    assert not writer.write(b"x" * 200000)
    assert writer.buffered
    reader.handler = log = Log()
    reader.start_reading()
    writer.destroy_soon()
    live.run()
    assert not writer.buffered
    assert (len(b"".join(log.seen[:-1])), log.seen[-1]) == (200000, "eof")
    reader.destroy()


def test_a_pipe_has_no_address(pipe):
    connection = sockets.adopt(pipe[0])
    assert (connection.local_address, connection.peer_address) == (None, None)
    connection.destroy()


def test_kinds(tmp_path, pipe):
    terminal, behind = pty.openpty()
    ours, theirs = socket.socketpair()
    file = os.open(tmp_path, os.O_RDONLY)
    kinds = [kind_of(fd) for fd in (ours.fileno(), pipe[0], behind, file, 12345, -1)]
    assert kinds == ["SOCKET", "PIPE", "TTY", "FILE", "UNKNOWN", "UNKNOWN"]
    for end in (ours, theirs):
        end.close()
    for fd in (terminal, behind, file):
        os.close(fd)
