"""The same JavaScript program in a terminal, on the real Node 0.10.15 and on ours: the same is shown.

The first line of a program says, as JSON, what to wait for and what to type then.
"""

from __future__ import annotations

import fcntl
import importlib.util
import json
import os
import pty
import select
import struct
import sys
import termios
import time
from pathlib import Path

import pytest
from eratools.binaries import BinaryUnavailable, real_node

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.js"))
SECONDS = 60
SIZE = {"rows": 24, "columns": 70}


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_shows_the_same(program, environment):
    if importlib.util.find_spec("quickjs") is None:
        pytest.skip("needs the extra `js`: pip install 'node-eras[js]'")
    try:
        real = [str(real_node("0.10.15"))]
    except BinaryUnavailable as unavailable:
        pytest.skip(str(unavailable))
    ours = [sys.executable, "-m", "eratools.cli", "run", "--era", "0.10"]
    typed = json.loads(program.read_text().split("\n", 1)[0].removeprefix("// "))
    assert _shown(ours, program, typed, environment) == _shown(real, program, typed, environment)


def _shown(command: list[str], program: Path, typed: list[list[str]], environment: dict[str, str]) -> str:
    """All that the terminal got until the program ended, and its exit status."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(program.parent)
        size = struct.pack("HHHH", SIZE["rows"], SIZE["columns"], 0, 0)
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        os.execvpe(command[0], [*command, program.name], {**environment, "TERM": "xterm"})
    shown = b""
    seen = 0
    for awaited, keys in typed:
        while (found := shown.find(awaited.encode(), seen)) < 0:
            piece = _piece(terminal)
            assert piece, f"ended before it showed {awaited!r}: {shown!r}"
            shown += piece
        seen = found + len(awaited.encode())
        os.write(terminal, keys.encode())
    while piece := _piece(terminal):
        shown += piece
    os.close(terminal)
    return f"{shown.decode()}\n{os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}"


def _piece(terminal: int) -> bytes:
    """What the program shows next; nothing once it has ended."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.5)[0]:
            try:
                return os.read(terminal, 65536)
            except OSError:
                return b""
    raise AssertionError("the program shows nothing more, and does not end")
