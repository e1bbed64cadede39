"""Slow clients: how long others wait for their answers while a crowd sends one byte a second each."""

from __future__ import annotations

import select
import socket
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from eratools.bench import crowd
from eratools.bench.contenders import Contender
from eratools.bench.memory import allow_descriptors, ask, connect
from eratools.bench.processes import BenchError, Program, cores
from eratools.bench.servers import Server

_PAUSE = 0.01
_GATHERING_SECONDS = 120


@dataclass(frozen=True)
class Waits:
    """Seconds that others waited for an answer, with nobody else there and beside the crowd."""

    contender: Contender
    connections: int
    alone: list[float]
    beside: list[float]
    busy: float
    """Which part of a core the server used for the crowd and the others."""

    @property
    def median(self) -> float:
        return statistics.median(self.beside)

    @property
    def percentile(self) -> float:
        """What 99 of 100 answers did not exceed."""
        return sorted(self.beside)[int(len(self.beside) * 0.99)]


def measure(contender: Contender, connections: int, seconds: float, advance: Callable[[str], None]) -> Waits:
    """Ask a server on a connection that stays and on new ones, alone and beside `connections` slow ones."""
    allow_descriptors(connections)
    with Server(contender) as server:
        alone = _waits(server, min(1.0, seconds))
        with _crowd(server, connections) as clients:
            _until_ready(clients)
            before, start = server.cpu(), time.monotonic()
            beside = _waits(server, seconds)
            busy = (server.cpu() - before) / (time.monotonic() - start)
            clients.check()
            if server.descriptors() < connections:
                raise BenchError(f"{server.name} does not keep {connections} slow connections")
    advance(contender.name)
    return Waits(contender, connections, alone, beside, busy)


def _crowd(server: Server, connections: int) -> Program:
    command = (sys.executable, crowd.__file__, str(server.port), str(connections))
    return Program("the crowd", command, core=cores()[1], output=True)


def _until_ready(clients: Program) -> None:
    ready, _, _ = select.select([clients.stdout], [], [], _GATHERING_SECONDS)
    if not ready:
        raise BenchError(f"the crowd has not gathered after {_GATHERING_SECONDS} seconds")
    if not clients.stdout.readline():
        clients.fail()


def _waits(server: Server, seconds: float) -> list[float]:
    waits: list[float] = []
    end = time.monotonic() + seconds
    try:
        with connect(server) as stays:
            while time.monotonic() < end or not waits:
                waits.append(_wait(stays))
                start = time.perf_counter()
                with connect(server) as comes:
                    ask(comes)
                waits.append(time.perf_counter() - start)
                time.sleep(_PAUSE)
    except OSError as error:
        server.check()
        raise BenchError(f"{server.name}: {error}") from error
    return waits


def _wait(client: socket.socket) -> float:
    start = time.perf_counter()
    ask(client)
    return time.perf_counter() - start
