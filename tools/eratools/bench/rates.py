"""Requests a second: the contenders in alternation, each on one core with `wrk` on another."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from eratools.bench.contenders import Contender
from eratools.bench.servers import BenchError, Server, cores

BODY = b"Hello World\n"
_WARM_UP_SECONDS = 1


@dataclass
class Rates:
    """What one contender reached, round by round."""

    contender: Contender
    samples: list[float] = field(default_factory=list)
    failures: int = 0
    """Answers that were errors, and connections that broke, over all rounds."""

    @property
    def median(self) -> float:
        return statistics.median(self.samples)


def measure(
    contenders: Sequence[Contender],
    rounds: int,
    seconds: int,
    connections: int,
    advance: Callable[[str], None],
) -> list[Rates]:
    """Measure each contender `rounds` times, one after another, over and over."""
    results = [Rates(contender) for contender in contenders]
    for _ in range(rounds):
        for result in results:
            with Server(result.contender) as server:
                check_answer(server)
                load(server.port, connections, _WARM_UP_SECONDS)
                rate, failures = load(server.port, connections, seconds)
                server.check()
            result.samples.append(rate)
            result.failures += failures
            advance(result.contender.name)
    return results


def check_answer(server: Server) -> None:
    """See that the server says what every contender must say."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        connection.request("GET", "/")
        response = connection.getresponse()
        seen = (response.status, response.getheader("content-type"), response.read())
    except (OSError, http.client.HTTPException) as error:
        raise BenchError(f"{server.contender.name} does not answer: {error!r}") from error
    finally:
        connection.close()
    if seen != (200, "text/plain", BODY):
        raise BenchError(f"{server.contender.name} answers something else: {seen}")


def load(port: int, connections: int, seconds: int) -> tuple[float, int]:
    """Let `wrk` ask for `seconds`; returns the requests a second and how many failed."""
    wrk = shutil.which("wrk")
    if wrk is None:
        raise BenchError("wrk is not installed; to install it: apt install wrk (or brew install wrk)")
    core = cores()[1]
    done = subprocess.run(
        [wrk, "-t1", f"-c{connections}", f"-d{seconds}s", f"http://127.0.0.1:{port}/"],
        capture_output=True,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, {core}),
    )
    return parse(done.stdout or done.stderr)


def parse(output: str) -> tuple[float, int]:
    """The rate and the number of failures in what `wrk` printed."""
    rate = re.search(r"Requests/sec:\s+([\d.]+)", output)
    if rate is None:
        raise BenchError(f"wrk said: {output.strip()}")
    errors = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", output)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    failures = sum(map(int, errors.groups())) if errors else 0
    return float(rate[1]), failures + (int(refused[1]) if refused else 0)
