// Where in its line a call of a stack is said to be, however many arguments it has.
Error.prepareStackTrace = function (error, sites) { return sites; };
function place(site) { return site.getLineNumber() + ':' + site.getColumnNumber(); }
function at() { return place(new Error().stack[1]); }
function Made() { this.at = place(new Error().stack[1]); }
function id(value) { return value; }
function fail(f) { try { f(); } catch (error) { console.log(error.message, place(error.stack[0])); } }
var x = 1, o = { at: at, b: { at: at, c: 2 } };

console.log(at(), at(x), at(x, o.b.c), at('s', 5), at(function () {}), at({ a: x }), at(x + 1));
console.log(o.at(), o.at(x), o.b.at(x, 1), o['at'](x), id(at)(x), at(id(x)), at(id(1), id(2)));
console.log(at(x,
  o.b.c,
  1));
console.log(o
  .at(x), o.b.at(function () {
    return 1;
  }, 5));
console.log(at(x) + at(o), new Made().at, new Made(x).at, new Made(id(x)).at);
console.log(at.call(null, x), at.apply(null, [x]), x ? at(x) : 0, [at(x)], { a: at(x) });
fail(function () { o.nothing.name; });
fail(function () { o.b.c.d.e; });
fail(function () { o.nothing.called(x); });
fail(function () { var u; return x + u.called(1, x); });
fail(function () { return new Nowhere(x); });
fail(function () { id(new Nowhere); });
fail(function () { o.nothing(x); });
fail(function () { o.b.nothing(x); });
fail(function () { nowhere(x); });
fail(function () { id(nowhere); });
fail(function () { throw new Error('made'); });
fail(function () { throw new Error('with ' + id('arguments') + id(x)); });
fail(function () { throw new Error('on ' +
  x + ' lines'); });

var assert = require('assert');
function here() { var object = {}; Error.captureStackTrace(object, here); return place(object.stack[0]); }
console.log(here(), here(x), here(id(x), o.b.c), id(here(x)));
fail(function () { assert(false, 'the message'); });
fail(function () { assert.equal(id(x), o.b.c, 'not equal'); });
