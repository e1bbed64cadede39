"""How much memory this process uses."""

from __future__ import annotations

import os
import resource


def memory_usage() -> dict[str, int]:
    """`rss` and `vsize`, and of the heap how much is reserved and how much is in use, in bytes."""
    page = resource.getpagesize()
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            size, resident, shared, _text, _library, data, _dirty = map(int, statm.read().split())
    except OSError:
        # A system without /proc tells no more than the most that was ever resident.
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (
            1024 if os.uname().sysname != "Darwin" else 1
        )
        return {"rss": most, "vsize": most, "heapTotal": most, "heapUsed": most}
    return {
        "rss": resident * page,
        "vsize": size * page,
        "heapTotal": data * page,
        "heapUsed": (resident - shared) * page,
    }
