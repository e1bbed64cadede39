"""Running one program on the real Node and on ours, and what of it must agree."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from eratools.binaries import BinaryUnavailable, real_node

VERSION = "0.10.15"
SECONDS = 60


@dataclass
class Outcome:
    """What a program left behind."""

    stdout: str
    stderr: str
    exit_code: int


@pytest.fixture(scope="session")
def environment(tmp_path_factory):
    """The variables a program runs with; `PEMS` names a folder of keys and certificates."""
    variables = {**os.environ, "TZ": "UTC", "NO_COLOR": "1"}
    variables.pop("NODE_PATH", None)
    if importlib.util.find_spec("OpenSSL") is not None:
        import pems

        variables["PEMS"] = str(tmp_path_factory.mktemp("pems"))
        pems.write(Path(variables["PEMS"]))
    return variables


@pytest.fixture(scope="session")
def real(environment):
    """Run a program on the real Node of this generation."""
    try:
        node = real_node(VERSION)
    except BinaryUnavailable as unavailable:
        pytest.skip(str(unavailable))
    return lambda program: _run([str(node), program.name], program, environment)


@pytest.fixture(scope="session")
def ours(environment):
    """Run a program on our generation."""
    if importlib.util.find_spec("quickjs") is None:
        pytest.skip("needs the extra `js`: pip install 'node-eras[js]'")
    command = [sys.executable, "-m", "eratools.cli", "run", "--era", "0.10"]
    return lambda program: _run([*command, program.name], program, environment)


def _run(command: list[str], program: Path, environment: dict[str, str]) -> Outcome:
    done = subprocess.run(
        command,
        cwd=program.parent,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
    )
    stdout, stderr = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    return Outcome(stdout, _essence(stderr, program), done.returncode)


def _essence(stderr: str, program: Path) -> str:
    """stderr without what may differ: folders, columns, the frames inside each implementation."""
    text = stderr.replace(str(program.parent) + os.sep, "")
    # Above its message an error shows the line that threw it, which may be one of Node's own source.
    text = re.sub(rf"\A\s*(?!{re.escape(program.stem)})\S+\.(?:js|py):\d+\n.*\n\s*\^\n", "", text)
    lines = [_essence_of_line(line, program) for line in text.splitlines()]
    return "\n".join(line for line in lines if line).strip()


def _essence_of_line(line: str, program: Path) -> str:
    if line.strip() == "^":
        return ""
    if not re.match(r"\s+at ", line):
        return line
    inside = re.search(rf"{re.escape(program.name)}:\d+", line)
    return f"    at {inside[0]}" if inside else ""
