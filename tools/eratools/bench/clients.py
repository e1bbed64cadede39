"""Requests a second of a client: the same program on each contender, against one fast server beside it."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Iterator

from eratools.bench import rates
from eratools.bench.contenders import PROGRAMS, Contender
from eratools.bench.processes import BenchError, Program, cores
from eratools.bench.servers import Server

REQUESTS_A_LINE = 1000
"""The program prints a line for so many answers."""

_SILENCE_SECONDS = 60
_SERVER = Contender("the server", (sys.executable, str(PROGRAMS / "hello_bare.py")), is_peer=True)


def asking(seconds: int) -> rates.Run:
    """The run that measures a client."""

    def run(contender: Contender) -> Iterator[tuple[str, rates.Sample]]:
        with (
            Server(_SERVER, core=cores()[1]) as server,
            Program(contender.name, (*contender.command, str(server.port)), output=True) as client,
        ):
            _lines_until(client, time.monotonic() + rates.WARM_UP_SECONDS)
            start, before = time.monotonic(), client.cpu()
            requests = REQUESTS_A_LINE * _lines_until(client, start + seconds)
            yield (
                "",
                rates.Sample(
                    requests / (time.monotonic() - start), (client.cpu() - before) / requests, failures=0
                ),
            )

    return run


def _lines_until(client: Program, end: float) -> int:
    """Count what the client prints until its first line after `end`."""
    lines = 0
    while time.monotonic() < end or not lines:
        ready, _, _ = select.select([client.stdout], [], [], _SILENCE_SECONDS)
        if not ready:
            raise BenchError(f"{client.name} has not said anything for {_SILENCE_SECONDS} seconds")
        part = os.read(client.stdout.fileno(), 65536)
        if not part:
            client.fail()
        lines += part.count(b"\n")
    return lines
