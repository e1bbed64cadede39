"""`vm` of 0.10: contexts with built-ins of their own, and what of them crosses to Python."""

# ruff: noqa: E501 (lines of JavaScript)


def test_a_context_has_its_own_built_ins(program):
    source = """
    var vm = require('vm');
    console.log(vm.runInNewContext('Array') === Array, vm.runInNewContext('[]') instanceof Array);
    console.log(vm.runInNewContext('[] instanceof Array'), vm.runInNewContext('typeof Map + typeof [].includes'));
    try { vm.runInNewContext('null.x'); } catch (e) { console.log(e instanceof Error, String(e)); }
    var context = vm.createContext({ n: 1 });
    vm.runInContext('var m = n + 1; function f() { return m; }', context);
    console.log(context.m, context.f(), typeof m);
    """
    assert program.run("0.10", source) == (
        0,
        "false false\ntrue 'undefinedundefined'\nfalse 'TypeError: Cannot read property \\'x\\' of null'\n2 2 'undefined'\n",
        "",
    )


def test_what_is_made_there_crosses_as_what_is_made_here(program):
    source = """
    var made = require('vm').runInNewContext('({ query: { a: [1, "b"] }, when: new Date(0), call: function () { return 7; } })');
    console.log(require('querystring').stringify(made.query));
    require('fs').utimesSync(__filename, made.when, made.when);
    console.log(+require('fs').statSync(__filename).mtime, made.call());
    """
    assert program.run("0.10", source) == (0, "a=1&a=b\n0 7\n", "")


def test_code_that_is_run_over_and_over_tells_its_place(program):
    source = """
    var vm = require('vm');
    for (var i = 0; i < 3000; i++) vm.runInThisContext('1 + ' + i % 700, 'n' + i % 3);
    try { vm.runInThisContext('\\n  nope()', 'late.vm'); } catch (e) { console.log(e.stack.split('\\n')[1]); }
    """
    assert program.run("0.10", source)[1] == "    at late.vm:2:3\n"
