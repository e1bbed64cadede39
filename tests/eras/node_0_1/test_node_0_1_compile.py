"""`process.compile` of 0.1."""

import traceback

import pytest
from programs_0_1 import needs_javascript, run_javascript

from eras.node_0_1 import process


@pytest.mark.parametrize(
    ("source", "value"),
    [("1 + 1", 2), ("a = 20\na + 1", 21), ("a = 5", None), ("", None), ("if True:\n    7", None)],
)
def test_it_gives_the_value_of_the_last_expression(source, value):
    assert process.compile(source, "origin.py") == value
    globals().pop("a", None)


def test_it_runs_among_the_globals_of_its_caller():
    process.compile("made_by_this_test = needs_javascript", "origin.py")
    assert globals().pop("made_by_this_test") is needs_javascript


@pytest.mark.parametrize("source", ["\n1 / 0", "\nx = 1 / 0"])
def test_an_error_names_the_origin(source):
    with pytest.raises(ZeroDivisionError) as raised:
        process.compile(source, "origin.py")
    last = traceback.extract_tb(raised.value.__traceback__)[-1]
    assert (last.filename, last.lineno) == ("origin.py", 2)


def test_so_does_a_mistake_in_the_source():
    with pytest.raises(SyntaxError) as raised:
        process.compile("\n1 +", "origin.py")
    assert (raised.value.filename, raised.value.lineno) == ("origin.py", 2)


def test_without_an_origin():
    with pytest.raises(SyntaxError) as raised:
        process.compile("1 +")
    assert raised.value.filename == "<compile>"


@needs_javascript
def test_in_javascript(tmp_path):
    source = """
    puts(process.compile("var made = 20; made + 1", "origin.js") + " " + made);
    try { process.compile("\\n  null.x", "origin.js"); }
    catch (e) { puts(/origin\\.js:2/.test(e.stack)); }
    """
    assert run_javascript(source, tmp_path) == "21 20\ntrue\n"
