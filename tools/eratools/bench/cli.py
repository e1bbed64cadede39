"""`eras bench`: its options, and who does what."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from eratools import terminal
from eratools.bench import contenders, memory, rates, report, streaming
from eratools.bench.servers import BenchError

_DESCRIPTION = """\
Measure the generations beside their peers: the real Node, and fast Python servers. Servers are started
one after another, on one core, with the load on another. Peers that cannot be had are named and left out.
"""

_EXAMPLES = """\
examples:
  eras bench http --era 0.10 --peer node@0.10.48 --peer uvicorn
  eras bench http --era 0.1 --era 0.10 --js --peer bare --rounds 3 --json rates.json
  eras bench memory --era 0.10 --peer node@0.10.48 --connections 10000
  eras bench stream --era 0.10
"""

_PEERS = "node@VERSION, uvicorn, or bare (gevent and httptools without any API); may be repeated"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `bench` to the commands of `eras`."""
    parser = commands.add_parser(
        "bench",
        help="measure the generations beside real Node and fast Python servers",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(title="measurements", metavar="WHAT", required=True)
    _add_http(kinds)
    _add_memory(kinds)
    _add_stream(kinds)


def _add_http(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add(kinds, "http", "requests a second of a hello world", _http, _PEERS)
    parser.add_argument("--connections", type=_positive, default=64, metavar="N", help="default: 64")
    parser.add_argument("--seconds", type=_positive, default=3, metavar="N", help="for each run (3)")
    parser.add_argument("--rounds", type=_positive, default=5, metavar="N", help="runs of each server (5)")


def _add_memory(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add(kinds, "memory", "resident memory for each idle keep-alive connection", _memory, _PEERS)
    parser.add_argument("--connections", type=_positive, default=10_000, metavar="N", help="default: 10000")


def _add_stream(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "peak memory while a big body goes up or down"
    parser = _add(kinds, "stream", text, _stream, "node@VERSION; may be repeated")
    parser.add_argument("--mib", type=_positive, default=1024, metavar="N", help="size of the body (1024)")


def _add(
    kinds: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    text: str,
    measure: Callable[[argparse.Namespace], int],
    peers: str,
) -> argparse.ArgumentParser:
    parser = kinds.add_parser(name, help=text, description=f"Measure {text}.")
    parser.add_argument("--era", action="append", default=[], metavar="ERA", help="may be repeated (0.10)")
    parser.add_argument("--js", action="store_true", help="also the JavaScript program, under `eras run`")
    parser.add_argument("--peer", action="append", default=[], metavar="PEER", help=peers)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the raw numbers, too")
    parser.set_defaults(handler=_reporting_errors(measure))
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _reporting_errors(measure: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    def handler(options: argparse.Namespace) -> int:
        try:
            return measure(options)
        except BenchError as error:
            print(f"eras bench: {error}", file=sys.stderr)
            return 1

    return handler


def _http(options: argparse.Namespace) -> int:
    found, missing = _gather("hello", options)
    with terminal.Progress(len(found) * options.rounds, "measuring") as progress:
        results = rates.measure(found, options.rounds, options.seconds, options.connections, progress.advance)
    return _show(report.rates_table(results), results, missing, options)


def _memory(options: argparse.Namespace) -> int:
    found, missing = _gather("hello", options)
    with terminal.Progress(len(found), "measuring") as progress:
        results = [memory.measure(one, options.connections, progress.advance) for one in found]
    return _show(report.memory_table(results), results, missing, options)


def _stream(options: argparse.Namespace) -> int:
    found, missing = _gather("stream", options)
    size = options.mib << 20
    with terminal.Progress(len(found) * len(streaming.WAYS), "measuring") as progress:
        results = [
            streaming.measure(one, what, size, progress.advance) for what in streaming.WAYS for one in found
        ]
    return _show(report.stream_table(results), results, missing, options)


def _gather(
    program: str, options: argparse.Namespace
) -> tuple[list[contenders.Contender], list[contenders.Missing]]:
    eras = options.era or ([] if options.peer else ["0.10"])
    found, missing = contenders.gather(program, eras, options.peer, options.js)
    for absent in missing:
        print(absent, file=sys.stderr)
    if not found:
        raise BenchError("nothing is left to measure")
    return found, missing


def _show(
    table: str, results: Sequence[Any], missing: Sequence[contenders.Missing], options: argparse.Namespace
) -> int:
    print(table)
    if options.json is not None:
        settings = {
            name: getattr(options, name, None) for name in ("connections", "seconds", "rounds", "mib")
        }
        settings = {name: value for name, value in settings.items() if value is not None}
        options.json.write_text(report.as_json(results, missing, settings) + "\n", encoding="utf-8")
    return 0
