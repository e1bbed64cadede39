// The own properties of functions, regular expressions and errors, listed and described.
var tell = require('./lib/tell');
function F(a) {}

tell.using({util: require('util'), er: new Error('x'), er2: new TypeError(), F: F, bo: F.bind(null), st: function () { 'use strict'; }}).each([
  'Object.getOwnPropertyNames(er)',
  'Object.getOwnPropertyNames(er2)',
  'Object.getOwnPropertyNames(F)',
  'Object.getOwnPropertyNames(bo)',
  'Object.getOwnPropertyNames(st)',
  'Object.getOwnPropertyNames(parseInt)',
  'Object.getOwnPropertyNames(/x/g)',
  'Object.getOwnPropertyDescriptor(er,"stack")&&Object.keys(Object.getOwnPropertyDescriptor(er,"stack"))',
  'Object.getOwnPropertyDescriptor(er,"arguments")',
  'Object.getOwnPropertyDescriptor(er,"type")',
  'Object.getOwnPropertyDescriptor(F,"arguments")',
  'Object.getOwnPropertyDescriptor(F,"caller")',
  'Object.getOwnPropertyDescriptor(/x/g,"global")',
  'Object.getOwnPropertyDescriptor(/x/g,"source")',
  'util.inspect(er,true).split("\\n")[0]',
  'util.inspect(er2,true).split("\\n").slice(-4)',
  'util.inspect(F,true)',
  'util.inspect(/x/g,true)',
  'util.inspect([1],true)',
  'util.inspect(parseInt,true)',
  '(function(){var o={};Object.getOwnPropertyNames(er).forEach(function(k){o[k]=k==="stack"?1:er[k]});return o})()',
  'JSON.stringify(er,["message","stack"]).slice(0,40)',
  'er.arguments',
  'er.type',
  'Object.keys(er2)',
  '"stack" in er',
  'Object.getOwnPropertyNames([1])',
  'Object.getOwnPropertyNames(Object("ab"))',
  '(function(){var a=[1];a.x=1;return Object.getOwnPropertyNames(a)})()',
  'delete er.stack',
  'Error.prototype.stack',
  'st.caller'
]);
