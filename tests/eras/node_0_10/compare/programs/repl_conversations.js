// Conversations with a prompt, each from its beginning.
var repl = require('repl');
var stream = require('stream');

var conversations = [
  ['1 + 1', '_ + 5', '_'],
  ['var x = { a: 1,', 'b: 2 }', 'x', 'x.a = 5', '{ a: 1 }', '{}'],
  ['function f(n) {', 'if (n) {', 'return function () {', '};', '}', 'return n * 2; }', 'f(0)', 'f'],
  ['function a() { function b() {', 'return function () {', '}', '}', '}', 'a()'],
  ['foo(', ')', '1'],
  ["'unterminated", '.break', '1'],
  ['"abc\\', 'def"'],
  ['[1,', '[2,', '[3', ']]]'],
  ['a b', '.clear', '5'],
  ['', '   ', '// comment', '/* a */ 1'],
  ['throw 5', 'throw undefined', 'throw null', 'throw { a: 1 }', 'throw "text"'],
  ["throw new Error('boo')", 'nope', 'nope.x', 'undefined.x', '"still here"'],
  ['JSON.parse("{")', 'new RegExp("(")', 'eval("1 +")', '.break', '2'],
  ["'use strict'; with (a) {}", "'use strict'; 010", '1 = 2'],
  ['new Error("shown")', '({ a: new Error("x") })', 'null', 'undefined', '"a\\nb"', '[1, [2, [3, [4, [5]]]]]'],
  ['.help', '.nothing', '.', '.1 + 1'],
  ['if (1) {', '.help', '1 }'],
  ['if (1) {', '.nothing'],
  ['.load /nonexistent/file', '.save /nonexistent/file', '.load', '.save'],
  ['typeof require', 'module.id', 'require.main', 'fs === require("fs")', 'typeof http.createServer', 'typeof exports'],
  ['this === global', 'var v = 5', 'global.v', 'v = 6', '_', '_ = 7', '_'],
  ['console.log("hi")', 'console.log("a"), 5', 'process.argv.length', 'process.execArgv'],
  ['1;2', '1,', '2', 'x = 5; y = 6', 'delete y', 'y'],
  ['for (var i = 0; i < 3; i++) { i }', 'switch (1) {', "case 1: 'one' }", 'try { throw 1 } catch (e) { e }', 'a: 5'],
  ['function F() { this.a = 1 }', 'F.prototype.hi = function () {}', 'new F', 'Object.create({ a: 1 })', 'new Date(0)', '/x/g'],
  ['new Buffer("abc")', '-0', 'NaN', '0x10', '010', 'function () {}'],
];

function essence(text) {
  return text.split('\n').filter(function (line) { return line && !/^ *\^+$|^ +at /.test(line); });
}

(function next() {
  var lines = conversations.shift();
  if (!lines) return;
  var input = new stream.PassThrough();
  var output = new stream.Writable();
  var text = '';
  output._write = function (chunk, encoding, callback) {
    text += chunk;
    callback();
  };
  repl.start({ prompt: '> ', input: input, output: output, useGlobal: true }).on('exit', function () {
    console.log(lines[0]);
    essence(text).forEach(function (line) { console.log('   ', JSON.stringify(line)); });
    next();
  });
  input.end(lines.join('\n') + '\n');
})();
