"""Arguments that several commands take, each with one meaning and one complaint."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from eratools.generations import GENERATIONS


def add_era(parser: argparse.ArgumentParser) -> None:
    """Add the `--era` that a command cannot do without."""
    known = ", ".join(era.name for era in GENERATIONS)
    parser.add_argument(
        "--era", required=True, metavar="ERA", help=f"one of {known} (or a version, `v0.10.15`)"
    )


def count(text: str) -> int:
    """A number of things of which there is at least one."""
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def report_file(text: str) -> str:
    """A file to write at the end; that it cannot be written is told before the long work is done."""
    path = Path(text)
    if path.is_dir() or not os.access(path if path.exists() else path.parent, os.W_OK):
        raise argparse.ArgumentTypeError(f"cannot write {text!r}")
    return text
