// Files in a later language than that of 2013, each with what it is told, and files that only look like it.
var scratch = require('./lib/scratch');

// Only the first file is shown on stderr.
try { require('./broken/brace'); } catch (error) { console.log(String(error)); }

[
  'let x = 1', 'class A {}', 'var f = x => x', 'var f = (a, b) => a', 'var f = () => 1', '`a`', 'var {a} = {}', 'var [a] = []',
  'function f(a = 1) {}', 'function f(...a) {}', 'function f({a}) {}', 'f(...[1])', '[...[1]]', 'var a = 1, o = {a}', 'var o = {a() {}}',
  'var o = {[1]: 2}', 'for (var a of []) {}', 'function* g() {}', 'async function f() {}', 'await 1', '0b1', '0o7', '1_000', '10n', '2 ** 3',
  'var a; a?.b', 'var a; a ?? 1', 'try {} catch {}', 'new.target', 'import x from "y"', 'export default 1', 'super()', 'var a; f(a,)',
  'function f(a,) {}', '"\\u{61}"', 'var o = {get a() { return 1 }, set a(v) {}, b: 1, "c": 2, 3: 4, if: 5}', 'var let_ = 1, async = 2; async\n+let_',
  'var of = 1, get = 2, set = {get: of, set: get}', 'var s = "=> `${x}` class let", r = /=>`/g; // => class\n/* let x */ s.replace(r, "")',
  'var o = {a: function () {}.bind(1), b: [1, ][0] ? {c: 1} : {d: 2}}', 'lab: for (;;) { switch (1) { case 1: { break lab; } default: { } } }',
  'if (1) /x/.test("x"); else { }', 'var a = {}.b / 2 / 1, c = a ? .5 : 1', 'var o = {class: 1, import: 2}; o.class; o.catch; o.function; o.let',
  'with ({a: 1}) a', '(function () { return {} })().x', '!function () {}()', 'a: { break a }', 'do ; while (0) /1/.test(1)', 'var let = 1',
  '"use strict"; let x = 1', '"use strict"; var a = 1;\nfor (let i = 0; i < a; i++);', '(function () { "use strict"; var let = 1 })()',
  '"use strict"; static = 1', '"use strict"; var o = {let: 1, get yield() {}, public: 2}; o.let; o.static', 'function f() { "use strict" } let = 1'
].forEach(function (source, index) {
  try {
    require(scratch.file(index + '.js', source + '\n'));
    console.log(source, 'ran');
  } catch (error) {
    console.log(source, String(error));
  }
});
