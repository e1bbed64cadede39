// Which function called one, as functions told it of themselves.
function outer() { return inner(); }
function inner() { return inner.caller; }
console.log(outer() === outer, inner.caller, inner.arguments);

function callee() { return arguments.callee.caller; }
function named() { return callee(); }
var nameless = function () { return callee(); };
console.log(named() === named, nameless() === nameless, typeof callee());
console.log([1].map(function each() { return callee(); })[0].name);

function deep(n) { return n > 0 ? deep(n - 1) : deep.caller; }
console.log(deep(3) === deep);
inner.caller = 5;
console.log(inner.caller, Object.keys(inner), 'caller' in inner);
(function () {
  'use strict';
  try { (function strict() { return strict.caller; })(); } catch (error) { console.log(error.message); }
})();
