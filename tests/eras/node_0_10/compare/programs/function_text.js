// The text of functions, as written, built in, bound and made of text; this and arguments.
var tell = require('./lib/tell');
var f1 = function() {};
var f2 = function   foo  (a , b)  { /* c */ return a };
function decl(a,b){return a}
var f5 = function/*c*/(a/*d*/){ };
var f6 = function /*x*/ nm /*y*/ (a){};

tell.using({
  f1: f1, f2: f2, f3: new Function('a', 'b', 'return a+b'), f4: new Function(), decl: decl, f5: f5, f6: f6, f7: decl.bind(null, 1),
  f8: new Function('return 1'), f9: Function('a,b', 'c', 'return 1//x'), f10: function(){"use strict"}, f11: function(a){return arguments.callee},
  o: {get x(){return 1},set x(v){},m:function(a){}, n:function nn(){}}
}).each([
  'f1+""',
  'f2+""',
  'f3+""',
  'f4+""',
  'f5+""',
  'f6+""',
  'f7+""',
  'f8+""',
  'f9+""',
  'f10+""',
  'decl+""',
  'o.m+""',
  'o.n+""',
  'Array+""',
  '[].push+""',
  'Math.max+""',
  'Function.prototype+""',
  'Function+""',
  'parseInt+""',
  'eval+""',
  'Error+""',
  '(function(){}).bind()+""',
  'Object.prototype.__lookupGetter__+""',
  'f1.length',
  'f2.length',
  'f3.length',
  'f7.length',
  'f9.length',
  '(decl.length=5,decl.length)',
  'Object.keys(Error)',
  '(function(){"use strict";return this})()',
  '(function(){return typeof this})()',
  '(function(){"use strict";return arguments.callee})()',
  'f11()===f11',
  'f10.caller',
  'f10.arguments',
  '(function(a){a=2;return arguments[0]})(1)',
  '(function(a){arguments[0]=2;return a})(1)',
  '(function(a){"use strict";a=2;return arguments[0]})(1)',
  '(function(){return arguments})(1)+""',
  '(function(){return typeof arguments})()',
  '(function(){return Object.prototype.toString.call(arguments)})()',
  '(function(){return arguments.length})(1,2)',
  'f1.hasOwnProperty("name")',
  '"caller" in f1',
  'typeof Function.prototype',
  'Function.prototype()',
  'new f1 instanceof f1',
  'f1.apply(null,{length:2})',
  'f1.apply(1,null)',
  'f1.call.apply(f2,[1,2])',
  '(function(a,a){return a})(1,2)',
  '(function(){return this.x}).call({x:1})',
  '(function(){return this}).call(5)',
  '(function f(){f=1;return typeof f})()'
]);
