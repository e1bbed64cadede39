"""`eras bench`: its options, and who does what."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from eratools import arguments, terminal
from eratools.bench import (
    bodies,
    clients,
    contenders,
    endurance,
    hello,
    memory,
    rates,
    report,
    slow,
    starting,
    streaming,
)
from eratools.bench.processes import BenchError

_DESCRIPTION = """\
Measure the generations beside their peers: the real Node, and fast Python
servers. Programs are started one after another, on one core, with the load on
another. Peers that cannot be had are named and left out.
"""

_EPILOG = """\
`to PEER` is the ratio of what was reached, `by CPU` the same from the
processor time that was used for it: a busy machine disturbs that less.

examples:
  eras bench http --era 0.10 --peer node@0.10.48 --peer uvicorn
  eras bench http --era 0.1 --era 0.10 --js --peer bare --json rates.json
  eras bench client --era 0.10 --peer node@0.10.48
  eras bench bodies --era 0.10 --peer node@0.10.48
  eras bench tls --era 0.10 --peer node@0.10.48
  eras bench memory --era 0.10 --peer node@0.10.48 --connections 10000
  eras bench proxy --era 0.10 --peer node@0.10.48
  eras bench stream --era 0.10
  eras bench start --era 0.10 --js --peer node@0.10.48
  eras bench requests --era 0.10 --js
  eras bench slow --era 0.10 --peer node@0.10.48
