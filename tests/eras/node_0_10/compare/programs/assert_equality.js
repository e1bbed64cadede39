// What equal, strictEqual, ok and their opposites accept, and what they say.
var tell = require('./lib/tell');
var assert = require('assert');
function f0() {}
function f1(a) { return a; }
function E1() { this.message = 'e1'; }
function throwing(value) { return function () { throw value; }; }

tell.using({A: assert, util: require('util'), f0: f0, f1: f1, E1: E1, E2: function () {}, thr: throwing, long: new Array(200).join('x')}).each([
  'A()',
  'A(0)',
  'A(1)',
  'A("")',
  'A(false,"msg")',
  'A(null,null)',
  'A(undefined,undefined)',
  'A(0,"")',
  'A(0,0)',
  'A(0,new Error("E"))',
  'A(0,{a:1})',
  'A.ok()',
  'A.ok(0)',
  'A.ok(NaN)',
  'A.ok([])',
  'A.equal(1,"1")',
  'A.equal(1,2)',
  'A.equal(NaN,NaN)',
  'A.equal(null,undefined)',
  'A.equal({},{})',
  'A.equal([1,2],"1,2")',
  'A.equal("a","b","m")',
  'A.equal(undefined,1)',
  'A.equal(f0,f1)',
  'A.equal(/a/,/a/)',
  'A.equal(new Date(0),new Date(0))',
  'A.equal(Infinity,-Infinity)',
  'A.equal({a:Infinity,b:NaN,c:undefined,d:f1,e:/x/g},1)',
  'A.equal(long,1)',
  'A.equal(1,long)',
  'A.equal([long],[long])',
  'A.notEqual(1,1)',
  'A.notEqual(1,2)',
  'A.notEqual(NaN,NaN)',
  'A.strictEqual(1,"1")',
  'A.strictEqual(NaN,NaN)',
  'A.strictEqual(0,-0)',
  'A.strictEqual(1,2,"m")',
  'A.notStrictEqual(1,1)',
  'A.notStrictEqual(1,"1")',
  'A.equal.name',
  'A.equal.length'
]);
