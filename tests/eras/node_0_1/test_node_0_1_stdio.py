"""`process.stdio` of 0.1, and that output never stops the loop."""

import fcntl
import os
import pty
import select
import socket
import subprocess

import pytest
from programs_0_1 import command, needs_javascript, run, run_javascript, start

from eras.node_0_1 import process

ECHO = """
process.stdio.addListener("data", lambda text: process.stdio.write(sys.inspect(text) + "\\n"))
process.stdio.addListener("close", lambda: process.stdio.write("closed"))
process.stdio.open({})
"""

MUCH = 1 << 20

WRITING_MUCH = f"""
process.stdio.write("x" * {MUCH})
process.stdio.write("y")
setTimeout(lambda: process.stdio.writeError("meanwhile\\n"), 1)
"""


@pytest.mark.parametrize(
    ("encoding", "seen"),
    [("", '"hä"'), ("None", '"hä"'), ("'utf8'", '"hä"'), ("'binary'", '"hÃ¤"'), ("'ascii'", '"hÃ¤"')],
)
def test_data_comes_in_the_encoding_asked_for_and_then_the_close(encoding, seen):
    done = run(ECHO.format(encoding), input="hä")
    assert (done.stdout, done.stderr) == (f"{seen}\nclosed", "")


def test_data_comes_as_it_is_sent_and_characters_whole():
    child = start(ECHO.format(""))
    for sent, seen in ((b"one", b'"one"\n'), (b"\xc3", b""), (b"\xa4 two\xc3", '"ä two"\n'.encode())):
        child.stdin.write(sent)
        child.stdin.flush()
        if seen:
            assert child.stdout.readline() == seen
    assert child.communicate()[0] == '"\ufffd"\nclosed'.encode()


def test_stdin_may_be_a_file_or_nothing(tmp_path):
    (tmp_path / "input").write_text("x" * 100000)
    program = (
        'sizes = []\nprocess.stdio.addListener("data", lambda text: sizes.append(len(text)))\n'
        'process.stdio.addListener("close", lambda: sys.puts(sum(sizes)))\nprocess.stdio.open()'
    )
    for path, size in ((tmp_path / "input", b"100000\n"), (os.devnull, b"0\n")):
        fd = os.open(path, os.O_RDONLY)
        assert start(program, stdin=fd).communicate() == (size, b"")
        os.close(fd)


def test_nothing_is_read_before_it_is_open():
    done = run('process.stdio.addListener("data", lambda text: sys.puts("never"))', input="x")
    assert (done.stdout, done.returncode) == ("", 0)


def test_the_program_stays_until_it_closes_stdin():
    child = start(
        'process.stdio.addListener("data", lambda text: process.stdio.close())\n'
        'process.stdio.addListener("close", lambda: sys.puts("closed"))\n'
        'setTimeout(lambda: sys.puts("alive"), 1)\n'
        "process.stdio.open()"
    )
    assert child.stdout.readline() == b"alive\n"
    child.stdin.write(b"x")
    child.stdin.flush()
    assert child.stdout.read() == b"closed\n"
    assert child.wait() == 0


def test_the_other_side_can_tell_that_stdin_is_closed():
    child = start("process.stdio.open()\nprocess.stdio.close()\nsys.puts('closed')\nprocess.Promise().wait()")
    assert child.stdout.readline() == b"closed\n"
    ready = select.poll()
    ready.register(child.stdin, select.POLLERR)
    assert ready.poll(5000)
    child.kill()
    child.communicate()


def test_it_is_opened_once():
    program = "process.stdio.close()\nprocess.stdio.open()\nprocess.stdio.open()"
    assert "stdin is open already" in run(program, input="").stderr


def test_data_is_text_or_bytes(capsys):
    process.stdio.write("text ")
    process.stdio.write(b"h\xc3\xa4 ")
    process.stdio.write(5)
    process.stdio.writeError(b"error")
    assert capsys.readouterr() == ("text hä 5", "error")
    done = run("process.stdio.write(b'\\xff\\0')\nprocess.stdio.write('ä')", encoding="latin-1", env={})
    assert done.stdout == "\xff\0Ã¤"


def test_a_reader_that_takes_its_time_does_not_stop_the_loop():
    child = start(WRITING_MUCH)
    assert child.stderr.readline() == b"meanwhile\n"
    assert child.stdout.read() == b"x" * MUCH + b"y"
    assert child.wait() == 0


