"""Memory over many requests: what a server holds after each tenth of them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from eratools.bench import hello, wrk
from eratools.bench.contenders import Contender
from eratools.bench.servers import Server

MARKS = 10


@dataclass
class Endurance:
    """Requests that were answered, and the resident bytes after them, mark by mark."""

    contender: Contender
    marks: list[tuple[int, int]] = field(default_factory=list)
    failures: int = 0

    @property
    def growth(self) -> int:
        """From the first mark, when everything was used once, to the last."""
        return self.marks[-1][1] - self.marks[0][1]


def measure(
    contender: Contender, requests: int, connections: int, advance: Callable[[str], None]
) -> Endurance:
    """Ask one server for at least `requests` answers."""
    result = Endurance(contender)
    answered, rate = 0, 0.0
    with Server(contender) as server:
        hello.check_answer(server)
        for mark in range(1, MARKS + 1):
            target = requests * mark / MARKS
            while answered < target:
                # wrk is told seconds, not requests; short runs would be more of setting up than of asking
                seconds = math.ceil((target - answered) / rate) if rate else 1
                load = wrk.load(f"http://127.0.0.1:{server.port}/", connections, seconds)
                server.check()
                answered, rate = answered + load.requests, max(1.0, load.rate)
                result.failures += load.failures
            result.marks.append((answered, server.resident()))
            advance(contender.name)
    return result
