// The forms of throws and doesNotThrow, with classes, patterns and functions.
var tell = require('./lib/tell');
var assert = require('assert');
function f0() {}
function f1(a) { return a; }
function E1() { this.message = 'e1'; }
function throwing(value) { return function () { throw value; }; }

tell.using({A: assert, util: require('util'), f0: f0, f1: f1, E1: E1, E2: function () {}, thr: throwing, long: new Array(200).join('x')}).each([
  'A.throws(f0)',
  'A.throws(5)',
  'A.throws(null,/not a function/)',
  'A.doesNotThrow("text")',
  'A.doesNotThrow({},TypeError)',
  'A.throws(f0,"m")',
  'A.throws(f0,Error)',
  'A.throws(f0,Error,"m")',
  'A.throws(f0,/x/)',
  'A.throws(f0,E1)',
  'A.throws(f0,undefined,"m")',
  'A.throws(f0,null,"m")',
  'A.throws(thr(new Error("x")))',
  'A.throws(thr(new Error("x")),Error)',
  'A.throws(thr(new Error("x")),TypeError)',
  'A.throws(thr(new TypeError("x")),Error)',
  'A.throws(thr(new Error("x")),/x/)',
  'A.throws(thr(new Error("x")),/y/)',
  'A.throws(thr(new Error("x")),/^Error: x$/)',
  'A.throws(thr(new Error("x")),function(e){return true})',
  'A.throws(thr(new Error("x")),function(e){return 1})',
  'A.throws(thr(new Error("x")),function(e){return false})',
  'A.throws(thr(new Error("x")),function(e){return this})',
  'A.throws(thr("str"),/str/)',
  'A.throws(thr("str"),Error)',
  'A.throws(thr("str"),E1)',
  'A.throws(thr(undefined))',
  'A.throws(thr(undefined),Error)',
  'A.throws(thr(null))',
  'A.throws(thr(0))',
  'A.throws(thr(new E1),E1)',
  'A.throws(thr(new E1),E2)',
  'A.throws("x")',
  'A.throws()',
  'A.throws(null)',
  'A.doesNotThrow(f0)',
  'A.doesNotThrow(thr(new Error("x")))',
  'A.doesNotThrow(thr(new Error("x")),"m")',
  'A.doesNotThrow(thr(new Error("x")),Error)',
  'A.doesNotThrow(thr(new Error("x")),Error,"m")',
  'A.doesNotThrow(thr(new Error("x")),TypeError,"m")',
  'A.doesNotThrow(thr(new Error("x")),/x/)',
  'A.doesNotThrow(thr(new Error("x")),/y/)',
  'A.doesNotThrow(thr(5))',
  'A.doesNotThrow(thr(undefined))',
  'A.doesNotThrow(thr(0),"m")',
  'A.throws.length'
]);
