"""The table of what a document names: each member, event and option, and the tests that show it.

A table is a TOML file of `[[object]]`s. What stands in one is a name or a form of its use
(`close(callback)`), with

- a pair: the test in Python and the test in JavaScript, both functions of pytest; or
- the test in Python alone: then `javascript` of the object names the program whose check has this entry's
  name (`check('http.Server event close()', …)`, see `eras/checks.js`).

`later` are names that later generations gave such an object, and that this one must not have.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib

KINDS = {"members": "", "fields": "", "events": "event ", "options": "option ", "headers": "header "}
"""The parts of an object, and what stands before their entries in the name of a check."""


@dataclass(frozen=True)
class Entry:
    """One line of a table."""

    owner: str
    kind: str
    text: str
    python: str
    javascript: str
    """A function of pytest, `file::function`; or `program::name of a check`."""

    @property
    def name(self) -> str:
        """What the entry is about, without its form: `close` of `close(callback)`."""
        return re.match(r"(?:new )?(?:[\w-]+\.)*([\w-]+)", self.text)[1]


def load(path: Path) -> list[dict]:
    """The objects of a table."""
    return tomllib.loads(path.read_text())["object"]


def entries(objects: list[dict], *kinds: str) -> list[Entry]:
    """Every line of `kinds`, or of all kinds."""
    found = []
    for each in objects:
        for kind in kinds or KINDS:
            for text, tests in each.get(kind, {}).items():
                check = f"{each.get('javascript')}::{each['name']} {KINDS[kind]}{text}"
                python, javascript = (tests, check) if isinstance(tests, str) else tests
                found.append(Entry(each["name"], kind, text, python, javascript))
    return found


def parameters(found: list[Entry]) -> list:
    """One parameter of a test for each of the entries."""
    return [pytest.param(entry, id=f"{entry.owner}-{entry.kind}-{entry.text}") for entry in found]


def names(objects: list[dict], *kinds: str) -> dict[str, set[str]]:
    """The names that the entries of each object are about."""
    found: dict[str, set[str]] = {each["name"]: set() for each in objects}
    for entry in entries(objects, *kinds):
        found[entry.owner].add(entry.name)
    return found


def later(each: dict) -> set[str]:
    """The names of later generations that an object must not have."""
    return set(each.get("later", "").split())


# -- the tests that are pointed at ---------------------------------------------------------------------


def python_test(path: Path, function: str) -> str | None:
    """The source of a test with what of its file it uses; None when there is no such test."""
    parts = _python_parts(path) if path.exists() else {}
    return _with_uses(function, parts) if function.startswith("test_") and function in parts else None


def javascript_checks(path: Path) -> dict[str, str]:
    """The source of each check of a program, with what of the program it uses."""
    parts, checks = {}, {}
    for part in re.split(r"^(?=function |var |check\()", path.read_text(), flags=re.M):
        if found := re.match(r"check\('((?:[^'\\]|\\.)+)', (.*)", part, re.S):
            checks[found[1].replace("\\'", "'")] = found[2]
        elif found := re.match(r"(?:function|var) (\w+)", part):
            parts[found[1]] = part
    return {name: _with_uses(name, {**parts, name: body}) for name, body in checks.items()}


def mentions(source: str, name: str) -> bool:
    """Whether a test says the name of what it is to show, be it in its own: `test_set_timeout_…`."""
    snake = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
    wanted = "|".join(re.escape(form.lower()) for form in (name, snake))
    return re.search(rf"(?<![a-z0-9])({wanted})(?![a-z0-9])", source.lower()) is not None


@cache
def _python_parts(path: Path) -> dict[str, str]:
    """The functions, classes, tests in classes and values of a file by name, as source."""
    source = path.read_text()
    body = ast.parse(source).body
    methods = [
        each for node in body if isinstance(node, ast.ClassDef) for each in node.body if _is_test(each)
    ]
    found = {}
    for node in [*body, *methods]:
        if isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        else:
            names = [node.name] if hasattr(node, "name") else []
        found.update(dict.fromkeys(names, _source(node, source.splitlines())))
    return found


def _is_test(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name.startswith("test_")


def _source(node: ast.stmt, lines: list[str]) -> str:
    first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
    return "\n".join(lines[first - 1 : node.end_lineno])


def _with_uses(name: str, parts: dict[str, str]) -> str:
    """The source of a part and of all the parts it uses."""
    used, waiting = {}, [name]
    while waiting:
        part = waiting.pop()
        if part not in used:
            used[part] = parts[part]
            waiting.extend(word for word in set(re.findall(r"\w+", parts[part])) if word in parts)
    return "\n".join(used.values())
