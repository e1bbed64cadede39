"""The command line of `node` 0.10, at `eras run` and at `process.execPath`."""

import os
import subprocess
import sys

import pytest
from eratools import node_flags
from eratools.jshost.launcher import launcher

RUN = [sys.executable, "-m", "eratools.cli", "run", "--era", "0.10"]


def node(*words, command=RUN, text="", **options):
    """(exit code, stdout, stderr)"""
    done = subprocess.run(
        [*command, *words], input=text, capture_output=True, text=True, timeout=60, **options
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", [RUN, [launcher("0.10")]], ids=["eras run", "execPath"])
def test_a_program_on_the_line_and_one_on_stdin(command):
    assert node("-p", "process.argv.slice(1)", "x", command=command) == (0, "[ 'x' ]\n", "")
    assert node("-e", "console.log(__filename)", command=command) == (0, "[eval]\n", "")
    assert node(command=command, text="console.log(__filename)") == (0, "[stdin]\n", "")
    assert node("-i", command=command, text="1 + 1\n") == (0, "> 2\n> ", "")
    assert node("-v", command=command) == (0, "v0.10.15\n", "")


def test_help_of_the_era_and_of_the_command():
    assert "-p, --print" in node("-h")[1]
    code, out, _ = node("--help", command=RUN[:-2])
    assert code == 0 and "usage: eras run --era ERA" in out
    code, _, err = node("x.js", command=RUN[:-2])
    assert code == 2 and "--era" in err


def test_an_uncaught_error_shows_the_line():
    code, _, err = node("-e", "var x;\n  nope()")
    assert code == 8
    assert err.startswith("\n[eval]:2\n  nope()\n  ^\nReferenceError: nope is not defined\n    at [eval]:2:3")


def test_a_debugger_is_refused():
    assert node("debug", "x.js") == (1, "", "There is no debugger here.\n")
    assert node("--debug-brk", "x.js")[0] == 12
    code, out, err = node("--debug=5858", "-p", "1")
    assert (code, out) == (0, "1\n") and "no debugger" in err


def test_standard_input_that_is_a_terminal_opens_the_prompt(tmp_path):
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(RUN[0], RUN)
    shown = b""
    while b"> " not in shown:
        shown += os.read(terminal, 1000)
    os.write(terminal, b".exit\r")
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    os.close(terminal)


def test_0_1_wants_a_file():
    code, _, err = node(command=[*RUN[:-1], "0.1"])
    assert code == 2 and "FILE" in err


@pytest.mark.parametrize(
    ("words", "file", "args", "flags"),
    [
        (["a.js", "-e", "x"], "a.js", ["-e", "x"], []),
        (["--", "a.js", "x"], "a.js", ["x"], ["--"]),
        (["--expose-gc", "a.js"], "a.js", [], ["--expose-gc"]),
        (["-p", "--", "a.js"], "a.js", [], ["-p", "--"]),
        (["", "x"], None, ["x"], []),
        ([], None, [], []),
    ],
)
def test_what_is_the_program_and_what_is_not(words, file, args, flags):
    line = node_flags.parse(words)
    assert (line.file, line.args, line.flags, line.source) == (file, args, flags, None)


@pytest.mark.parametrize(
    ("flag", "complaint"),
    [
        ("--nouse_idle_notification", ""),
        ("--stack-size=900", ""),
        ("--max-stack-size=5", ""),
        ("--stack_size", "missing value"),
        ("--noopt", ""),
        ("--no-opt", "unrecognized"),
        ("--nonsense", "unrecognized"),
        ("-x", "unrecognized"),
        ("-", "unrecognized"),
    ],
)
def test_flags_of_v8(flag, complaint):
    told = node_flags.parse([flag, "x.js"]).complaint
    assert complaint in told and bool(complaint) == bool(told)


def test_a_value_that_is_missing_or_a_wrong_flag_ends_it():
    with pytest.raises(node_flags.BadUsage, match="-e requires an argument") as refused:
        node_flags.parse(["-e"])
    assert refused.value.code == 13
    with pytest.raises(node_flags.BadUsage, match="Bad debug option"):
        node_flags.parse(["--debug-nonsense"])


def test_what_is_before_the_era_is_for_node_too():
    assert node_flags.split(["--expose-gc", "--era", "0.10", "-p", "1"]) == (
        ["--era", "0.10"],
        ["--expose-gc", "-p", "1"],
    )
    assert node_flags.split(["--era=0.10", "a.js", "--era", "x"]) == (["--era=0.10"], ["a.js", "--era", "x"])
    assert node_flags.split(["-h", "--era", "0.10"]) == (["-h"], [])
