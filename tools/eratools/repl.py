"""`eras repl`: a prompt that evaluates JavaScript in a generation."""

from __future__ import annotations

import argparse
from pathlib import Path

from eratools import arguments, generations, run

_PROMPTS = Path(__file__).parent / "prompts"
"""Programs that open a prompt, for generations whose `node` had none without a program."""

_DESCRIPTION = """\
Type JavaScript of a generation and see what it gives. `_` is the last result,
what is not yet complete goes on in the next line, and `.help` shows the
commands there are. In a terminal the line can be edited, and the arrow keys
bring back earlier ones. Needs the extra `js`.
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command `repl`."""
    parser = commands.add_parser(
        "repl",
        help="type JavaScript of a generation at its prompt",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    arguments.add_era(parser)
    parser.set_defaults(handler=_repl)


def _repl(options: argparse.Namespace) -> int:
    era = generations.find(options.era)
    program = _PROMPTS / f"{era.package.rpartition('.')[2]}.js"
    return run.run_file(era, str(program), []) if program.exists() else run.run_command(era, ["-i"])


def node_repl() -> int:
    """`node-repl`, the standalone prompt of 0.1."""
    from eratools import cli  # which imports this module

    return cli.main(["repl", "--era", "0.1"])
