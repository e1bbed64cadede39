"""`process.ChildProcess` and `process.createChildProcess` of 0.1."""

import os

import pytest
from programs_0_1 import needs_javascript, run, run_javascript

from eras.node_0_1 import child_process, process, sys


def events_of(child):
    events = []
    for name in ("output", "error", "exit"):
        child.addListener(name, lambda value, name=name: events.append((name, value)))
    return events


@pytest.fixture
def ended(until):
    """`ended(child)`: run to the child's end; its events, with the texts of each kind in one."""

    def ended(child, events=None):
        events = events_of(child) if events is None else events
        until(lambda: any(name == "exit" for name, _ in events))
        assert events[-1][0] == "exit"
        assert events.count(("output", None)) == events.count(("error", None)) == 1
        text = {name: "".join(v for n, v in events if n == name and v) for name in ("output", "error")}
        return text["output"], text["error"], events[-1][1]

    return ended


def shell(script, *args):
    return process.createChildProcess("sh", ["-c", script, *args])


def test_both_outputs_their_ends_and_then_the_exit(ended):
    child = shell("echo out; echo err >&2; exit 3")
    assert isinstance(child, process.ChildProcess)
    assert ended(child) == ("out\n", "err\n", 3)


def test_it_gets_its_arguments_as_they_are(ended):
    child = process.createChildProcess("printf", ["%s|", "a b", "$x", "*", 5])
    assert ended(child) == ("a b|$x|*|5|", "", 0)


def test_its_pid(ended):
    child = shell("echo $$")
    assert ended(child)[0] == f"{child.pid}\n"
    assert process.ChildProcess().pid is None


@pytest.mark.parametrize(("encoding", "seen"), [((), "h\ufffd"), (("binary",), "h\ufffd"), (("utf8",), "hä")])
def test_what_is_written_is_its_input(ended, encoding, seen):
    child = process.createChildProcess("cat")
    child.write("h")
    child.write("ä", *encoding)
    child.close()
    child.close()
    assert ended(child) == (seen, "", 0)


def test_a_character_arrives_whole(ended):
    child = shell(r"printf '\303'; read x; printf '\244'; read y; printf '\303'")
    events = events_of(child)
    child.write("x\ny\n")
    assert ended(child, events) == ("ä\ufffd", "", 0)
    assert "\ufffd" not in {text for _, text in events[:1]}


def test_bytes_are_written_as_they_are(ended):
    child = process.createChildProcess("od", ["-An", "-tx1"])
    child.write(b"\0\xff")
    child.close()
    assert ended(child)[0].split() == ["00", "ff"]


def test_writing_when_its_input_is_closed_is_an_error(ended):
    child = process.createChildProcess("cat")
    child.close()
    with pytest.raises(Exception, match="stdin is not open for writing"):
        child.write("x")
    ended(child)


def test_a_child_that_does_not_read_is_no_error(ended):
    child = shell("exec 0<&-; echo closed; sleep 0.01")
    events = events_of(child)
    for _ in range(20):
        child.write("x" * 100000)
    assert ended(child, events) == ("closed\n", "", 0)


def test_more_than_a_pipe_holds_goes_in_and_out_and_the_loop_goes_on(ended):
    child = process.createChildProcess("cat")
    child.write("x" * (1 << 20))
    child.close()
    output, _, code = ended(child)
    assert (len(output), code) == (1 << 20, 0)


def test_what_waits_for_a_child_is_bounded(ended, monkeypatch):
    monkeypatch.setattr(child_process, "MOST_WAITING", 1 << 20)
    child = process.createChildProcess("sleep", ["10"])
    with pytest.raises(Exception, match="has not read"):
        for _ in range(100):
            child.write("x" * 100000)
    child.kill("SIGKILL")
    ended(child)


def test_kill(ended):
    for signal, code in (((), 143), (("SIGKILL",), 137), ((2,), 130)):
        child = process.createChildProcess("sleep", ["10"])
        child.kill(*signal)
        assert ended(child) == ("", "", code)
        child.kill()
    with pytest.raises(Exception, match="Unknown signal: SIGNONE"):
        child.kill("SIGNONE")


