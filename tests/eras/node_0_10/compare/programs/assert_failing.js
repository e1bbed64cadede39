// fail, ifError and AssertionError itself: messages, names, properties.
var tell = require('./lib/tell');
var assert = require('assert');
function f0() {}
function f1(a) { return a; }
function E1() { this.message = 'e1'; }
function throwing(value) { return function () { throw value; }; }

tell.using({A: assert, util: require('util'), f0: f0, f1: f1, E1: E1, E2: function () {}, thr: throwing, long: new Array(200).join('x')}).each([
  'A.deepEqual([1,2],{0:1,1:2,length:2})',
  'A.ifError(null)',
  'A.ifError(0)',
  'A.ifError(undefined)',
  'A.ifError("")',
  'A.ifError("x")',
  'A.ifError(new Error("e"))',
  'A.ifError(1)',
  'A.fail()',
  'A.fail(1,2)',
  'A.fail(1,2,"m","!")',
  'A.fail(1,2,undefined,"!")',
  'A.fail(1,2,"",">")',
  'A.fail("a","b",null,"==")',
  'A.fail({a:[1]},[{}],undefined,"cmp")',
  'A.fail(f1,/x/,undefined,"cmp")',
  'A.fail(undefined,NaN,undefined,"cmp")',
  'A.fail({a:{b:f1}},1,undefined,"cmp")',
  'Object.keys(A)',
  'A.length',
  'A.equal.length',
  'A.throws.length',
  'A.AssertionError.length',
  'A.AssertionError.name',
  'new A.AssertionError({message:"m",actual:1,expected:2,operator:"="})',
  'new A.AssertionError({message:"m"}).toString()',
  'new A.AssertionError({actual:1,expected:2,operator:"="}).message',
  'new A.AssertionError({}).message',
  'new A.AssertionError()',
  'new A.AssertionError("x")',
  'A.AssertionError.super_===Error',
  'new A.AssertionError({message:"q"}) instanceof Error',
  'util.inspect(new A.AssertionError({message:"q",actual:1}))',
  'A.AssertionError({message:"a"})',
  '(function(){try{A.equal(1,2)}catch(e){return e.stack.split("\\n")[0]}})()',
  '(function(){try{A(false,"why")}catch(e){return e.stack.split("\\n")[0]}})()',
  '(function(){try{A.equal(1,2)}catch(e){return util.isError(e)+" "+e.generatedMessage}})()',
  'JSON.stringify((function(){try{A.equal(1,2)}catch(e){return e}})())'
]);
