"""The `eras` command."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

from eratools import arguments, generations, node_flags, repl, run, terminal
from eratools.complaint import Complaint

_DESCRIPTION = """\
Every documented generation of Node's HTTP API, executable: import one into
Python, run a program of its time, or run the examples of its documentation.
"""

_EXAMPLES = """\
examples:
  eras list                          the generations, and how complete each is
  eras run --era 0.10 server.js      run a JavaScript program of 2013
  eras repl --era 0.10               type JavaScript of 2013 at its prompt
  eras run --era 0.1 server.py 8000  run Python against 2009, with an argument
  eras examples                      check the examples of the project's pages
  eras COMMAND --help                more about a command
"""

_RUN_DESCRIPTION = """\
Run a program as `node` of its generation did: it gets its arguments, writes
to stdout and stderr, and ends when nothing is left to do, with its own exit
code. A `.py` file is a Python program that imports from its generation (`from
eras.node_0_10 import http`); any other is JavaScript, which needs the extra
`js`. What follows the era is what followed `node`, its flags included: `-e
SCRIPT`, `-p`, `-i`, no FILE for a program on stdin. `eras run --era ERA
--help` tells them.
"""

USAGE_ERROR = 2


class _Version(argparse.Action):
    """Print the version of the package that is installed; to find it takes time that only this costs."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: Any) -> None:
        from importlib.metadata import version

        print("eras", version("node-eras"))
        parser.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` asks for; returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words:
        _parser(words).print_help(sys.stderr)
        return USAGE_ERROR
    nodes: list[str] = []
    if words[:1] == ["run"]:
        words[1:], nodes = node_flags.split(words[1:])
    options = _parser(words[:1]).parse_args(words)
    options.words = nodes
    try:
        return options.handler(options)
    except Complaint as error:
        print(f"eras {options.command}: {error}", file=sys.stderr)
        return USAGE_ERROR
    except BrokenPipeError:
        if options.command == "run":
            raise
        # Whoever read the output has seen enough; the interpreter must not complain of it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _parser(first: Sequence[str]) -> argparse.ArgumentParser:
    """What reads the words of a command line; what runs a program does not wait for other commands."""
    parser = argparse.ArgumentParser(
        prog="eras",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version of eras and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    _add_list(commands)
    _add_run(commands)
    repl.add_parser(commands)
    for tool in [] if first == ["run"] else ["examples", "bench"]:
        importlib.import_module(f"eratools.{tool}.cli").add_parser(commands)
    return parser


def _add_list(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("list", help="list the generations, and how complete each is")
    parser.set_defaults(handler=_list)


def _list(_options: argparse.Namespace) -> int:
    rows = [["era", "import", "version", "document", "how complete"]]
    for era in generations.GENERATIONS:
        rows.append([era.name, era.import_name, era.version, era.document, era.completeness()])
    print(terminal.table(rows))
    return 0


def _add_run(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "run",
        help="run a .js or .py program of a generation",
        usage="eras run --era ERA [NODE-OPTION ...] [FILE] [ARG ...]",
        description=_RUN_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    arguments.add_era(parser)
    parser.set_defaults(handler=_run)


def _run(options: argparse.Namespace) -> int:
    return run.run_command(generations.find(options.era), options.words)


if __name__ == "__main__":
    sys.exit(main())
