"""What was measured, as tables for people and as JSON for machines."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from eratools import terminal
from eratools.bench.contenders import Missing
from eratools.bench.memory import Memory
from eratools.bench.rates import Rates
from eratools.bench.streaming import Stream

_MIB = 1 << 20


def rates_table(results: Sequence[Rates]) -> str:
    """Each contender's median, its spread, and its ratio to each peer."""
    peers = [result for result in results if result.contender.is_peer]
    rows: list[list[str]] = [["server", "requests/s", "lowest", "highest"]]
    rows[0] += [f"to {peer.contender.name}" for peer in peers]
    for result in results:
        numbers = [result.median, min(result.samples), max(result.samples)]
        ratios = [f"{result.median / peer.median:.2f}" for peer in peers]
        rows.append([result.contender.name, *(f"{number:,.0f}" for number in numbers), *ratios])
    notes = [
        f"{result.contender.name}: {result.failures} requests failed" for result in results if result.failures
    ]
    return "\n".join([_numbers(rows), *notes])


def memory_table(results: Sequence[Memory]) -> str:
    """Each contender's memory for a connection, and its ratio to each peer's."""
    peers = [result for result in results if result.contender.is_peer]
    rows = [["server", "KiB/connection", "MiB before", "MiB after"]]
    rows[0] += [f"to {peer.contender.name}" for peer in peers]
    for result in results:
        row = [result.contender.name, f"{result.per_connection / 1024:.1f}"]
        row += [f"{size / _MIB:.1f}" for size in (result.before, result.after)]
        row += [_ratio(result.per_connection, peer.per_connection) for peer in peers]
        rows.append(row)
    return _numbers(rows)


def stream_table(results: Sequence[Stream]) -> str:
    """The peak of each contender for each way a body went."""
    rows = [["server", "body", "MiB", "seconds", "MiB/s", "MiB idle", "MiB peak", "MiB grown"]]
    for result in results:
        size = result.size / _MIB
        row = [result.contender.name, result.what, f"{size:,.0f}", f"{result.seconds:.1f}"]
        row.append(f"{size / result.seconds:,.0f}")
        row += [f"{amount / _MIB:.1f}" for amount in (result.idle, result.peak, result.growth)]
        rows.append(row)
    return _numbers(rows, texts=2)


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


def _plain(result: Any) -> dict[str, Any]:
    plain = asdict(result)
    contender = plain.pop("contender")
    derived = {
        name: getattr(result, name)
        for name in ("median", "per_connection", "growth")
        if hasattr(result, name)
    }
    return {"name": contender["name"], "peer": contender["is_peer"], **plain, **derived}


def _ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}" if other > 0 else "-"


def _numbers(rows: list[list[str]], texts: int = 1) -> str:
    return terminal.table(rows, right=range(texts, len(rows[0])))
