"""What `eras examples` tells: every block with what became of it, a table of counts, and JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from eratools import terminal
from eratools.examples.documents import FAILED, NOT_RUN, PASSED, Document, Result, counts

Results = list[tuple[Document, list[Result]]]

_COLOURS = {PASSED: "green", FAILED: "red", NOT_RUN: "yellow"}


def show(results: Results) -> None:
    """Print every block, then what failed and why, then the counts."""
    for document, blocks in results:
        print(terminal.colour(f"{document.path.name} in the {document.era.name} generation", "bold"))
        for result in blocks:
            print(_line(result))
        for mark in document.unmatched:
            print(f"  the manifest describes a block {mark} that is not in this document")
        print()
    print(_summary(results))


def _line(result: Result) -> str:
    block = result.block
    outcome = terminal.colour(f"{result.outcome:<12}", _COLOURS[result.outcome])
    language = block.language or "-"
    line = f"  {outcome}  {block.line:>5}  {block.fingerprint:<10}  {language:<4}  {block.heading}"
    if result.outcome == NOT_RUN:
        return f"{line}: {result.reason}"
    if result.outcome == FAILED:
        return line + "".join(f"\n      {reason}" for reason in result.reason.splitlines())
    return line


def _summary(results: Results) -> str:
    rows: list[list[object]] = [["document", "era", "blocks", "passed", "failed", "not runnable"]]
    for document, blocks in results:
        rows.append([document.path.name, document.era.name, len(blocks), *counts(blocks)])
    if len(results) > 1:
        everything = [result for _, blocks in results for result in blocks]
        rows.append(["together", "", len(everything), *counts(everything)])
    return terminal.table(rows, right=(2, 3, 4, 5))


def write_json(results: Results, file: str) -> None:
    """Write every result to `file`, or to stdout when it is `-`."""
    everything = [result for _, blocks in results for result in blocks]
    passed, failed, not_runnable = counts(everything)
    text = json.dumps(
        {
            "blocks": len(everything),
            "passed": passed,
            "failed": failed,
            "not_runnable": not_runnable,
            "documents": [_document_json(document, blocks) for document, blocks in results],
        },
        indent=1,
    )
    if file == "-":
        sys.stdout.write(text + "\n")
    else:
        Path(file).write_text(text + "\n", encoding="utf-8")


def _document_json(document: Document, results: list[Result]) -> dict[str, object]:
    return {
        "document": document.path.name,
        "era": document.era.name,
        "blocks": [
            {
                "line": result.block.line,
                "fingerprint": result.block.fingerprint,
                "heading": result.block.heading,
                "language": result.block.language,
                "outcome": result.outcome,
                "reason": result.reason,
            }
            for result in results
        ],
        "unmatched": document.unmatched,
    }
