"""The process of one example: `python -m eratools.examples.child WORLD EVENTS ERA FILE [ARG…]`."""

from __future__ import annotations

import sys

from nodecore import network

from eratools import generations, run
from eratools.examples import standin


def main() -> int:
    """Put the stand-in in place of the network, then do what `eras run` does."""
    world, events, era, path, *args = sys.argv[1:]
    network.use(standin.from_json(world, int(events)))
    return run.run_file(generations.find(era), path, args)


if __name__ == "__main__":
    sys.exit(main())
