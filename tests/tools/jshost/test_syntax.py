"""What is of a later language than the generation's is found, and nothing else is."""

import json

import pytest
from eratools.jshost.engine import script

quickjs = pytest.importorskip("quickjs")


@pytest.fixture(scope="module")
def find():
    context = quickjs.Context()
    source = script("js/syntax.js")
    context.eval("var core = {};" + source[source.index("(function (core)") :].strip().rstrip(";") + "(core)")
    found = context.eval("(function (text) { return JSON.stringify(core.findLater(text) || null); })")
    return lambda text: json.loads(found(text))


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("let x = 1", "Unexpected identifier", 1, 5),
        ("\n  var f = (x) => x", "Unexpected token >", 2, 16),
        ("f()\n`a`", "Unexpected token ILLEGAL", 2, 1),
        ("class A {}", "Unexpected reserved word", 1, 1),
        ("var {a} = b", "Unexpected token {", 1, 5),
        ("for (var a of b) {}", "Unexpected identifier", 1, 12),
        ("function f(a, b = 1) {}", "Unexpected token =", 1, 17),
        ("f(...a)", "Unexpected token .", 1, 3),
        ("({a, b: 1})", "Unexpected token ,", 1, 4),
        ("({a() {}})", "Unexpected token (", 1, 4),
        ("({[a]: 1})", "Unexpected token [", 1, 3),
        ("a ** b", "Unexpected token *", 1, 4),
        ("a?.b", "Unexpected token .", 1, 3),
        ("async function f() {}", "Unexpected token function", 1, 7),
        ("function* f() {}", "Unexpected token *", 1, 9),
        ("1_000", "Unexpected token ILLEGAL", 1, 1),
    ],
)
def test_what_is_later_is_found(find, text, message, line, column):
    assert find(text) == {"message": message, "line": line, "column": column}


@pytest.mark.parametrize(
    "text",
    [
        "var a = '=> `${x}` class let', b = /=>`[/]/; // => class\n/* let x */",
        "var o = {get a() { return 1 }, set a(v) {}, get: 1, class: 2, 'x': {}, 3: [], if: f.bind(1)}",
        "var o = {a: function () {}.bind(1), b: function () {}}",
        "x: for (;;) { switch (1) { case 1: { break x } default: {} } }",
        "var let_ = 1, async = 2, of = 3\nasync\nof",
        "a ? {b: 1} : {c: d ? 2 : 3}, a ? .5 : 1",
        "o.class; o.catch(1); o.function; o.let = o.of",
        "(function () {}).call(this), function () {}()",
        "if (a) /b/.test(c); else {} while (0) /d/.exec(e); a / b / c",
        "[, 1, ]; f(a, function () {}); new (f())",
        "return {} / 2",
        "return\n{ f(); }",
    ],
)
def test_what_only_looks_like_it_is_not(find, text):
    assert find(text) is None


def test_long_scripts_are_read_only_where_something_is_suspect(find):
    filler = "var a = 1;\n" * 4000
    assert find(filler) is None
    assert find(filler + "x => x")["line"] == 4001
