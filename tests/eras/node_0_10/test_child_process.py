"""`child_process` of 0.10, in Python."""

import os
import signal
import sys

import pytest
from nodecore.errors import NodeError, NodeTypeError
from support import run

from eras.node_0_10 import child_process


def followed(child):
    """(events with their arguments, stdout, stderr) of a child until it is over."""
    events, text = {}, [b"", b""]
    for event in ("error", "exit", "close"):
        child.on(event, lambda *values, event=event: events.update({event: values}))

    def collect(index):
        def received(data):
            text[index] += data

        return received

    for index, stream in enumerate((child.stdout, child.stderr)):
        if stream is not None:
            stream.on("data", collect(index))
    run()
    return events, *text


def test_names():
    assert set(child_process.__all__) == {"exec_", "execFile", "fork", "spawn"}


def test_spawn():
    child = child_process.spawn("sh", ["-c", 'echo "$1"; echo err >&2; exit 3', "sh", "an argument"])
    assert child.pid > 0 and child.exitCode is None and not child.connected
    events, out, err = followed(child)
    assert events == {"exit": (3, None), "close": (3, None)}
    assert (out, err, child.exitCode) == (b"an argument\n", b"err\n", 3)


def test_options(tmp_path):
    child = child_process.spawn("/bin/sh", ["-c", "pwd; echo $A"], cwd=str(tmp_path), env={"A": 5})
    assert followed(child)[1] == f"{tmp_path}\n5\n".encode()


def test_stdin():
    child = child_process.spawn("cat")
    child.stdin.write("one ")
    child.stdin.end(b"two")
    assert followed(child)[1] == b"one two"


def test_a_megabyte_both_ways():
    data = os.urandom(1 << 20)
    child = child_process.spawn("cat")
    child.stdin.end(data)
    assert followed(child)[1] == data


@pytest.mark.parametrize(
    ("command", "options", "complaint"),
    [
        ("/no/such/file", {}, b"execvp()"),
        ("no-such-program", {}, b"execvp()"),
        ("ls", {"cwd": "/no"}, b"chdir()"),
    ],
)
def test_no_child(command, options, complaint):
    child = child_process.spawn(command, options=options)
    events, _out, err = followed(child)
    [error] = events.pop("error")
    assert (str(error), error.code, error.syscall) == ("spawn ENOENT", "ENOENT", "spawn")
    assert events == {"close": (-1, None)}
    assert err == complaint + b": No such file or directory\n"
    assert not child.kill()


def test_kill():
    child = child_process.spawn("cat")
    with pytest.raises(NodeError, match="Unknown signal: SIGFOO"):
        child.kill("SIGFOO")
    assert child.kill(0) and child.kill("SIGINT") and child.killed
    assert followed(child)[0] == {"exit": (None, "SIGINT"), "close": (None, "SIGINT")}
    assert child.signalCode == "SIGINT" and not child.kill()


def test_stdio(tmp_path):
    with open(tmp_path / "out", "wb") as out:
        child = child_process.spawn(
            "sh", ["-c", "echo one; echo three >&3"], stdio=["ignore", out.fileno(), None, "pipe"]
        )
    assert [stream is not None for stream in child.stdio] == [False, False, True, True]
    got = []
    child.stdio[3].on("data", got.append)
    followed(child)
    assert got == [b"three\n"] and (tmp_path / "out").read_bytes() == b"one\n"


def test_many_descriptors_by_number():
    child = child_process.spawn(
        "sh", ["-c", 'for n in 3 4 5 6 7; do eval "echo $n >&$n"; done'], stdio=["ignore"] * 3 + ["pipe"] * 5
    )
    got = {}
    for number in range(3, 8):
        child.stdio[number].on("data", lambda data, number=number: got.update({number: data}))
    run()
    assert got == {number: b"%d\n" % number for number in range(3, 8)}


def test_misuse_leaves_nothing_open():
    before = sorted(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else []
    for args, options in [
        ((None,), {}),
        (("ls",), {"stdio": "zork"}),
        (("ls",), {"stdio": ["pipe", "zork"]}),
        (("ls",), {"uid": "x"}),
        (("ls",), {"stdio": [None, {}]}),
    ]:
        with pytest.raises(NodeTypeError):
            child_process.spawn(*args, **options)
    with pytest.raises(NodeError, match="only one IPC pipe"):
        child_process.spawn("ls", stdio=["ipc", "ipc"])
    assert not before or sorted(os.listdir("/proc/self/fd")) == before


def test_detached_and_unref():
    child = child_process.spawn("sleep", ["30"], detached=True, stdio="ignore")
    child.unref()
    run()
    assert os.getpgid(child.pid) == child.pid
    child.ref()
    os.kill(child.pid, signal.SIGKILL)
    assert followed(child)[0]["exit"] == (None, "SIGKILL")


def told(call, *args, **options):
    got = []
    call(*args, callback=lambda *values: got.append(values), **options)
    run()
    [values] = got
    return values


def test_exec():
    assert told(child_process.exec_, "echo out; echo err >&2") == (None, "out\n", "err\n")
    error, out, err = told(child_process.exec_, "echo out; echo err >&2; exit 4")
    assert (str(error), error.code, error.signal, error.killed) == ("Command failed: err\n", 4, None, False)
    assert (out, err) == ("out\n", "err\n")


def test_exec_limits():
    error, _out, _err = told(child_process.exec_, "exec sleep 30", timeout=20, killSignal="SIGKILL")
    assert (error.killed, error.signal) == (True, "SIGKILL")
    error, out, _err = told(child_process.exec_, "exec yes", maxBuffer=10)
    assert str(error) == "stdout maxBuffer exceeded." and len(out) > 10


def test_exec_file():
    assert told(child_process.execFile, "printf", ["%s-%s", "a", "b"]) == (None, "a-b", "")
    assert told(child_process.execFile, "pwd", {"cwd": "/"}) == (None, "/\n", "")
    assert told(child_process.execFile, "/no/such/file")[0].code == "ENOENT"


PEER = """
import json, os, socket, sys
channel = socket.socket(fileno=int(os.environ["NODE_CHANNEL_FD"]))
lines, peer = channel.makefile("r"), channel.makefile("w")  # one file for both would lose what it read ahead
peer.write(json.dumps({"args": sys.argv[1:]}) + "\\n")
peer.flush()
for line in lines:
    peer.write(line)
    peer.flush()
"""


def test_fork(tmp_path):
    script = tmp_path / "peer.py"
    script.write_text(PEER)
    child = child_process.fork(str(script), ["a"], execPath=sys.executable)
    got = []

    @child.on("message")
    def message(value):
        got.append(value)
        if len(got) == 1:
            assert child.send({"text": "é\n", "list": [1, None]}) and child.send("x" * 200_000)
        elif len(got) == 3:
            child.disconnect()

    child.on("disconnect", lambda: got.append("disconnect"))
    child.on("exit", lambda code, signal: got.append(code))
    run()
    assert got == [{"args": ["a"]}, {"text": "é\n", "list": [1, None]}, "x" * 200_000, "disconnect", 0]
    errors = []
    child.on("error", lambda error: errors.append(str(error)))
    child.send("more")
    child.disconnect()
    assert errors == ["channel closed", "IPC channel is already disconnected"]
    with pytest.raises(NodeTypeError, match="message cannot be undefined"):
        child.send()


def test_listeners_do_not_keep_files_open():
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    for _ in range(5):
        followed(child_process.spawn("true"))
    assert not before or len(os.listdir("/proc/self/fd")) <= before
