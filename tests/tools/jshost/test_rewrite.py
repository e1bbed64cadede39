"""What is changed in a program's source, where, and what only looks like it."""

import pytest
from eratools.jshost.rewrite import rewrite


def changed(source):
    """The rewritten source without what surrounds it, and with marks that can be read."""
    text, _ = rewrite(source)
    start, end = "(\vfunction ($thrown) { return ", " })"
    assert text.startswith(start) and text.endswith(end)
    return text[len(start) : -len(end)].replace("\v", "@")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("var f = function () {}", "var f = @0||function () {}"),
        ("({f:function(){}})", "({f:@0||function(){}})"),
        ("const a = 1", "var@  a = 1"),
        ("throw e", 'throw @$thrown["1:7"]=e'),
        ("f(); throw 'text'", "f(); throw @$thrown[\"1:6\"]='text'"),
        ("a = 1 / 2; throw e / 3", 'a = 1 / 2; throw @$thrown["1:18"]=e / 3'),
        ("return /throw e/.test(a)", "return /throw e/.test(a)"),
        ("a = /[/]throw e/", "a = /[/]throw e/"),
    ],
)
def test_what_is_changed(source, expected):
    assert changed(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "// throw e",
        "/* const a = function () {} */",
        "'throw e'",
        '"a = function () {}"',
        "a.throw (e)",
        "({throw: 1, const: 2})",
        "a == function () {}",
        "var f = function named() {}",
        "rethrow\nconstant = 1",
    ],
)
def test_what_is_left_alone(source):
    assert changed(source) == source


def test_what_was_inserted_is_told():
    text, inserted = rewrite("var f = function () {};\n  throw f")
    lengths = [length for _line, _column, length in inserted]
    assert [(line, column) for line, column, _length in inserted] == [(1, 1), (1, 9), (2, 9)]
    assert text[: lengths[0]] == "(\vfunction ($thrown) { return "
    assert sum(lengths) == len(text) - len("var f = function () {};\n  throw f") - len(" })")


def test_no_line_moves():
    source = "const a = 1\n\nvar f = function () {\n  throw a\n}\n"
    assert rewrite(source)[0].count("\n") == source.count("\n")
