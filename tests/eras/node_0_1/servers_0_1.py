"""Programs of 0.1 that serve on ports which they are given, in processes of their own."""

from __future__ import annotations

import socket
import sys

import pytest
from gevent import subprocess


def free_ports(count):
    """Ports that nobody had a moment ago."""
    sockets = [socket.socket() for _ in range(count)]
    for sock in sockets:
        sock.bind(("127.0.0.1", 0))
    ports = [sock.getsockname()[1] for sock in sockets]
    for sock in sockets:
        sock.close()
    return ports


class Program:
    """A program under `eras run --era 0.1`, which printed its first line."""

    def __init__(self, path, *arguments, ports=1, **options):
        """Start it with free ports and `arguments`; once more when somebody else took one of the ports."""
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        while True:
            self.ports = free_ports(ports)
            command = [sys.executable, "-m", "eratools.cli", "run", "--era", "0.1", str(path)]
            command += [*map(str, self.ports), *map(str, arguments)]
            self.process = subprocess.Popen(command, cwd=path.parent, **pipes)
            self.first_line = self.process.stdout.readline().decode()
            if self.first_line:
                break
            complaint = self.process.stderr.read()
            self.process.wait()
            assert b"Address already in use" in complaint, complaint.decode()

    @property
    def port(self):
        """The first port."""
        return self.ports[0]

    def line(self):
        """The next line that it prints."""
        return self.process.stdout.readline().decode()

    def end(self):
        """Wait until it ends by itself, without complaint; what else it printed."""
        out, err = self.process.communicate()
        assert (err, self.process.returncode) == (b"", 0), err.decode()
        return out.decode()

    def stop(self):
        """End it, if it did not do so by itself; it had nothing to complain of."""
        running = self.process.poll() is None
        if running:
            self.process.terminate()
        err = self.process.communicate()[1]
        assert err == b"", err.decode()


@pytest.fixture
def serving():
    """`serving(path, *arguments, ports=1)`: a running `Program`, stopped after the test."""
    programs = []

    def serve(path, *arguments, **options):
        programs.append(Program(path, *arguments, **options))
        return programs[-1]

    yield serve
    for program in programs:
        if not program.process.stdout.closed:
            program.stop()
