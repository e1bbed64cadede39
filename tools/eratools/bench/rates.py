"""How often a second: contenders in alternation, each with its rate and its processor time round by round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from eratools.bench.contenders import Contender
from eratools.bench.processes import Program
from eratools.bench.rounds import Rounds
from eratools.bench.wrk import Load

WARM_UP_SECONDS = 1


@dataclass(frozen=True)
class Sample:
    """One run: so many times a second, and the seconds of processor time of each time."""

    rate: float
    cpu: float
    failures: int = 0


@dataclass
class Rates(Rounds):
    """How often a second one contender did something (`what`, if there are several things)."""

    what: str = ""
    failures: int = 0
    """Answers that were errors, and connections that broke, over all rounds."""

    def add(self, sample: Sample) -> None:
        """Count one more round."""
        self.samples.append(sample.rate)
        self.cpu.append(sample.cpu)
        self.failures += sample.failures


Run = Callable[[Contender], Iterable[tuple[str, Sample]]]
"""Measures a contender once: a sample of each thing that is measured."""


def measure(
    contenders: Sequence[Contender], rounds: int, run: Run, advance: Callable[[str], None]
) -> list[Rates]:
    """Measure each contender `rounds` times, one after another, over and over."""
    results: dict[tuple[str, Contender], Rates] = {}
    for _ in range(rounds):
        for contender in contenders:
            for what, sample in run(contender):
                results.setdefault((what, contender), Rates(contender, what=what)).add(sample)
            advance(contender.name)
    order = list(dict.fromkeys(what for what, _ in results))
    return sorted(results.values(), key=lambda result: order.index(result.what))


def under_load(program: Program, generate: Callable[[int], Load], seconds: int) -> Sample:
    """Warm a server up, then load it for `seconds`."""
    generate(WARM_UP_SECONDS)
    before = program.cpu()
    load = generate(seconds)
    used = program.cpu() - before
    return Sample(load.rate, used / max(1, load.requests), load.failures)
