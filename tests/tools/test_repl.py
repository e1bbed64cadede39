"""`eras repl`: through a pipe, and in a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("quickjs", reason="needs the extra `js`: pip install 'node-eras[js]'")

COMMAND = [sys.executable, "-m", "eratools.cli", "repl", "--era"]


def converse(era: str, text: str) -> tuple[str, int]:
    done = subprocess.run([*COMMAND, era], input=text, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    return done.stdout, done.returncode


def test_results_and_lines_that_go_on():
    typed = "1 + 1\n_ + 5\nvar x = {a: 1,\nb: 2}\nx\nfunction f(n) {\nreturn n * 2;\n}\nf(4)\n"
    assert converse("0.10", typed) == (
        "> 2\n> 7\n> ... undefined\n> { a: 1, b: 2 }\n> ... ... undefined\n> 8\n> ",
        0,
    )


def test_errors_do_not_end_it():
    output, code = converse("0.10", "nope.x\n'still ' + 'here'\n")
    assert "> ReferenceError: nope is not defined\n    at repl:1" in output
    assert output.endswith("> 'still here'\n> ")
    assert code == 0


def test_commands(tmp_path):
    (tmp_path / "load.js").write_text("var y = 42;\ny + 1\n")
    typed = (
        f"if (true) {{\n.break\n.load {tmp_path}/load.js\n.save {tmp_path}/saved.js\n.nothing\n.exit\nnever\n"
    )
    output, code = converse("0.10", typed)
    assert "43\n" in output and "Session saved to:" in output and "Invalid REPL keyword" in output
    assert (code, "never" in output) == (0, False)
    assert "y + 1" in (tmp_path / "saved.js").read_text()


def test_the_prompt_of_0_1():
    output, code = converse("0.1", "var x = 5\nx + 1\n.exit\n")
    assert "6\n" in output
    assert code == 0


def test_the_standalone_prompt_of_0_1():
    command = Path(sys.executable).with_name("node-repl")
    done = subprocess.run([command], input="2 + 3\n.exit\n", capture_output=True, text=True, timeout=60)
    assert "Type '.help' for options.\nnode> 5\n" in done.stdout
    assert done.returncode == 0


def test_a_generation_that_is_not_built():
    done = subprocess.run([*COMMAND, "iojs"], input="", capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.startswith("eras repl: ")


def test_a_terminal_edits_and_remembers():
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [*COMMAND, "0.10"])
    screen = Screen(terminal)
    screen.until("> ")
    for keys, shown in (
        ("6*8", "6*8"),
        ("\x7f", "6*"),
        ("7\r", "42"),
        ("\x1b[A", "6*7"),
        ("\r", "42"),
        ("\x03", "again"),
    ):
        os.write(terminal, keys.encode())
        screen.until(shown)
    os.write(terminal, b"\x03")
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    os.close(terminal)


class Screen:
    """What a terminal shows, since it was looked at last."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal

    def until(self, text: str) -> None:
        shown = ""
        while text not in shown:
            shown += os.read(self._terminal, 4096).decode()