"""

_NODE = "node@VERSION; may be repeated"
_ALL = "node@VERSION, uvicorn, or bare (gevent and httptools without any API); may be repeated"

_Parser = argparse.ArgumentParser
_Kinds = argparse._SubParsersAction


def add_parser(commands: _Kinds[_Parser]) -> None:
    """Add `bench` to the commands of `eras`."""
    parser = commands.add_parser(
        "bench",
        help="measure the generations beside real Node and fast Python servers",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(title="measurements", metavar="WHAT", required=True)
    _add_rates(kinds)
    _add_memory(kinds)
    _add_times(kinds)


def _add_rates(kinds: _Kinds[_Parser]) -> None:
    http = _add(kinds, "http", "requests a second of a hello world", _http, _ALL)
    client = _add(kinds, "client", "requests a second of a client, 64 at a time", _client, _NODE)
    body = _add(kinds, "bodies", "bodies of 1 MiB a second, up and down", _bodies, _NODE)
    tls = _add(kinds, "tls", "requests a second of a hello world over TLS", _tls, _NODE)
    for parser, seconds, rounds in ((http, 3, 5), (client, 3, 5), (body, 2, 3), (tls, 3, 5)):
        _count(parser, "seconds", seconds, "for each run")
        _count(parser, "rounds", rounds, "runs of each program")
    for parser, connections in ((http, 64), (body, 8), (tls, 64)):
        _count(parser, "connections", connections, "at the same time")


def _add_memory(kinds: _Kinds[_Parser]) -> None:
    idle = _add(kinds, "memory", "resident memory for each idle keep-alive connection", _memory, _ALL)
    _count(idle, "connections", 10_000, "that stay")
    stream = _add(kinds, "stream", "peak memory while a big body goes up or down", _stream, _NODE)
    proxy = _add(kinds, "proxy", "peak memory and time while a big body goes through a proxy", _proxy, _NODE)
    for parser in (stream, proxy):
        _count(parser, "mib", 1024, "size of the body")
    requests = _add(kinds, "requests", "resident memory over a great many requests", _requests, _ALL)
    _count(requests, "requests", 1_000_000, "to be answered")
    _count(requests, "connections", 64, "at the same time")


def _add_times(kinds: _Kinds[_Parser]) -> None:
    start = _add(kinds, "start", "time and memory of an empty program", _start, _NODE)
    _count(start, "rounds", 15, "starts of each program")
    text = "how long others wait beside clients that send one byte a second"
    crowd = _add(kinds, "slow", text, _slow, _ALL)
    _count(crowd, "connections", 10_000, "slow clients")
    _count(crowd, "seconds", 5, "of asking")


def _add(
    kinds: _Kinds[_Parser], name: str, text: str, measure: Callable[[argparse.Namespace], int], peers: str
) -> _Parser:
    parser = kinds.add_parser(name, help=text, description=f"Measure {text}.")
    parser.add_argument("--era", action="append", default=[], metavar="ERA", help="may be repeated (0.10)")
    parser.add_argument("--js", action="store_true", help="also the JavaScript program, under `eras run`")
    parser.add_argument("--peer", action="append", default=[], metavar="PEER", help=peers)
    parser.add_argument(
        "--json", type=arguments.report_file, metavar="FILE", help="write the raw numbers, too"
    )
    parser.set_defaults(handler=_reporting_errors(measure), settings=())
    return parser


def _count(parser: _Parser, name: str, default: int, text: str) -> None:
    parser.add_argument(
        f"--{name}", type=arguments.count, default=default, metavar="N", help=f"{text} ({default})"
    )
    parser.set_defaults(settings=(*parser.get_default("settings"), name))


def _reporting_errors(measure: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    def handler(options: argparse.Namespace) -> int:
        try:
            return measure(options)
        except BenchError as error:
            print(f"eras bench: {error}", file=sys.stderr)
            return 1

    return handler


def _http(options: argparse.Namespace) -> int:
    return _rates("hello", "requests", hello.plain(options.seconds, options.connections), options)


def _client(options: argparse.Namespace) -> int:
    return _rates("client", "requests", clients.asking(options.seconds), options)


def _bodies(options: argparse.Namespace) -> int:
    return _rates("stream", "bodies", bodies.exchanging(options.seconds, options.connections), options)


def _tls(options: argparse.Namespace) -> int:
    with hello.encrypted(options.seconds, options.connections) as run:
        return _rates("tls", "requests", run, options)


def _rates(program: str, unit: str, run: rates.Run, options: argparse.Namespace) -> int:
    found, missing = _gather(program, options)
    with terminal.Progress(len(found) * options.rounds, "measuring") as progress:
        results = rates.measure(found, options.rounds, run, progress.advance)
    return _show(report.rates_table(results, unit), results, missing, options)


def _memory(options: argparse.Namespace) -> int:
    found, missing = _gather("hello", options)
    with terminal.Progress(len(found), "measuring") as progress:
        results = [memory.measure(one, options.connections, progress.advance) for one in found]
    return _show(report.memory_table(results), results, missing, options)


def _stream(options: argparse.Namespace) -> int:
    return _streams("stream", streaming.WAYS, streaming.measure, options)


def _proxy(options: argparse.Namespace) -> int:
    return _streams("proxy", streaming.PROXY_WAYS, streaming.measure_proxy, options)


def _streams(
    program: str,
    ways: Iterable[str],
    measure: Callable[[contenders.Contender, str, int, Callable[[str], None]], streaming.Stream],
    options: argparse.Namespace,
) -> int:
    found, missing = _gather(program, options)
    runs = [(one, what) for what in ways for one in found]
    with terminal.Progress(len(runs), "measuring") as progress:
        results = [measure(one, what, options.mib << 20, progress.advance) for one, what in runs]
    return _show(report.stream_table(results), results, missing, options)


def _requests(options: argparse.Namespace) -> int:
    found, missing = _gather("hello", options)
    with terminal.Progress(len(found) * endurance.MARKS, "measuring") as progress:
        results = [
            endurance.measure(one, options.requests, options.connections, progress.advance) for one in found
        ]
    return _show(report.endurance_table(results), results, missing, options)


def _start(options: argparse.Namespace) -> int:
    found, missing = _gather("empty", options)
    with terminal.Progress(len(found) * options.rounds, "measuring") as progress:
        results = starting.measure(found, options.rounds, progress.advance)
    return _show(report.starts_table(results), results, missing, options)


def _slow(options: argparse.Namespace) -> int:
    found, missing = _gather("hello", options)
    with terminal.Progress(len(found), "measuring") as progress:
        results = [slow.measure(one, options.connections, options.seconds, progress.advance) for one in found]
    return _show(report.waits_table(results), results, missing, options)


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
        settings = {name: getattr(options, name) for name in options.settings}
        Path(options.json).write_text(report.as_json(results, missing, settings) + "\n", encoding="utf-8")
    return 0
