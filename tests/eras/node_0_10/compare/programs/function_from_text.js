// Functions made of text, and the constructor that makes them.
var tell = require('./lib/tell');

tell.using({util: require('util')}).each([
  'new Function("return 1")()',
  'Function("a","b","return a+b")(1,2)',
  'new Function()()',
  'new Function("a","return x=>1")',
  'new Function("let x=1")',
  'new Function("a=1","return a")',
  'Function("return this")()===global',
  '(function(){}).constructor===Function',
  '(function(){}) instanceof Function',
  'Function.prototype.constructor===Function',
  'Function.length',
  'Function.name',
  'Function instanceof Function',
  'Function+""',
  'typeof Function.prototype',
  'new Function("a,b","return a*b")(2,3)',
  'new Function("/*","*/){")',
  'new Function("return arguments.length")(1,2,3)',
  'new Function("a","return a")+""',
  'Object.getPrototypeOf(Function)===Function.prototype',
  'Function.prototype.call.call(function(){return this.x},{x:1})',
  'Function.apply(null,["return 7"])()',
  'new (Function.bind.apply(Function,[null,"return 8"]))()',
  'util.inspect(Function)',
  '(new Function("return 1")).name',
  'new Function("return `x`")',
  'Function({toString:function(){return "return 3"}})()'
]);
