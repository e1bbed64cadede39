"""What one contender did, round by round."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field

from eratools.bench.contenders import Contender


@dataclass
class Rounds:
    """What was measured of one contender, and the processor time it took, once for each round."""

    contender: Contender
    samples: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    """Seconds of processor time."""

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    @property
    def cpu_median(self) -> float:
        return statistics.median(self.cpu)
