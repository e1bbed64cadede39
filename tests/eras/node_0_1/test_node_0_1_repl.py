"""`repl` of 0.1: programs with a prompt, spoken to through pipes and a terminal."""

from __future__ import annotations

import os
import pty
import re

import gevent
import pytest
from gevent.socket import create_connection, socket
from run_0_1 import LANGUAGES, needs_javascript, run, start

from eras.node_0_1 import repl

GREETING = "Type '.help' for options.\n"

PROGRAMS = {
    "js": 'var repl = require("repl");\ntotal = 7;\nrepl.start(%s);\nrepl.scope.count = 5;\n',
    "py": "from eras.node_0_1 import repl\ntotal = 7\nrepl.start(%s)\nrepl.scope.count = 5\n",
}

SERVERS = {
    "js": """
var tcp = require("tcp");
nconnections = 0;
var server = tcp.createServer(function (c) { nconnections += 1; c.close(); });
server.listen(%d, "127.0.0.1");
require("repl").start("simple tcp server> ");
""",
    "py": """
from eras.node_0_1 import repl, tcp
nconnections = 0
def connected(c):
    global nconnections
    nconnections += 1
    c.close()
server = tcp.createServer(connected)
server.listen(%d, "127.0.0.1")
repl.start("simple tcp server> ")
""",
}


def talk(folder, language, *lines, prompt=""):
    """What is printed after the greeting for lines that come through a pipe."""
    stdin = "".join(line + "\n" for line in lines)
    out = run(folder, PROGRAMS[language] % prompt, language, stdin=stdin)
    assert out.startswith(GREETING)
    return out.removeprefix(GREETING)


def answers(folder, language, *lines):
    """The answer to each line: what stands between the prompts."""
    first, *rest = talk(folder, language, *lines).replace("...   ", "node> ").split("node> ")
    assert first == ""
    assert rest.pop() == ""
    return rest


both = pytest.mark.parametrize("language", LANGUAGES)


@both
def test_the_scope_the_globals_and_the_last_result(tmp_path, language):
    found = answers(
        tmp_path, language, "count", "_ + 1", "_ + total", "count = 50", "count", "total = 8", "total"
    )
    values = {"js": ["50\n", "50\n", "8\n", "8\n"], "py": ["", "50\n", "", "8\n"]}[language]
    assert found == ["5\n", "6\n", "13\n", *values]


@both
def test_the_prompts(tmp_path, language):
    assert talk(tmp_path, language, "(1 +", "2)") == "node> ...   3\nnode> "
    assert talk(tmp_path, language, "1", prompt='"what? "') == "what? 1\nwhat? "


@both
def test_names_that_the_input_defines_stay(tmp_path, language):
    lines = {
        "js": ["function f(a) {", "  return a + count + total;", "}", "var x = f(1)", "x"],
        "py": ["def f(a):", "  return a + count + total", "", "x = f(1)", "x"],
    }[language]
    assert answers(tmp_path, language, *lines)[3:] == ["", "13\n"]


@both
def test_break_and_clear(tmp_path, language):
    found = answers(tmp_path, language, "(1 +", ".break", "total", "(1 +", ".clear", "total", "count")
    assert found[:6] == ["", "", "7\n", "", "", "7\n"]
    assert "count" in found[6]
    assert "NameError" in found[6] or "ReferenceError" in found[6]


@both
def test_help_names_every_command(tmp_path, language):
    (text,) = answers(tmp_path, language, ".help")
    assert re.findall(r"^\.\w+", text, re.MULTILINE) == [".break", ".clear", ".exit", ".help"]


@both
def test_exit_ends_the_program_with_its_exit_event(tmp_path, language):
    listen = {
        "js": 'process.addListener("exit", function (code) { process.stdio.write("bye " + code); });\n',
        "py": "from eras.node_0_1 import process\n"
        'process.addListener("exit", lambda code: process.stdio.write(f"bye {code}"))\n',
    }[language]
    out = run(tmp_path, listen + PROGRAMS[language] % "", language, stdin="1\n.exit\n2\n")
    assert out == GREETING + "node> 1\nnode> bye 0"


@both
def test_a_last_line_without_its_end_counts(tmp_path, language):
    out = run(tmp_path, PROGRAMS[language] % "", language, stdin="1\r\ncount")
    assert out == GREETING + "node> 1\nnode> 5\nnode> "


def test_errors_in_python(tmp_path):
    found = answers(tmp_path, "py", "1 +", "missing", "raise ValueError('v')", "'open", "None", "count")
    assert "SyntaxError" in found[0]
    assert found[1].startswith('Traceback (most recent call last):\n  File "<repl>", line 1')
    assert found[1].endswith("NameError: name 'missing' is not defined\n")
    assert found[2].endswith("ValueError: v\n")
    assert "SyntaxError" in found[3]
    assert found[4:] == ["", "5\n"]


