// replace with marks, functions and nothing.
var tell = require('./lib/tell');

tell.each([
  '(function(){var r=/a*?/g;return "baac".replace(r,"-")})()',
  '(function(){var r=/x*/g;return ["abc".replace(r,"-"),"abc".match(r),"abc".split(/x*/)]})()',
  "\"abc\".replace(/(b)/,\"[$1$2$&$`$'$$$0$01$10]\")",
  "\"abc\".replace(\"b\",\"[$&$`$'$$$1]\")",
  '"abc".replace("b",function(){return JSON.stringify([].slice.call(arguments))})',
  '"abc".replace(/(b)(x)?/,function(){return JSON.stringify([].slice.call(arguments))})',
  '"aXbX".replace("X","y")',
  '"abc".replace()',
  '"undefined".replace()',
  '"abc".replace("b")',
  '"abc".replace(/b/,null)',
  '(function(){"xay".replace(/a/,"b");return RegExp.leftContext})()',
  '"x".replace(/x/,"$")',
  '"x".replace(/x/,"$$")',
  '"x".replace(/x/,"$a")',
  '"x".replace(/(x)/,"$11")',
  '"x".replace(/(x)/,"$00")',
  '"abcabc".replace(/b/g,function(m,i,s){return i})',
  '"abc".replace(/b/,undefined)'
]);
