"""What is changed in a program's source, where, and what only looks like it."""

import random
import time

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
        ("if (f(a)) /throw e'/.test(b)", "if (f(a)) /throw e'/.test(b)"),
        ("a = // a pattern\n  /throw e'/", "a = // a pattern\n  /throw e'/"),
        ("a /* b */ / c; throw e", 'a /* b */ / c; throw @$thrown["1:22"]=e'),
        ("1. / 'a' / c; throw e", "1. / 'a' / c; throw @$thrown[\"1:21\"]=e"),
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
    begin, nameless, thrown = len("(@function ($thrown) { return "), len("@0||"), len('@$thrown["2:9"]=')
    assert inserted == {1: [(1, begin), (9, nameless)], 2: [(9, thrown)]}
    assert sum((begin, nameless, thrown)) == len(text) - len("var f = function () {};\n  throw f") - len(
        " })"
    )


def test_no_line_moves():
    source = "const a = 1\n\nvar f = function () {\n  throw a\n}\n"
    assert rewrite(source)[0].count("\n") == source.count("\n")


PIECES = [
    ("var f = function () {};", "var f = @0||function () {};"),
    ("a({ f: function(a, b) { return a / b } });", "a({ f: @0||function(a, b) { return a / b } });"),
    ("const b = 1;", "var@  b = 1;"),
    ("throw\te;", 'throw\t@$thrown["LINE:VALUE"]=e;'),
    ("throw { a: '/' };", "throw @$thrown[\"LINE:START\"]={ a: '/' };"),
    *((same, same) for same in (
        "a = b / c / d;", "a.throw (e);", "function named() {}", "'throw e\\\\';", "'it\\'s const a = 1';",
        '"= function ()" + "/";', "/[/'\"]= function ()\\//g.test(a);", "if (a / b) /throw e'/.exec(c);",
        "// it's = function () {}\n", "/* const a = 1; ' \" / */", "a = /* b / */ /throw e\"/;", "\n",
        "\n\n  ", " ", "é = 'ü/\U0001f600';",
    )),
]  # fmt: skip
"""Pieces of a program, and what they are rewritten to."""


@pytest.mark.parametrize("seed", range(50))
def test_any_pieces_are_changed_each_for_itself_and_every_place_is_told(seed):
    source, expected, places = "", "", [(1, 1)]
    for given, made in random.Random(seed).choices(PIECES, k=60):
        line, column = source.count("\n") + 1, len(source) - source.rfind("\n")
        value = column + len("throw ")
        made = made.replace("LINE", str(line)).replace("VALUE", str(value)).replace("START", str(column))
        if "@" in made and given != "const b = 1;":
            places.append((line, column + made.index("@")))
        source, expected = source + given, expected + made
    assert changed(source) == expected
    assert [(line, at) for line, pieces in rewrite(source)[1].items() for at, _length in pieces] == places


@pytest.mark.parametrize(
    "unit", ["/* ", '\\"', "'\\", "/[", "}/", "throw e;", "=function(){}", "= ", "const ", "a/b;"]
)
def test_a_source_of_any_kind_takes_time_as_it_is_long(unit):
    short, long = (
        min(seconds(unit * (length // len(unit))) for _ in range(3)) for length in (10_000, 40_000)
    )
    assert long < 10 * short + 0.05


def seconds(source):
    begun = time.process_time()
    rewrite(source)
    return time.process_time() - begun
