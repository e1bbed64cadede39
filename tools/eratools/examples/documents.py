"""A document, its generation, its manifest, and what becomes of each of its blocks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from eratools import generations, run
from eratools.complaint import Complaint
from eratools.examples import blocks, certificate, manifest, runner, situations
from eratools.examples.blocks import Block
from eratools.examples.manifest import Example
from eratools.generations import Generation
from eratools.node_waf.configuring import find_compiler

PASSED = "passed"
FAILED = "failed"
NOT_RUN = "not runnable"


class UnusableDocument(Complaint, ValueError):
    """A document that cannot be read, or of which nobody knows the generation; the message says which."""


@dataclass
class Result:
    """What became of one block."""

    block: Block
    outcome: str
    reason: str = ""


@dataclass
class Document:
    """A document with what its manifest says; `unmatched` are fingerprints that no block has."""

    path: Path
    era: Generation
    blocks: list[Block]
    examples: dict[str, Example]
    unmatched: list[str]


def folder() -> Path:
    """Where the project's pages and manifests are: inside the installed package, else in the checkout."""
    here = Path(__file__).resolve()
    installed = here.parents[1] / "docs"
    return installed if installed.is_dir() else here.parents[3] / "docs"


def pages(era: Generation | None) -> list[Path]:
    """The project's own pages: that of `era`, or those of every generation that has one."""
    wanted = [era] if era else generations.GENERATIONS
    found = [path for each in wanted if (path := folder() / each.page).exists()]
    if not found:
        raise UnusableDocument(f"the {wanted[0].name} generation has no page yet; give a DOCUMENT")
    return found


def open_document(path: Path, era: Generation | None) -> Document:
    """Read the document at `path`; `era` is the generation to run it in, if not the one it belongs to."""
    found = blocks.read(path)
    examples = {
        mark: example for example in manifest.load(folder() / f"{path.stem}.toml") for mark in example.blocks
    }
    own = next((each for each in generations.GENERATIONS if path.name in (each.document, each.page)), None)
    wanted = era or own
    if wanted is None:
        raise UnusableDocument(f"{path.name} belongs to no generation; say which one with --era")
    unmatched = sorted(examples.keys() - {block.fingerprint for block in found})
    return Document(path, wanted, found, examples, unmatched)


def check(document: Document, each: Callable[[Result], object]) -> list[Result]:
    """Run what can run, one process for each core, and call `each` with every result as it comes."""
    results = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {pool.submit(_check, document, block): block for block in document.blocks}
        try:
            for future in as_completed(running):
                results[running[future].fingerprint] = future.result()
                each(future.result())
        finally:
            pool.shutdown(cancel_futures=True)  # Ctrl-C ends all of it, not one example at a time
    return [results[block.fingerprint] for block in document.blocks]


def _check(document: Document, block: Block) -> Result:
    example = document.examples.get(block.fingerprint)
    reason = why_not(document.era, block, example)
    if reason or example is None:
        return Result(block, NOT_RUN, reason)
    wrong = runner.check(program(document, block, example), example)
    return Result(block, FAILED if wrong else PASSED, wrong)


def why_not(era: Generation, block: Block, example: Example | None) -> str:
    """Why `block` cannot run in `era`; empty when it can."""
    if example is not None and example.skip:
        return example.skip
    if not era.built:
        return f"the {era.name} generation is not built yet"
    if example is None:
        return "no manifest says what to expect of it"
    missing = [part for part in example.needs if not era.has(part)]
    if missing:
        return f"needs {', '.join(missing)}, which this generation does not have yet"
    if not example.runs:
        return f"needs {', '.join(example.needs)}; what to expect of it is not written down yet"
    if example.addon and not find_compiler():
        return "needs a C++ compiler"
    if example.certificate and not certificate.can_make():
        return f"needs TLS: {certificate.TLS_EXTRA}"
    if block.language != "py" and not run.has_javascript():
        return f"needs the JavaScript engine: {run.JS_EXTRA}"
    return ""


def program(document: Document, block: Block, example: Example) -> runner.Program:
    """The program that `block` is in the situation its example says."""
    texts = {each.fingerprint: each.text for each in document.blocks}
    files = {name: texts.get(text, text) for name, text in example.files.items()}
    if block.language == "py":
        name, text = "example.py", situations.program(block.text, example.before, example.after)
    else:
        arrange = situations.SITUATIONS[example.situation]
        name, text = "example.js", arrange(block.text, example.before, example.after)
    return runner.Program(document.era.name, name, text, files)


def counts(results: list[Result]) -> Iterator[int]:
    """How many passed, failed, and could not run."""
    for outcome in (PASSED, FAILED, NOT_RUN):
        yield sum(result.outcome == outcome for result in results)