def test_a_command_that_is_not_there_says_so_and_exits_with_127(ended, tmp_path):
    (tmp_path / "file").touch()
    missing = "execvp(): No such file or directory\n"
    assert ended(process.createChildProcess("no-such-command")) == ("", missing, 127)
    assert ended(process.createChildProcess("/no/such/command", ["x"])) == ("", missing, 127)
    denied = process.createChildProcess(str(tmp_path / "file"))
    assert ended(denied) == ("", "execvp(): Permission denied\n", 127)


def test_a_script_without_a_first_line_is_one_for_the_shell(ended, tmp_path):
    (tmp_path / "script").write_text("echo $1 from $0")
    (tmp_path / "script").chmod(0o755)
    assert ended(process.createChildProcess(str(tmp_path / "script"), ["x"])) == (
        f"x from {tmp_path}/script\n",
        "",
        0,
    )


def test_its_environment_is_ours_or_the_given_one(ended, tmp_path):
    process.ENV["OF_THIS_TEST"] = "ours"
    try:
        assert ended(shell("printf $OF_THIS_TEST"))[0] == "ours"
    finally:
        del process.ENV["OF_THIS_TEST"]
    child = process.createChildProcess("/usr/bin/env", [], {"A": "1", "B": 2})
    assert ended(child)[0] == "A=1\nB=2\n"
    (tmp_path / "found-in-its-path").symlink_to("/bin/echo")
    child = process.createChildProcess("found-in-its-path", ["yes"], {"PATH": str(tmp_path)})
    assert ended(child)[0] == "yes\n"


def test_the_exit_waits_for_whoever_still_has_its_output(ended):
    child = shell("(sleep 0.05; echo later) & exit 5")
    assert ended(child) == ("later\n", "", 5)


def test_it_dies_of_a_broken_pipe_as_programs_do(ended):
    assert ended(shell("kill -PIPE $$"))[2] == 141


def test_no_descriptor_is_left_open(ended):
    before = len(os.listdir("/proc/self/fd"))
    for name in ("true", "no-such-command"):
        ended(process.createChildProcess(name))
    assert len(os.listdir("/proc/self/fd")) == before


def test_no_descriptor_of_ours_is_inherited(ended, tmp_path):
    with open(tmp_path / "ours", "w"):
        assert "/ours\n" not in ended(process.createChildProcess("ls", ["-l", "/proc/self/fd"]))[0]


def test_a_child_keeps_the_program_alive():
    done = run("process.createChildProcess('true').addListener('exit', lambda code: sys.puts(code))")
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_exec_is_a_child_without_input():
    assert sys.exec("cat; echo end").wait() == ["end\n", ""]


@needs_javascript
def test_in_javascript(tmp_path):
    source = """
    function watch(child) {
      ["output", "error", "exit"].forEach(function (name) {
        child.addListener(name, function (data) {
          puts(name + " " + JSON.stringify(data) + " " + arguments.length);
          if (name === "exit" && rest.length) rest.shift()();
        });
      });
      return child;
    }
    var rest = [
      function () { watch(process.createChildProcess("no-such-command")); },
      function () { watch(process.createChildProcess("env", [], {PATH: process.ENV.PATH, A: "1"})).close(); },
      function () { watch(process.createChildProcess("sleep", ["10"])).kill(); },
      function () { exec("echo out; exit 4").addErrback(function (code, out, err) {
        puts(JSON.stringify([code, out, err]));
      }); },
    ];
    var child = watch(process.createChildProcess("sh", ["-c", "cat; echo end >&2; exit 3"]));
    puts((child instanceof process.ChildProcess) + " " + (child.pid > 0));
    child.write("h\\u00e4", "utf8");
    child.close();
    """
    env = {name: os.environ[name] for name in ("PATH", "HOME")}
    lines = run_javascript(source, tmp_path, env=env).splitlines()
    assert lines[0] == "true true"
    first, second, third, fourth = (
        [line for line in part.split("\n") if line] for part in "\n".join(lines[1:]).split("exit ")[:4]
    )
    assert sorted(first) == ['error "end\\n" 1', "error null 1", 'output "hä" 1', "output null 1"]
    assert second[0] == "3 1"
    assert 'error "execvp(): No such file or directory\\n" 1' in second
    assert third[0] == "127 1"
    assert f'output "PATH={env["PATH"]}\\nA=1\\n" 1' in third
    assert fourth[0] == "0 1"
    assert lines[-2:] == ["exit 143 1", '[4,"out\\n",""]']
