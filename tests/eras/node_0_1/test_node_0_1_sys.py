"""The module `sys` of 0.1."""

import subprocess
import sys as python

import pytest

from eras.node_0_1 import process, sys


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("text", "text\n"),
        (5, "5\n"),
        (2.0, "2\n"),
        (1e-7, "1e-7\n"),
        (1.5e-6, "0.0000015\n"),
        (1e21, "1e+21\n"),
        (float("nan"), "NaN\n"),
        (float("-inf"), "-Infinity\n"),
        (True, "true\n"),
        (None, "null\n"),
        ([1, [2, None]], "1,2,\n"),
        ({}, "[object Object]\n"),
        (b"\xe4", "ä\n"),
    ],
)
def test_puts_writes_a_line(capsys, value, text):
    sys.puts(value)
    assert capsys.readouterr().out == text


def test_print_writes_no_line_end(capsys):
    sys.print("a")
    sys.print("b")
    assert capsys.readouterr().out == "ab"


def test_debug_error_and_p_write_to_stderr(capsys):
    sys.debug("one")
    sys.error("two")
    sys.p({"three": 3})
    assert capsys.readouterr() == ("", 'DEBUG: one\ntwo\n{\n "three": 3\n}\n')


def test_a_reader_of_a_pipe_sees_lines_at_once():
    program = (
        "from eras.node_0_1 import sys\nimport eras, os\n"
        "sys.puts('first \\ud800')\nos.read(0, 1)\nsys.print('last')\nos._exit(0)"
    )
    child = subprocess.Popen(
        [python.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout.readline() == b"first ?\n"
    out, _ = child.communicate(b"x")
    assert out == b"last"


def test_a_reader_that_left_is_no_error():
    program = "from eras.node_0_1 import sys\nfor i in range(20000): sys.puts('line ' * 10)\n"
    command = f"'{python.executable}' -c \"{program}\" | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith("line line")


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self._hidden = True

    def method(self):
        pass


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ('say "hi"\n', '"say \\"hi\\"\\n"'),
        (5, "5"),
        (2.5, "2.5"),
        (True, "true"),
        (None, "null"),
        (print, "[Function]"),
        (b"\x01a", '"\\u0001a"'),
        ({}, "{}"),
        ([], "[]"),
        ({"a": 1, "b": [1, {"c": "d"}]}, '{\n "a": 1,\n "b": [\n  1,\n  {\n   "c": "d"\n  }\n ]\n}'),
        (Point(1, None), '{\n "x": 1,\n "y": null\n}'),
    ],
)
def test_inspect(value, text):
    assert sys.inspect(value) == text


def test_inspect_marks_a_cycle():
    value = {"a": []}
    value["a"].append(value)
    assert sys.inspect(value) == '{\n "a": [\n  [Circular]\n ]\n}'


def test_exec_gives_both_outputs():
    assert sys.exec("echo out; echo err >&2").wait() == ["out\n", "err\n"]


def test_exec_fails_with_the_code_and_both_outputs(until):
    seen = []
    sys.exec("echo out; echo err >&2; exit 3").addErrback(lambda *args: seen.append(args))
    until(lambda: seen)
    assert seen == [(3, "out\n", "err\n")]


def test_exec_of_a_command_that_a_signal_ends(until):
    seen = []
    sys.exec("kill -9 $$").addErrback(lambda *args: seen.append(args))
    until(lambda: seen)
    assert seen == [(137, "", "")]


def test_exec_runs_many_at_once():
    promises = [sys.exec(f"echo {number}") for number in range(10)]
    assert [promise.wait()[0] for promise in promises] == [f"{number}\n" for number in range(10)]


def test_exec_sees_the_environment_of_the_process():
    process.ENV["OF_THIS_TEST"] = "seen"
    try:
        assert sys.exec("printf %s $OF_THIS_TEST").wait() == ["seen", ""]
    finally:
        del process.ENV["OF_THIS_TEST"]


def test_exec_handles_more_output_than_a_pipe_holds():
    out, _ = sys.exec("head -c 300000 /dev/zero | tr '\\0' x").wait()
    assert out == "x" * 300000


def test_inherits_gives_a_class_the_members_of_another():
    class Ctor:
        def emit(self, event):
            return f"own {event}"

    sys.inherits(Ctor, process.EventEmitter)
    thing = Ctor()
    thing.addListener("e", print)
    assert thing.listeners("e") == [print]
    assert thing.emit("e") == "own e"