def test_neither_does_a_terminal():
    ours, theirs = pty.openpty()
    child = start(WRITING_MUCH, stdout=theirs)
    assert child.stderr.readline() == b"meanwhile\n"
    os.close(theirs)
    seen = b""
    while len(seen) <= MUCH:
        seen += os.read(ours, 65536)
    os.close(ours)
    assert seen == b"x" * MUCH + b"y"
    child.communicate()


def test_neither_does_a_socket():
    ours, theirs = socket.socketpair()
    child = start(WRITING_MUCH, stdout=theirs)
    theirs.close()
    assert child.stderr.readline() == b"meanwhile\n"
    with ours, ours.makefile("rb") as stream:
        assert stream.read() == b"x" * MUCH + b"y"
    child.communicate()


def test_whoever_shares_stdout_finds_it_as_it_was():
    reader, writer = os.pipe()
    child = start(WRITING_MUCH, stdout=writer)
    assert child.stderr.readline() == b"meanwhile\n"
    assert not fcntl.fcntl(writer, fcntl.F_GETFL) & os.O_NONBLOCK
    os.close(reader)
    os.close(writer)
    assert (child.communicate()[1], child.wait()) == (b"", 0)


@pytest.mark.parametrize("end", ["process.exit(3)", "setTimeout(lambda: process.exit(3), 1)", "1 / 0"])
def test_all_output_is_written_before_the_end(end):
    child = start(f"process.stdio.write('x' * {MUCH})\n{end}", stderr=subprocess.DEVNULL)
    assert len(child.stdout.read()) == MUCH
    assert child.wait() == (1 if end == "1 / 0" else 3)


def test_output_into_a_file_is_complete_and_in_order(tmp_path):
    with open(tmp_path / "output", "wb") as file:
        program = (
            f"{WRITING_MUCH}\nprint('one')\nsys.puts('two')\nprint('three', flush=True)\nsys.puts('four')"
        )
        start(program, stdout=file).communicate()
    assert (tmp_path / "output").read_text() == "x" * MUCH + "yone\ntwo\nthree\nfour\n"


def test_what_waits_is_bounded():
    """Beyond the bound writing blocks until everything is written."""
    child = start(
        "from eras.node_0_1 import descriptors, output\noutput.MOST_WAITING = 300000\n"
        "flush = descriptors.Writer.flush\n"
        "def told(self):\n    process.stdio.writeError('%d\\n' % self.waiting)\n    flush(self)\n"
        "descriptors.Writer.flush = told\n"
        "for _ in range(9): process.stdio.write('x' * 100000)\n"
        "process.stdio.writeError('written\\n')"
    )
    assert 300000 < int(child.stderr.readline()) <= 400000
    assert len(child.stdout.read()) == 900000
    assert b"written" in child.communicate()[1]


def test_a_reader_that_left_is_no_error():
    child = start(f"{WRITING_MUCH}\nsetInterval(lambda: process.stdio.write('x') or process.exit(0), 5)")
    child.stdout.close()
    assert child.stderr.read() == b"meanwhile\n"
    assert child.wait() == 0


def test_what_is_at_the_other_end_of_stdout_may_change(tmp_path):
    program = (
        "import os\nsys.puts('one')\n"
        f"os.dup2(os.open({str(tmp_path / 'log')!r}, os.O_WRONLY | os.O_CREAT), 1)\nsys.puts('two')"
    )
    assert subprocess.run(command(program), capture_output=True, check=True).stdout == b"one\n"
    assert (tmp_path / "log").read_text() == "two\n"


@needs_javascript
def test_in_javascript(tmp_path):
    source = """
    process.stdio.addListener("data", function (data) {
      process.stdio.write("data " + JSON.stringify(data) + arguments.length + "\\n");
    });
    process.stdio.addListener("close", function () {
      process.stdio.write("close " + arguments.length + "\\n");
      process.stdio.write(5);
    });
    process.stdio.writeError("");
    process.stdio.open("utf8");
    """
    assert run_javascript(source, tmp_path, input="hä") == 'data "hä"1\nclose 0\n5'
    source = """
    process.stdio.open();
    process.stdio.addListener("close", function () { puts("closed"); });
    process.stdio.close();
    """
    assert run_javascript(source, tmp_path, stdin=subprocess.PIPE) == "closed\n"
