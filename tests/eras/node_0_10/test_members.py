"""Every member, event, option and form that the document of 0.10.15 names has a test in each language.

The list is `members.toml`. It is held against the document here, against the tests, and against what a
program finds by looking: nothing of a later generation, in JavaScript nothing that the real one has not.
"""

import importlib
import json
import re
from pathlib import Path

import member_table
import pytest
from member_names import live_objects

from eras import node_0_10

HERE = Path(__file__).parent
PROGRAMS = HERE / "members"
OBJECTS = member_table.load(HERE / "members.toml")
ENTRIES = member_table.entries(OBJECTS)
ALL = member_table.parameters(ENTRIES)
MODULES = [each["name"] for each in OBJECTS if "." not in each["name"] and each.get("members")]

# What the document calls an object; and an event's by the heading above it.
NAMES_IN_THE_DOCUMENT = {
    "server": "http.Server",
    "response": "http.ServerResponse",
    "request": "http.ClientRequest",
    "message": "http.IncomingMessage",
    "agent": "http.Agent",
    "http": "http",
}


def by_name(key):
    """A parameter for each object that has `key`."""
    return [pytest.param(each, id=each["name"]) for each in OBJECTS if each.get(key)]


# -- the tests -------------------------------------------------------------------------------------


@pytest.mark.parametrize("entry", ALL)
def test_a_test_in_python_shows_it(entry):
    file, function = entry.python.split("::")
    source = member_table.python_test(HERE / f"test_{file}.py", function)
    assert source, f"there is no test {entry.python}"
    assert member_table.mentions(source, entry.name), f"{entry.python} does not say {entry.name}"


@pytest.mark.parametrize("entry", ALL)
def test_a_check_in_javascript_shows_it(entry):
    program, check = entry.javascript.split("::", 1)
    source = member_table.javascript_checks(PROGRAMS / f"{program}.js").get(check)
    assert source, f"there is no check {check} in {program}.js"
    assert member_table.mentions(source, entry.name), f"{check} does not say {entry.name}"


@pytest.mark.parametrize("program", sorted(PROGRAMS.glob("*.js")), ids=lambda program: program.stem)
def test_a_program_observes_what_it_does_on_the_real_node(program, request, ours):
    wanted = {
        check
        for name, check in (entry.javascript.split("::", 1) for entry in ENTRIES)
        if name == program.stem
    }
    assert set(member_table.javascript_checks(program)) == wanted, (
        "the checks are those that the table points to"
    )
    if program.stem in ("tls", "https"):
        pytest.importorskip("OpenSSL", reason="needs the extra `tls`: pip install 'node-eras[tls]'")
    observed = ours(program)
    assert observed.exit_code == 0, observed.stderr
    lines = observed.stdout.splitlines()
    assert [check for check in wanted if not any(line.startswith(f"{check}: ") for line in lines)] == []
    expected = request.getfixturevalue("real")(program)
    assert lines == expected.stdout.splitlines()
    assert (observed.exit_code, observed.stderr) == (expected.exit_code, expected.stderr)


# -- the document ----------------------------------------------------------------------------------


def document():
    path = HERE.parents[3] / "shared" / "documents" / "node-0.10.15.md"
    if not path.exists():
        pytest.skip(f"the document is not there: {path}")
    return path.read_text()


def test_the_document_names_no_member_that_is_not_on_the_list():
    listed = member_table.names(OBJECTS, "members")
    headings = re.findall(r"^#+ (?:Class: )?(\w+)\.(\w+)", document(), re.M)
    assert len(headings) > 40
    assert [
        f"{owner}.{name}" for owner, name in headings if name not in listed[NAMES_IN_THE_DOCUMENT[owner]]
    ] == []


