"""Lines and descriptors between two ends of a pair of sockets."""

import os
import socket

import pytest
from live import run
from nodecore.channels import Channel
from nodecore.loop import get_loop


class End:
    """A channel that writes down what it is told."""

    def __init__(self, sock, **options):
        self.lines, self.over = [], 0
        self.told = []
        self.channel = Channel(sock.detach(), self._received, self._ended, **options)

    def _received(self, line):
        self.lines.append(line)
        self._tell()

    def _ended(self):
        self.over += 1
        self._tell()

    def _tell(self):
        for listener in self.told:
            listener()


@pytest.fixture
def ends():
    first, second = (End(sock) for sock in socket.socketpair())
    yield first, second
    first.channel.close()
    second.channel.close()
    run()


def until(condition, *ends):
    """Run the loop until the ends were told enough."""

    def look():
        if condition():
            get_loop().stop()

    for end in ends:
        end.told.append(look)
    run()
    for end in ends:
        end.told.remove(look)
    assert condition()


def test_lines_both_ways(ends):
    first, second = ends
    first.channel.send("one é\u2028")
    first.channel.send("two")
    second.channel.send("back")
    until(lambda: len(second.lines) == 2 and first.lines, *ends)
    assert second.lines == ["one é\u2028", "two"] and first.lines == ["back"]


def test_a_long_line_waits_until_the_other_end_reads(ends):
    first, second = ends
    first.channel.send("x" * 3_000_000)
    first.channel.send("after")
    assert first.channel.buffered > 1_000_000
    until(lambda: len(second.lines) == 2, *ends)
    assert len(second.lines[0]) == 3_000_000 and second.lines[1] == "after" and not first.channel.buffered


def test_descriptors_come_in_order(ends, tmp_path):
    first, second = ends
    files = []
    for name in ("a", "b"):
        path = tmp_path / name
        path.write_text(name)
        files.append(os.open(path, os.O_RDONLY))
    first.channel.send("none")
    for file in files:
        first.channel.send("one", file)
    until(lambda: len(second.lines) == 3, *ends)
    for file in files:
        os.close(file)
    got = [second.channel.take_descriptor() for _ in range(3)]
    assert got[2] is None
    for number, text in zip(got, (b"a", b"b"), strict=False):
        assert not os.get_inheritable(number) and os.read(number, 10) == text
        os.close(number)


def test_closing_sends_what_waits(ends):
    first, second = ends
    first.channel.send("y" * 1_000_000)
    first.channel.close()
    assert first.over == 1
    first.channel.send("too late")
    until(lambda: second.over, *ends)
    assert [len(line) for line in second.lines] == [1_000_000] and first.over == second.over == 1


def test_what_was_not_taken_is_closed(ends):
    first, second = ends
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    first.channel.send("line", 0)
    until(lambda: second.lines, *ends)
    second.channel.close()
    if before:
        assert len(os.listdir("/proc/self/fd")) == before - 1


def test_nobody_there():
    ours, theirs = socket.socketpair()
    end = End(ours)
    theirs.close()
    end.channel.send("lost")
    assert end.channel.buffered == 0
    run()
    assert end.over == 1


def test_a_patient_end_has_sent_everything_when_it_returns():
    ours, theirs = socket.socketpair()
    child = os.fork()
    if not child:
        total = 0
        while data := theirs.recv(1 << 16):
            total += len(data)
            if data.endswith(b"\n"):
                break
        os._exit(0 if total == 1_000_001 else 1)
    theirs.close()
    end = End(ours, patient=True)
    end.channel.send("z" * 1_000_000)
    assert end.channel.buffered == 0
    assert os.waitpid(child, 0)[1] == 0
    end.channel.close()
    run()


def test_a_program_ends_although_the_other_end_is_there(ends):
    first, second = ends
    first.channel.unref()
    second.channel.unref()
    run()
    assert not first.over and not second.over
