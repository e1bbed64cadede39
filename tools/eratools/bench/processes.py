"""A program under measurement: started on a core of its own, its memory and processor time, its end."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import IO, NoReturn

_TICK = os.sysconf("SC_CLK_TCK")


class BenchError(Exception):
    """Why something cannot be measured."""


def cores() -> tuple[int, int]:
    """A core for what is measured and one for everything else; the same one if there is only one."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[0], usable[-1]


def on_core(command: Sequence[str], core: int, *, stdout: int, stderr: int | IO[bytes]) -> subprocess.Popen:
    """Start `command` on `core`."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        preexec_fn=lambda: os.sched_setaffinity(0, {core}),
    )


class Program:
    """A process while it runs: `with Program(name, command) as program: …`."""

    def __init__(self, name: str, command: Sequence[str], *, core: int | None = None, output: bool = False):
        """`core` is where it runs, the measured one unless given; with `output`, `stdout` can be read."""
        self.name = name
        self._command = command
        self._core = cores()[0] if core is None else core
        self._output = subprocess.PIPE if output else subprocess.DEVNULL

    def __enter__(self) -> Program:
        self._errors = tempfile.TemporaryFile()
        self._process = on_core(self._command, self._core, stdout=self._output, stderr=self._errors)
        return self

    def __exit__(self, *_exc: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._errors.close()

    @property
    def stdout(self) -> IO[bytes]:
        """What it prints, if that was asked for."""
        assert self._process.stdout is not None
        return self._process.stdout

    def check(self) -> None:
        """Raise what the program said if it has ended."""
        if self._process.poll() is not None:
            self.fail()

    def fail(self) -> NoReturn:
        """Wait for the end of the program and raise what it said."""
        code = self._process.wait()
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace").strip()
        raise BenchError(f"{self.name} ended with code {code}: {said}")

    def cpu(self) -> float:
        """Seconds of processor time that it has used, in the kernel too."""
        fields = self._read("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK

    def resident(self) -> int:
        """The bytes of memory that are resident now."""
        return self._status("VmRSS")

    def peak(self) -> int:
        """The most bytes of memory that ever were resident."""
        return self._status("VmHWM")

    def descriptors(self) -> int:
        """How many files and connections it has open."""
        self.check()
        return len(os.listdir(f"/proc/{self._process.pid}/fd"))

    def _status(self, field: str) -> int:
        found = re.search(rf"^{field}:\s+(\d+) kB", self._read("status"), re.MULTILINE)
        if found is None:
            raise BenchError(f"the system does not tell {field} of a process")
        return int(found[1]) * 1024

    def _read(self, file: str) -> str:
        self.check()
        return Path(f"/proc/{self._process.pid}/{file}").read_text()
