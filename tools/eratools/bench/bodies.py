"""Bodies of a mebibyte, both ways: a server takes them, gives them in pieces and gives them at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from eratools.bench import rates, wrk
from eratools.bench.contenders import PROGRAMS, Contender
from eratools.bench.servers import Server

SIZE = 1 << 20

WAYS = {
    "upload": ("/", PROGRAMS / "upload.lua"),
    "download in pieces": (f"/{SIZE}", None),
    "download at once": (f"/{SIZE}?once", None),
}


def exchanging(seconds: int, connections: int) -> rates.Run:
    """The run that measures a server with bodies."""

    def run(contender: Contender) -> Iterator[tuple[str, rates.Sample]]:
        with Server(contender) as server:
            for what, (path, script) in WAYS.items():
                url = f"http://127.0.0.1:{server.port}{path}"
                ask = partial(wrk.load, url, connections, script=script)
                yield what, rates.under_load(server, ask, seconds)
                server.check()

    return run
