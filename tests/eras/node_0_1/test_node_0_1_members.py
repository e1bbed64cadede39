"""Every member and event that the document of 0.1 names exists, and has a test in each language.

The list is `members.toml`. It is held against the document here, against the tests, and by a program in each
language against what a program finds.
"""

import json
import re
from pathlib import Path

import member_table
import pytest
from run_0_1 import LANGUAGES
from servers_0_1 import Program

HERE = Path(__file__).parent
OBJECTS = member_table.load(HERE / "members.toml")
ENTRIES = member_table.entries(OBJECTS)

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


def source_of(test):
    """The source of the test called `tcp::test_x`; None when there is none."""
    file, _, function = test.partition("::")
    if file == "runtime":
        return member_table.python_test(
            HERE.parents[1] / "tools" / "jshost" / "test_runtime_0_1.py", function
        )
    return member_table.python_test(HERE / f"test_node_0_1_{file}.py", function)


@pytest.mark.parametrize("entry", member_table.parameters(ENTRIES))
def test_each_has_a_test_in_python_and_one_in_javascript(entry):
    assert source_of(entry.python), f"there is no test {entry.python}"
    source = source_of(entry.javascript)
    assert source, f"there is no test {entry.javascript}"
    runs_javascript = "needs_javascript" in source or "language" in source
    assert runs_javascript or entry.javascript.startswith("runtime::"), (
        f"{entry.javascript} runs no JavaScript"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_program_finds_every_member_and_none_of_later_years(tmp_path, language):
    wanted = {
        entry["name"]: {
            "members": [*entry["members"], *entry.get("fields", ())],
            "later": sorted(member_table.later(entry)),
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
    events = (entry.text for entry in member_table.entries(OBJECTS, "events"))
    listed = sorted(event for event in events if event != "SIGUSR1")  # which stands beside SIGINT
    assert sorted(named_in_the_document()[1]) == listed
