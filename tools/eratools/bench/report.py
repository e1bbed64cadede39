"""What was measured, as tables for people and as JSON for machines."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from eratools import terminal
from eratools.bench.contenders import Missing
from eratools.bench.endurance import Endurance
from eratools.bench.memory import Memory
from eratools.bench.rates import Rates
from eratools.bench.slow import Waits
from eratools.bench.starting import Starts
from eratools.bench.streaming import Stream

_MIB = 1 << 20

_Result = TypeVar("_Result", Rates, Memory, Stream, Starts)


def rates_table(results: Sequence[Rates], unit: str) -> str:
    """Each contender's median and its spread, its processor time, and both beside each peer's."""
    several = any(result.what for result in results)
    rows = [["server", *(["body"] if several else []), f"{unit}/s", "lowest", "highest", "µs CPU"]]
    for name in _peers(results):
        rows[0] += [f"to {name}", "by CPU"]
    for result in results:
        numbers = [result.median, min(result.samples), max(result.samples), result.cpu_median * 1e6]
        row = [result.contender.name, *([result.what] if several else [])]
        row += [f"{number:,.{1 if number < 100 else 0}f}" for number in numbers]
        for peer in _beside(result, results, lambda one: one.what):
            row += [_ratio(result.median, peer.median), _ratio(peer.cpu_median, result.cpu_median)]
        rows.append(row)
    notes = [
        f"{result.contender.name}: {result.failures} requests failed" for result in results if result.failures
    ]
    return "\n".join([_numbers(rows, texts=2 if several else 1), *notes])


def memory_table(results: Sequence[Memory]) -> str:
    """Each contender's memory for a connection, and its ratio to each peer's."""
    rows = [["server", "KiB/connection", "MiB before", "MiB after"]]
    rows[0] += [f"to {peer}" for peer in _peers(results)]
    for result in results:
        row = [result.contender.name, f"{result.per_connection / 1024:.1f}"]
        row += [f"{size / _MIB:.1f}" for size in (result.before, result.after)]
        row += [_ratio(result.per_connection, peer.per_connection) for peer in _beside(result, results)]
        rows.append(row)
    return _numbers(rows)


def stream_table(results: Sequence[Stream]) -> str:
    """Time and memory of each contender for each way a body went, and its time beside each peer's."""
    rows = [["server", "body", "MiB", "seconds", "MiB/s", "s CPU", "MiB idle", "MiB peak", "MiB grown"]]
    for name in _peers(results):
        rows[0] += [f"to {name}", "by CPU"]
    for result in results:
        size = result.size / _MIB
        row = [result.contender.name, result.what, f"{size:,.0f}", f"{result.seconds:.1f}"]
        row += [f"{size / result.seconds:,.0f}", f"{result.cpu:.2f}"]
        row += [f"{amount / _MIB:.1f}" for amount in (result.idle, result.peak, result.growth)]
        for other in _beside(result, results, lambda one: one.what):
            row += [_ratio(other.seconds, result.seconds), _ratio(other.cpu, result.cpu)]
        rows.append(row)
    return _numbers(rows, texts=2)


def starts_table(results: Sequence[Starts]) -> str:
    """How long each contender took to start and end, and its peak; its time beside each peer's."""
    rows = [["program", "ms", "lowest", "highest", "ms CPU", "MiB peak"]]
    rows[0] += [f"to {peer}" for peer in _peers(results)]
    for result in results:
        times = [result.median, min(result.samples), max(result.samples), result.cpu_median]
        row = [result.contender.name, *(f"{seconds * 1000:.0f}" for seconds in times)]
        row += [f"{result.peak / _MIB:.1f}"]
        row += [_ratio(result.median, peer.median) for peer in _beside(result, results)]
        rows.append(row)
    return _numbers(rows)


def endurance_table(results: Sequence[Endurance]) -> str:
    """The resident memory of each contender after so many requests."""
    rows = [["server", "requests", "MiB", "MiB grown"]]
    for result in results:
        first = result.marks[0][1]
        for answered, resident in result.marks:
            grown = (resident - first) / _MIB
            rows.append([result.contender.name, f"{answered:,}", f"{resident / _MIB:.1f}", f"{grown:+.1f}"])
    notes = [
        f"{result.contender.name}: {result.failures} requests failed" for result in results if result.failures
    ]
    return "\n".join([_numbers(rows), *notes])


def waits_table(results: Sequence[Waits]) -> str:
    """How long others waited beside the crowd."""
    rows = [["server", "slow clients", "answers", "ms alone", "ms beside", "99 of 100", "longest", "core"]]
    for result in results:
        row = [result.contender.name, f"{result.connections:,}", f"{len(result.beside):,}"]
        waits = [sorted(result.alone)[len(result.alone) // 2], result.median, result.percentile]
        row += [f"{wait * 1000:.1f}" for wait in [*waits, max(result.beside)]]
        rows.append([*row, f"{result.busy:.0%}"])
    return _numbers(rows)


def as_json(results: Sequence[Any], missing: Sequence[Missing], settings: dict[str, Any]) -> str:
    """All of it: the machine, the settings, the raw numbers, who was left out."""
    data = {
        "machine": {
            "platform": platform.platform(),
            "python": platform.python_version(),
            "cores": len(os.sched_getaffinity(0)),
        },
        "settings": settings,
        "results": [_plain(result) for result in results],
        "missing": [{"name": m.name, "reason": m.reason, "command": m.command} for m in missing],
    }
    return json.dumps(data, indent=2)


_DERIVED = ("median", "cpu_median", "per_connection", "growth", "peak", "percentile")


def _plain(result: Any) -> dict[str, Any]:
    plain = asdict(result)
    contender = plain.pop("contender")
    derived = {name: getattr(result, name) for name in _DERIVED if hasattr(result, name)}
    return {"name": contender["name"], "peer": contender["is_peer"], **plain, **derived}


def _peers(results: Sequence[_Result]) -> list[str]:
    return list(dict.fromkeys(one.contender.name for one in results if one.contender.is_peer))


def _beside(
    result: _Result, results: Sequence[_Result], of: Callable[[_Result], str] = lambda one: ""
) -> list[_Result]:
    """The results of the peers at the same thing."""
    return [other for other in results if other.contender.is_peer and of(other) == of(result)]


def _ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}" if other > 0 else "-"


def _numbers(rows: list[list[str]], texts: int = 1) -> str:
    return terminal.table(rows, right=range(texts, len(rows[0])))
