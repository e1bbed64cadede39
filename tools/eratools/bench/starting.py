"""How long an empty program takes from its start to its end, and how much memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from eratools.bench import launch
from eratools.bench.contenders import Contender
from eratools.bench.processes import BenchError, cores, on_core
from eratools.bench.rounds import Rounds


@dataclass
class Starts(Rounds):
    """How many seconds one contender took, and how much memory."""

    peaks: list[int] = field(default_factory=list)
    """Bytes resident at the peak."""

    @property
    def peak(self) -> int:
        return max(self.peaks)


def measure(contenders: Sequence[Contender], rounds: int, advance: Callable[[str], None]) -> list[Starts]:
    """Start each contender `rounds` times, one after another, over and over."""
    results = [Starts(contender) for contender in contenders]
    for _ in range(rounds):
        for result in results:
            seconds, cpu, kib = _start(result.contender)
            result.samples.append(seconds)
            result.cpu.append(cpu)
            result.peaks.append(int(kib) * 1024)
            advance(result.contender.name)
    return results


def _start(contender: Contender) -> tuple[float, float, float]:
    command = (sys.executable, "-I", "-S", launch.__file__, *contender.command)
    with on_core(command, cores()[0], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        said, errors = process.communicate()
    if process.returncode != 0:
        text = errors.decode("utf-8", "replace").strip()
        raise BenchError(f"{contender.name} ended with code {process.returncode}: {text}")
    seconds, cpu, kib = map(float, said.split())
    return seconds, cpu, kib
