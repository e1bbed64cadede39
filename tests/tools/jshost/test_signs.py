"""Whoever sees what a program does finds what it wrote to its peers before that."""

from __future__ import annotations

import select
import socket
import subprocess
import sys
from contextlib import ExitStack

import pytest

pytest.importorskip("quickjs")

# Two peers have asked before either is answered, and the callback that answers the first lasts some time:
# less than the kernel keeps back a write by itself.
PROGRAMS = {
    "0.1": """
        var tcp = require("tcp"), sys = require("sys"), posix = require("posix"), count = 0;
        function busy(ms) { var end = new Date().getTime() + ms; while (new Date().getTime() < end); }
        tcp.createServer(function (socket) {
          socket.addListener("receive", function () { socket.send("answer"); SIGN; busy(120); });
          if (++count == 2) { sys.puts("ready"); sys.puts(posix.openSync("FLAG", 0, 0) && "asked"); }
        }).listen(PORT, "127.0.0.1");
        sys.puts("listening");
    """,
    "0.10": """
        var net = require('net'), fs = require('fs'), spawn = require('child_process').spawn, count = 0;
        function busy(ms) { var end = Date.now() + ms; while (Date.now() < end); }
        net.createServer(function (socket) {
          socket.on('data', function () { socket.write('answer'); SIGN; busy(120); });
          if (++count == 2) { console.log('ready'); fs.readFileSync('FLAG'); }
        }).listen(PORT, '127.0.0.1', function () { console.log('listening'); });
    """,
}

SIGNS = [
    ("0.1", 'sys.puts("seen")'),
    ("0.1", 'sys.debug("seen")'),
    ("0.1", 'posix.writeSync(1, "seen\\n")'),
    ("0.1", 'posix.write(1, "seen\\n")'),
    ("0.10", "console.log('seen')"),
    ("0.10", "console.error('seen')"),
    ("0.10", "fs.writeFileSync('/dev/stdout', 'seen\\n')"),
    ("0.10", "fs.writeFile('/dev/stdout', 'seen\\n')"),
    ("0.10", "spawn('echo', ['seen'], {stdio: 'inherit'})"),
]


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return sock.getsockname()[1]


@pytest.mark.parametrize("era, sign", SIGNS)
def test_an_answer_is_there_before_a_sign_is_seen(era, sign, tmp_path):
    port = free_port()
    flag = tmp_path / "flag"
    subprocess.run(["mkfifo", flag], check=True)  # to open it waits for the other end
    source = PROGRAMS[era].replace("FLAG", str(flag)).replace("PORT", str(port)).replace("SIGN", sign)
    program = tmp_path / "program.js"
    program.write_text(source)
    command = [sys.executable, "-m", "eratools.cli", "run", "--era", era, str(program)]
    with ExitStack() as stack:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        stack.enter_context(process)
        stack.callback(process.kill)
        lines = iter(process.stdout.readline, "")
        assert next(lines) == "listening\n"
        peers = [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(2)]
        for line in lines:
            if line == "ready\n":
                break
        for peer in peers:
            peer.sendall(b"question")
        with open(flag, "w"):
            pass
        for line in lines:
            if "seen" in line:
                break
        answered, _, _ = select.select(peers, [], [], 0)
        assert {peer.recv(100) for peer in answered} == {b"answer"}
