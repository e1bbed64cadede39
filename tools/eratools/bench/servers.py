"""Starting a contender on a core of its own, finding it ready, looking at its memory, ending it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from eratools.bench.contenders import Contender

_READY_SECONDS = 30


class BenchError(Exception):
    """Why something cannot be measured."""


def cores() -> tuple[int, int]:
    """A core for the server and one for the load; the same one if there is only one."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[0], usable[-1]


class Server:
    """A contender's process while it runs: `with Server(contender) as server: …`."""

    def __init__(self, contender: Contender) -> None:
        self.contender = contender
        self.port = _free_port()

    def __enter__(self) -> Server:
        core = cores()[0]
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [*self.contender.command, str(self.port)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}),
        )
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_exc: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()

    def _wait(self) -> None:
        deadline = time.monotonic() + _READY_SECONDS
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
                return
            except OSError:
                self.check()
                time.sleep(0.02)
        raise BenchError(f"{self.contender.name} does not listen after {_READY_SECONDS} seconds")

    def check(self) -> None:
        """Raise what the server said if it has ended."""
        if self._process.poll() is not None:
            self._errors.seek(0)
            said = self._errors.read().decode("utf-8", "replace").strip()
            raise BenchError(f"{self.contender.name} ended with code {self._process.returncode}: {said}")

    def resident(self) -> int:
        """The bytes of memory that are resident now."""
        return self._status("VmRSS")

    def peak(self) -> int:
        """The most bytes of memory that ever were resident."""
        return self._status("VmHWM")

    def _status(self, field: str) -> int:
        self.check()
        text = Path(f"/proc/{self._process.pid}/status").read_text()
        found = re.search(rf"^{field}:\s+(\d+) kB", text, re.MULTILINE)
        if found is None:
            raise BenchError(f"the system does not tell {field} of a process")
        return int(found[1]) * 1024


def _free_port() -> int:
    # A server of 0.1 cannot tell which port it got, so it is told one.
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]
