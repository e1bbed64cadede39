"""The command `eras examples`."""

from __future__ import annotations

import argparse
from pathlib import Path

from eratools import arguments, generations, terminal
from eratools.examples import documents, report

_DESCRIPTION = """\
Find every code block of each DOCUMENT, run those that can run, each in a
process of its own, and check what they do: output, bytes on the wire, exit
code. The outside world is a stand-in: nothing leaves the machine, and no port
is really taken. Without a DOCUMENT the project's own pages (docs/) are
checked.

A document belongs to the generation it documents, and its manifest in docs/
says what to expect of each block. Blocks that cannot run are listed with the
reason. The exit code is 0 when nothing failed.
"""

_EXAMPLES = """\
examples:
  eras examples                     the project's own pages
  eras examples --era 0.10          the page of one generation
  eras examples node-0.10.15.md     a document as its authors wrote it
  eras examples --json report.json  and a report to read with a program
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `examples` to the `eras` command."""
    parser = commands.add_parser(
        "examples",
        help="run the examples of a document and check what they do",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--era", metavar="ERA", help="the generation to run in (see `eras list`)")
    parser.add_argument(
        "--json",
        type=lambda text: text if text == "-" else arguments.report_file(text),
        metavar="FILE",
        help="also write the results to FILE as JSON (- for stdout alone)",
    )
    parser.add_argument("documents", metavar="DOCUMENT", nargs="*", help="a Markdown or AsciiDoc file")
    parser.set_defaults(handler=handle)


def handle(options: argparse.Namespace) -> int:
    """Check the documents; 0 when nothing failed."""
    try:
        return _check(options)
    except OSError as error:
        raise documents.UnusableDocument(f"{error.filename}: {error.strerror}") from error


def _check(options: argparse.Namespace) -> int:
    era = generations.find(options.era) if options.era else None
    paths = [Path(path) for path in options.documents] or documents.pages(era)
    opened = [documents.open_document(path, era) for path in paths]
    results = []
    with terminal.Progress(sum(len(document.blocks) for document in opened), "examples") as progress:
        for document in opened:

            def advance(result: documents.Result, name: str = document.path.name) -> None:
                progress.advance(f"{name}:{result.block.line}")

            results.append((document, documents.check(document, advance)))
    if options.json != "-":
        report.show(results)
    if options.json:
        report.write_json(results, options.json)
    failed = any(result.outcome == documents.FAILED for _, blocks in results for result in blocks)
    return 1 if failed else 0
