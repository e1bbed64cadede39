"""What the manifests in `docs/` say of each block: how to run it and what to expect.

A manifest is a TOML file named after its document. It holds facts only, none of the document's text:

    document = "node-0.10.15.md"

    [[example]]
    blocks = ["e5affadf"]             # fingerprints of blocks of which this holds
    situation = "handler"             # see `situations`
    after = "response.end();"
    probes = [{ port = 8000, talk = [{ send = "…" }, { wire = "…" }] }]   # see `talk`

    [[example]]
    blocks = ["638d020a"]
    skip = "a stability notice"       # the block can never run, because it is this
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import tomli

from eratools.complaint import Complaint
from eratools.examples import situations, talk

DEFAULT_TIMEOUT = 10.0


class ManifestError(Complaint, ValueError):
    """A manifest says something that makes no sense."""


@dataclass(frozen=True)
class Conversation:
    """A client of the example (a probe) or one of its servers (a peer)."""

    port: int
    talk: list[talk.Step]
    host: str = "127.0.0.1"


@dataclass(frozen=True)
class Example:
    """How the blocks with these fingerprints run and what must be observed."""

    blocks: tuple[str, ...]
    about: str = ""
    skip: str = ""
    needs: tuple[str, ...] = ()
    """Parts of the generation (`posix`, `sys.exec`) without which the block cannot run."""
    situation: str = "program"
    before: str = ""
    after: str = ""
    files: dict[str, str] = field(default_factory=dict)
    """Files beside the program: a name, and the fingerprint of the block it holds or its text."""
    addon: bool = False
    """Whether `node-waf` builds the addon that lies beside the program before that starts."""
    certificate: bool = False
    """Whether `key.pem` and `cert.pem`, made for this run, lie beside the program."""
    args: tuple[str, ...] = ()
    stdin: str = ""
    """What is typed, as it were, before the input ends."""
    hosts: tuple[str, ...] = ()
    """Names of the outside world that resolve although nothing is said to them."""
    peers: tuple[Conversation, ...] = ()
    """The outside world: each talks with one connection that the program makes to its host and port."""
    probes: tuple[Conversation, ...] = ()
    """Clients that one after the other connect to a port the program listens on."""
    stdout: str = ""
    stdout_like: str = ""
    stderr: str = ""
    stderr_like: str = ""
    exit: int | None = None
    """The exit code of a program that ends by itself; None for one that serves until it is stopped."""
    timeout: float = DEFAULT_TIMEOUT

    @property
    def checks(self) -> bool:
        """Whether anything is observed beyond that nothing was thrown."""
        observed = (self.peers, self.probes, self.stdout, self.stdout_like, self.stderr, self.stderr_like)
        return any(observed)

    @property
    def runs(self) -> bool:
        """Whether the manifest knows how to run it; one that only `needs` something waits for that."""
        return not self.skip and self.checks


def load(path: Path) -> list[Example]:
    """The examples that the manifest at `path` describes; none when there is no such file."""
    if not path.exists():
        return []
    with path.open("rb") as file:
        tables = tomli.load(file).get("example", [])
    examples = [_example(path, table) for table in tables]
    seen: set[str] = set()
    for example in examples:
        for mark in example.blocks:
            if mark in seen:
                raise ManifestError(f"{path.name}: block {mark} is described twice")
            seen.add(mark)
    return examples


def _example(path: Path, table: dict[str, Any]) -> Example:
    where = f"{path.name}: example {', '.join(table.get('blocks', ['without blocks']))}"
    known = {known.name for known in fields(Example)}
    if unknown := sorted(table.keys() - known):
        raise ManifestError(
            f"{where}: unknown key {unknown[0]!r}; the known ones are {', '.join(sorted(known))}"
        )
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
    }
    for key in ("peers", "probes"):
        values[key] = tuple(_conversation(where, each) for each in values.get(key, ()))
    example = Example(**values)
    if not example.blocks:
        raise ManifestError(f"{where}: says of no block what it is about")
    if not (example.skip or example.needs or example.checks):
        raise ManifestError(
            f"{where}: checks nothing; give stdout, stderr, probes or peers, or a reason to skip"
        )
    if example.situation not in situations.SITUATIONS:
        raise ManifestError(f"{where}: unknown situation {example.situation!r}")
    for pattern in (example.stdout_like, example.stderr_like):
        re.compile(pattern)
    return example


def _conversation(where: str, table: dict[str, Any]) -> Conversation:
    conversation = Conversation(**table)
    for step in conversation.talk:
        if len(step) != 1 or next(iter(step)) not in talk.KINDS:
            raise ManifestError(f"{where}: {step} is no step; a step is one of {', '.join(talk.KINDS)}")
    return conversation
