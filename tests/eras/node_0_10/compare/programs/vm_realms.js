// A context has built-ins of its own, and what crosses keeps those it was made with.
var vm = require('vm');
var util = require('util');
var assert = require('assert');

function thrown(f) {
  try { return f(); } catch (error) { return error; }
}

console.log(vm.runInNewContext('Array') === Array, vm.runInThisContext('Array') === Array);
console.log(vm.runInNewContext('[1]') instanceof Array, Array.isArray(vm.runInNewContext('[1]')));
console.log(vm.runInNewContext('x instanceof Array', { x: [] }), vm.runInNewContext('[] instanceof Array'));
console.log(vm.runInNewContext('typeof ArrayBuffer + typeof Buffer + typeof process + typeof console'));
console.log(vm.runInNewContext('Object.getOwnPropertyNames(this).sort().join()'));

var error = thrown(function () { vm.runInNewContext('null.x'); });
console.log(error instanceof TypeError, error instanceof Error, error.name, error.message, util.isError(error));
error = thrown(function () { vm.runInNewContext('x y'); });
console.log(error instanceof SyntaxError, error.name, error.message);
error = thrown(function () { vm.runInNewContext('\n  throw new Error("x")', {}, 'f.vm'); });
console.log(error.stack.split('\n').slice(0, 2));

var f = vm.runInNewContext('(function (x) { return [typeof this, x instanceof Object]; })');
console.log(f({}), f.call(5, {}), f instanceof Function, typeof f, f.constructor === Function);

var values = vm.runInNewContext('[new Date(0), /x/g, new Error("q"), Object.create(null), { a: [1, undefined] }, function foo() {}]');
console.log(util.inspect(values), JSON.stringify(values));
console.log(util.isDate(values[0]), util.isRegExp(values[1]), util.isError(values[2]));
assert.deepEqual(vm.runInNewContext('({ a: [1, 2] })'), { a: [1, 2] });

// What the code changes is copied back, whatever it is.
var sandbox = { a: 1 };
Object.defineProperty(sandbox, 'hidden', { value: 5, configurable: true });
vm.runInNewContext('Object.defineProperty(this, "g", { get: function () { return 3; }, enumerable: true }); b = hidden; delete a; Math.x = 1; Array = 5', sandbox);
console.log(Object.keys(sandbox).sort(), sandbox.a, sandbox.b, sandbox.g, Math.x, 'Array' in sandbox, 'String' in sandbox);
console.log(vm.runInNewContext('z = 2; z', Object.freeze({ z: 1 })), vm.runInNewContext('p = 8; p', { get p() { return 7; } }));
sandbox = {};
sandbox.self = sandbox;
console.log(vm.runInNewContext('self === this', sandbox), sandbox.self === sandbox);

// A context lives on.
var context = vm.createContext({ x: 1 });
console.log(context, Object.prototype.toString.call(context), context.constructor.name);
vm.runInContext('var y = x + 1; x = 10; function inc() { return ++y; }', context);
console.log(Object.keys(context).sort(), context.inc(), context.y, vm.runInContext('y', context), vm.runInContext('inc()', context), context.y);
delete context.x;
console.log(vm.runInContext('typeof x', context), vm.runInContext('[] instanceof Array', context));
vm.runInContext('list = [1]', context);
console.log(vm.runInContext('list instanceof Array', context), context.list instanceof Array);
console.log(thrown(function () { return vm.createContext(5); }).message, thrown(function () { return vm.runInContext('1', {}); }).message);

// What is made there works here.
require('fs').stat('.', vm.runInNewContext('(function (error, stats) { log(error, stats.isDirectory()); })', { log: console.log }));
var url = vm.runInNewContext('({ protocol: "http:", host: "a.b", pathname: "/x", query: { q: 1 } })');
console.log(require('url').format(url), require('querystring').stringify(vm.runInNewContext('({ a: [1, 2], b: "c" })')));
console.log(new Buffer(vm.runInNewContext('[1, 2, 3]')), Buffer.concat(vm.runInNewContext('[b, b]', { b: new Buffer('z') })).toString());
console.log(vm.runInNewContext('[+new Date("Thu, 01 Jan 1970 00:00:01 GMT"), Date.UTC(1970, 0, 2), [3, 1, 2].sort(), (255).toString(16), String(function f() { return 1; }), new Function("a", "return a")(5), RegExp("a+").source]'));
console.log(thrown(function () { return vm.runInNewContext('JSON.parse("{a")'); }).message, thrown(function () { return vm.runInNewContext('Function("let x = 1 +")'); }).name);
