"""Who is measured: the generations and their peers, as commands to start; and who cannot be, and why."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from eratools import binaries, generations, run

PROGRAMS = Path(__file__).parent / "programs"


class Missing(Exception):
    """A contender that cannot take part: `reason` says why, `command` what would change that."""

    def __init__(self, name: str, reason: str, command: str = "") -> None:
        super().__init__(f"{name} is left out: {reason}" + (f"; to have it: {command}" if command else ""))
        self.name = name
        self.reason = reason
        self.command = command


@dataclass(frozen=True)
class Contender:
    """A server that can be started: its command, to which the port is added."""

    name: str
    command: tuple[str, ...]
    is_peer: bool


def gather(
    program: str, eras: Iterable[str], peers: Iterable[str], js: bool = False
) -> tuple[list[Contender], list[Missing]]:
    """The contenders that run `program` (`hello` or `stream`), and those that cannot."""
    found: list[Contender] = []
    missing: list[Missing] = []
    tasks = [(_era, era, suffix) for era in eras for suffix in (("py", "js") if js else ("py",))]
    for make, name, suffix in [*tasks, *((_peer, peer, "js") for peer in peers)]:
        try:
            found.append(make(program, name, suffix))
        except Missing as absent:
            missing.append(absent)
    return found, missing


def _era(program: str, name: str, suffix: str) -> Contender:
    era = generations.find(name)
    title = f"eras {era.name}" + (" (js)" if suffix == "js" else "")
    file = PROGRAMS / f"{program}_{era.name.replace('.', '_')}.{suffix}"
    if not era.built:
        raise Missing(title, "this generation is not built yet")
    if not file.is_file():
        raise Missing(title, f"there is no {program!r} program for this generation")
    if suffix == "js" and not run.has_javascript():
        raise Missing(title, "running JavaScript needs the extra `js`", run.JS_EXTRA)
    command = (sys.executable, "-m", "eratools.cli", "run", "--era", era.name, str(file))
    return Contender(title, command, is_peer=False)


def _peer(program: str, name: str, _suffix: str) -> Contender:
    kind, _, version = name.partition("@")
    if kind == "node" and version:
        return _node(program, version)
    if program == "hello" and kind in ("uvicorn", "bare"):
        return _python(kind)
    raise Missing(name, f"not a peer for {program!r}; peers are node@VERSION" + _others(program))


def _others(program: str) -> str:
    return ", uvicorn and bare" if program == "hello" else ""


def _node(program: str, version: str) -> Contender:
    try:
        binary = binaries.real_node(version)
    except binaries.BinaryUnavailable as absent:
        raise Missing(f"node@{version}", absent.reason, absent.command) from absent
    return Contender(f"node@{version}", (str(binary), str(PROGRAMS / f"{program}_0_10.js")), is_peer=True)


def _python(kind: str) -> Contender:
    needed = {"uvicorn": ("uvicorn", "uvloop", "httptools"), "bare": ()}[kind]
    absent = [module for module in needed if importlib.util.find_spec(module) is None]
    if absent:
        raise Missing(kind, f"not installed: {', '.join(absent)}", "pip install 'node-eras[bench]'")
    return Contender(kind, (sys.executable, str(PROGRAMS / f"hello_{kind}.py")), is_peer=True)