def test_python_finds_the_scope_in_functions_and_comprehensions(tmp_path):
    assert answers(tmp_path, "py", "[count + i for i in range(2)]", "(lambda: total + count)()") == [
        "[5, 6]\n",
        "12\n",
    ]


def test_python_scope_is_an_object_and_a_dict():
    scope = type(repl.scope)()
    scope.a = 1
    assert (scope.a, scope["a"], "b" in scope) == (1, 1, False)
    del scope.a
    for forget in (lambda: scope.a, lambda: delattr(scope, "a")):
        with pytest.raises(AttributeError, match="a"):
            forget()


@needs_javascript
def test_errors_in_javascript(tmp_path):
    lines = [
        "var 1",
        "}",
        "missing",
        'throw "text"',
        '"open',
        "throw new TypeError('t')",
        "} evil {",
        "null",
        "count",
    ]
    found = answers(tmp_path, "js", *lines)
    kinds = ["SyntaxError: ", "SyntaxError: ", "ReferenceError: missing is not defined\n    at repl:1:1\n"]
    kinds += ["text\n", "SyntaxError: ", "TypeError: t\n    at repl:1:", "SyntaxError: ", "null\n", "5\n"]
    for answer, expected in zip(found, kinds, strict=True):
        assert answer.startswith(expected)


@needs_javascript
def test_what_goes_on_in_javascript(tmp_path):
    lines = ["/* a", "b */ 4", "{", " a: [1,", "  2] }", "if (count) {", '"yes"', "}", "typeof nothing", ".5"]
    assert talk(tmp_path, "js", *lines) == (
        'node> ...   4\nnode> ...   ...   {\n "a": [\n  1,\n  2\n ]\n}\n'
        'node> ...   ...   "yes"\nnode> "undefined"\nnode> 0.5\nnode> '
    )


@needs_javascript
def test_javascript_leaves_no_name_behind(tmp_path):
    line = "Object.keys(GLOBAL).filter(function (name) { return /repl/.test(name); }).length"
    assert answers(tmp_path, "js", line, "total", line) == ["0\n", "7\n", "0\n"]


@both
def test_lines_wait_for_the_one_before(tmp_path, language):
    wait = {
        "js": "var promise = new process.Promise(); setTimeout(function () { promise.emitSuccess(9); }, 20);",
        "py": "promise = process.Promise(); x = setTimeout(lambda: promise.emitSuccess(9), 20)",
    }[language]
    program = PROGRAMS[language] % ""
    if language == "py":
        program = "from eras.node_0_1 import process, setTimeout\n" + program
    process = start(tmp_path, program, language, stdin=-1)
    process.stdin.write(f"{wait}\n_ = promise.wait()\n".encode())
    process.stdin.flush()
    # Sent while the wait is on, as likely as not; the order of the answers is the same either way.
    out, _ = process.communicate(b"_ + 1\n")
    assert out.decode().endswith("node> 10\nnode> ")


def read_until(stream, end):
    """What comes from a process up to `end`."""
    text = b""
    while not text.endswith(end):
        data = stream.read(1)
        assert data, text
        text += data
    return text.decode()


@pytest.fixture
def port():
    """A port that is free at the moment."""
    with socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


@both
def test_a_server_serves_while_the_prompt_waits_until_control_d(tmp_path, language, port):
    terminal, behind = pty.openpty()
    process = start(tmp_path, SERVERS[language] % port, language, stdin=behind)
    try:
        os.close(behind)
        read_until(process.stdout, b"simple tcp server> ")
        for _ in range(3):
            with create_connection(("127.0.0.1", port)) as connection:
                assert connection.recv(1) == b""
        os.write(terminal, b"nconnections\n")
        assert read_until(process.stdout, b"> ") == "3\nsimple tcp server> "
        os.write(terminal, b"\x04")
        with gevent.Timeout(5):
            assert process.wait() == 0
        assert process.stdout.read() == b"\n"
    finally:
        process.kill()
        os.close(terminal)


@both
def test_without_a_terminal_the_end_of_input_leaves_a_server_serving(tmp_path, language, port):
    process = start(tmp_path, SERVERS[language] % port, language)
    try:
        read_until(process.stdout, b"simple tcp server> ")
        with create_connection(("127.0.0.1", port)) as connection:
            assert connection.recv(1) == b""
        assert process.poll() is None
    finally:
        process.kill()
        process.wait()
