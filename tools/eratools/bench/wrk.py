"""`wrk`, the load generator: what it is told, and what it tells."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from eratools.bench.processes import BenchError, cores, on_core


@dataclass(frozen=True)
class Load:
    """What came of asking for a while; `failures` counts errors and broken connections."""

    requests: int
    rate: float
    failures: int


def load(
    url: str, connections: int, seconds: int, *, script: Path | None = None, openssl: Path | None = None
) -> Load:
    """Ask for `url` over and over for `seconds`; `script` is in wrk's Lua, `openssl` a file of settings."""
    wrk = shutil.which("wrk")
    if wrk is None:
        raise BenchError("wrk is not installed; to install it: apt install wrk (or brew install wrk)")
    command = [wrk, "-t1", f"-c{connections}", f"-d{seconds}s"]
    if script is not None:
        command += ["-s", str(script)]
    if openssl is not None:
        command = ["env", f"OPENSSL_CONF={openssl}", *command]
    with on_core([*command, url], cores()[1], stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        said, _ = process.communicate()
    return parse(said.decode("utf-8", "replace"))


def parse(output: str) -> Load:
    """What `wrk` printed."""
    rate = re.search(r"Requests/sec:\s+([\d.]+)", output)
    count = re.search(r"(\d+) requests in ", output)
    if rate is None or count is None:
        raise BenchError(f"wrk said: {output.strip()}")
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", output)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    failures = sum(map(int, errors.groups())) if errors else 0
    return Load(int(count[1]), float(rate[1]), failures + (int(refused[1]) if refused else 0))
