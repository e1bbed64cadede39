"""Every member and event that the document of 0.1 names exists, and has a test in each language.

The list is `members.toml`. It is held against the document here, against the tests, and by a program in each
language against what a program finds.
"""

import ast
import json
import re
from functools import cache
from pathlib import Path

import pytest
from run_0_1 import LANGUAGES
from servers_0_1 import Program

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib

HERE = Path(__file__).parent
OBJECTS = tomllib.loads((HERE / "members.toml").read_text())["object"]
KINDS = ("members", "fields", "events")
ENTRIES = [
    pytest.param(name, tests, id=f"{entry['name']}-{kind}-{name}")
    for entry in OBJECTS
    for kind in KINDS
    for name, tests in entry.get(kind, {}).items()
]

# What the document calls an object of each type; `posix.rename` and the like stand for themselves.
NAMES_IN_THE_DOCUMENT = {
    "emitter": ("process.EventEmitter",),
    "promise": ("process.Promise",),
    "child": ("process.ChildProcess",),
    "stats": ("posix.Stats",),
    "server": ("http.Server", "tcp.Server"),
    "request": ("http.ServerRequest", "http.ClientRequest"),
    "response": ("http.ServerResponse", "http.ClientResponse"),
    "client": ("http.Client",),
    "stream": ("multipart.Stream",),
    "part": ("multipart.Part",),
    "connection": ("tcp.Connection",),
}


@cache
def functions_of(path):
    """The test functions of a file by name, as source with their decorators; and the whole file."""
    source = path.read_text()
    lines = source.splitlines()
    found = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            found[node.name] = "\n".join(lines[first - 1 : node.end_lineno])
    return found, source


def function_named(test):
    """The source of the test called `tcp::test_x`; None when there is none."""
    file, _, function = test.partition("::")
    if file == "runtime":
        path = HERE.parents[1] / "tools" / "jshost" / "test_runtime_0_1.py"
    else:
        path = HERE / f"test_node_0_1_{file}.py"
    return functions_of(path)[0].get(function)


@pytest.mark.parametrize(("name", "tests"), ENTRIES)
def test_each_has_a_test_in_python_and_one_in_javascript(name, tests):
    python, javascript = tests
    assert function_named(python), f"there is no test {python}"
    source = function_named(javascript)
    assert source, f"there is no test {javascript}"
    runs_javascript = "needs_javascript" in source or "language" in source
    assert runs_javascript or javascript.startswith("runtime::"), f"{javascript} is not about JavaScript"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_program_finds_every_member_and_none_of_later_years(tmp_path, language):
    wanted = {
        entry["name"]: {
            "members": [*entry["members"], *entry.get("fields", ())],
            "later": entry.get("later", "").split(),
            "modules": entry.get("modules", "").split(),
        }
        for entry in OBJECTS
    }
    (tmp_path / "wanted.json").write_text(json.dumps(wanted))
    program = Program(HERE / "programs" / "members" / f"probe.{language}", tmp_path / "wanted.json")
    assert json.loads(program.first_line) == []
    assert program.end() == ""


def named_in_the_document():
    """The members and the events that the document has an entry for, as it calls them."""
    document = HERE.parents[3] / "shared" / "documents" / "node-0.1.24.txt"
    if not document.exists():
        pytest.skip(f"the document is not there: {document}")
    text = document.read_text()
    members = re.findall(r"^\+([\w.]+)(?:\(.*?\);?)?\+\s*::", text, re.M)
    return members, re.findall(r'^\|\s?\+"(\w+)"\+', text, re.M)


def test_the_document_names_no_member_that_is_not_on_the_list():
    listed = {entry["name"]: {*entry["members"], *entry.get("fields", ())} for entry in OBJECTS}
    everywhere = set().union(*listed.values())
    members, _ = named_in_the_document()
    assert len(members) > 130
    missing = []
    for member in members:
        owner, _, name = member.rpartition(".")
        owners = NAMES_IN_THE_DOCUMENT.get(owner, (owner,))
        known = set().union(*(listed.get(each, ()) for each in owners)) if owner else everywhere
        if name not in known and member not in everywhere:
            missing.append(member)
    assert missing == []


def test_the_document_names_no_event_that_is_not_on_the_list():
    listed = sorted(
        event
        for entry in OBJECTS
        for event in entry.get("events", ())
        if event != "SIGUSR1"  # which stands beside SIGINT
    )
    assert sorted(named_in_the_document()[1]) == listed