def test_the_document_names_no_event_that_is_not_on_the_list():
    listed = member_table.names(OBJECTS, "events")
    found = re.split(r"^## (?:Class: )?(http\.\w+)", document(), flags=re.M)
    events = [
        (owner, event)
        for owner, text in zip(found[1::2], found[2::2], strict=True)
        for event in re.findall(r"^### Event:? '(\w+)'", text, re.M)
    ]
    assert len(events) >= 14
    assert [(owner, event) for owner, event in events if event not in listed[owner]] == []


def test_the_document_names_no_option_that_is_not_on_the_list():
    listed = member_table.names(OBJECTS, "options")["http"]
    text = document().partition("## http.request(")[2].partition("## http.get(")[0]
    assert set(re.findall(r"^- `(\w+)`:", text, re.M)) == listed


# -- what a program finds, in Python ----------------------------------------------------------------


@pytest.fixture(scope="module")
def shown():
    """All the names that an object of each class ever showed, as a program in Python finds them."""
    return live_objects()


@pytest.mark.parametrize("name", MODULES)
def test_a_module_offers_what_is_documented_and_no_more(name):
    module = importlib.import_module(f"eras.node_0_10.{name}")
    (table,) = [each for each in OBJECTS if each["name"] == name]
    members = member_table.names(OBJECTS, "members")[name]
    assert set(module.__all__) - members - set(table.get("also", ())) == set()
    assert all(getattr(module, member) is not None for member in members)


@pytest.mark.parametrize("entry", member_table.parameters(member_table.entries(OBJECTS, "members")))
def test_the_member_is_there(entry, shown):
    if entry.owner in shown and not entry.text.startswith(("new ", "_", "connection.", "listenerCount")):
        assert entry.name in shown[entry.owner]


@pytest.mark.parametrize("table", by_name("also"))
def test_an_object_has_what_is_documented_and_no_more(table, shown):
    if table["name"] in MODULES:
        return  # looked at above
    listed = member_table.names(OBJECTS, "members")
    (emitter,) = [each for each in OBJECTS if each["name"] == "events.EventEmitter"]
    documented = listed[table["name"]] | listed[emitter["name"]] | set(emitter["also"])
    others = shown.get(table["name"], set()) - documented
    assert others - set(table["also"]) - set(table.get("beyond", ())) == set()


@pytest.mark.parametrize("table", by_name("later"))
def test_nothing_of_a_later_generation_is_there_in_python(table, shown):
    name = table["name"]
    later = member_table.later(table)
    if name in shown:
        assert shown[name] & later == set()
    elif name in node_0_10.MODULES:
        assert later & set(importlib.import_module(f"eras.node_0_10.{name}").__all__) == set()


# -- what a program finds, in JavaScript ------------------------------------------------------------


@pytest.fixture(scope="module")
def found(ours):
    outcome = ours(PROGRAMS / "lib" / "names.js")
    assert outcome.exit_code == 0, outcome.stderr
    return {owner: set(names) for owner, names in json.loads(outcome.stdout).items()}


@pytest.fixture(scope="module")
def found_on_the_real_one(real):
    outcome = real(PROGRAMS / "lib" / "names.js")
    return {owner: set(names) for owner, names in json.loads(outcome.stdout).items()}


@pytest.mark.parametrize("table", by_name("later"))
def test_nothing_of_a_later_generation_is_there_in_javascript(table, found):
    assert found[table["name"]] & member_table.later(table) == set()


@pytest.mark.parametrize("table", by_name("later"))
def test_later_names_are_later(table, found_on_the_real_one):
    assert found_on_the_real_one[table["name"]] & member_table.later(table) == set()


def test_no_module_of_a_later_generation_can_be_required(found):
    assert found["require"] == set()


def test_there_is_nothing_that_the_real_one_has_not(found, found_on_the_real_one):
    beyond = {each["name"]: set(each.get("beyond", ())) for each in OBJECTS}
    more = {owner: names - found_on_the_real_one.get(owner, set()) for owner, names in found.items()}
    assert {owner: names for owner, names in more.items() if names - beyond.get(owner, set())} == {}
