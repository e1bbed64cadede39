"""The five documented generations: their names, packages, documents, and how far each is built."""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from functools import cached_property

from eratools.complaint import Complaint


class UnknownEra(Complaint, ValueError):
    """A name that no generation goes by. The message lists the known ones."""

    def __init__(self, name: str) -> None:
        known = ", ".join(generation.name for generation in GENERATIONS)
        super().__init__(f"unknown era {name!r}; the known ones are {known}")


@dataclass(frozen=True)
class Generation:
    """One generation of Node's HTTP API."""

    name: str
    package: str
    version: str
    document: str
    page: str
    parts: tuple[str, ...]
    """What its document describes or leans on: a module, or the name of something in one."""

    @property
    def import_name(self) -> str:
        return f"eras.{self.package}"

    @cached_property
    def built(self) -> bool:
        """Whether the generation's package exists at all."""
        return importlib.util.find_spec(self.import_name) is not None

    def has(self, path: str) -> bool:
        """Whether a part (`posix`) or a name in one (`sys.exec`) exists."""
        if not self.built:
            return False
        first, *rest = path.split(".")
        found = self._part(first)
        for name in rest:
            found = getattr(found, name, None)
        return found is not None

    def _part(self, name: str) -> object | None:
        # Most parts are modules; `process` of 0.1 is an object that the package itself gives.
        if importlib.util.find_spec(f"{self.import_name}.{name}") is not None:
            return importlib.import_module(f"{self.import_name}.{name}")
        try:
            return getattr(importlib.import_module(self.import_name), name, None)
        except ModuleNotFoundError:
            return None  # a package that imports its parts on demand says so when there is none

    def missing(self) -> list[str]:
        """The documented parts that do not exist yet."""
        return [part for part in self.parts if not self.has(part)]

    def completeness(self) -> str:
        """How complete the generation is, in words."""
        if not self.built:
            return "not built yet"
        missing = self.missing()
        if not missing:
            return "every documented part"
        present = len(self.parts) - len(missing)
        return f"{present} of {len(self.parts)} parts; not yet: {', '.join(missing)}"


GENERATIONS = (
    Generation(
        name="0.1",
        package="node_0_1",
        version="v0.1.24",
        document="node-0.1.24.txt",
        page="node-0.1.md",
        parts=(
            *("process", "process.EventEmitter", "process.Promise", "process.stdio", "process.watchFile"),
            *("process.createChildProcess", "setTimeout", "sys", "sys.exec", "http", "tcp"),
            *("process.compile", "process.Module", "posix", "multipart", "dns", "assert_", "repl"),
            *("tcp.Connection.setSecure", "http.Client.setSecure"),
        ),
    ),
    Generation(
        name="0.10",
        package="node_0_10",
        version="v0.10.15",
        document="node-0.10.15.md",
        page="node-0.10.md",
        parts=("http", "https", "net", "tls", "url", "querystring", "events", "stream"),
    ),
    Generation(
        name="iojs",
        package="iojs_2",
        version="v2.2.1",
        document="iojs-2.2.1.md",
        page="iojs-2.md",
        parts=("http", "https", "net", "tls", "url", "querystring", "events", "stream"),
    ),
    Generation(
        name="4",
        package="node_4",
        version="v4.2.4",
        document="node-4.2.md",
        page="node-4.md",
        parts=("http", "https", "net", "tls", "url", "querystring", "events", "stream"),
    ),
    Generation(
        name="10",
        package="node_10",
        version="v10.1.0",
        document="node-10.1.0-http2.md",
        page="node-10.md",
        parts=("http2", "http", "https", "net", "tls", "perf_hooks"),
    ),
)


def find(name: str) -> Generation:
    """The generation that goes by `name`: `0.10`, `v0.10.15`, `node_0_10`, `node-0.10`, …"""
    wanted = _plain(name)
    for generation in GENERATIONS:
        version = _plain(generation.version)
        if wanted in (
            _plain(generation.name),
            _plain(generation.package),
            version,
            version.rpartition(".")[0],
        ):
            return generation
    raise UnknownEra(name)


def _plain(name: str) -> str:
    plain = name.lower().replace("_", ".").replace("-", ".").removeprefix("node").removeprefix(".")
    return plain.removeprefix("v")
