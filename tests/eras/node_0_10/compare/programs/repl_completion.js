// What the tab key offers at a prompt.
var repl = require('repl');
var stream = require('stream');

var output = new stream.Writable();
output._write = function (chunk, encoding, callback) { callback(); };
var server = repl.start({ prompt: '> ', input: new stream.PassThrough(), output: output, useGlobal: true });

function Thing() { this.own = 1; }
Thing.prototype.other = 2;
server.context.x = { y: { z: 1, w: 2 }, 'a-b': 1, get bad() { throw 5; }, nothing: null, text: 'abc', number: 5, list: [1] };
server.context.thing = new Thing();

var lines = ['Obj', 'os.EO', 'proc', 'process.ver', 'Math.s', 'x', 'x.', 'x.y', 'x.y.', 'x.nope.', 'nope.', 'x.a', 'x.bad.',
  'x.nothing.', 'x.text.char', 'x.text.le', 'x.number.toF', 'x.list.le', '.he', '.', '  .s', ' ', 'x..', '.x', '..', '$',
  'var a = Obj', 'foo(Math.s', '"a".to', 'this.pro', 'x["y"].', 'new Dat', 'a.b(c.', 'f().', '(x).', 'x .y', 'Object.prototype.',
  'thing.', 'thing.o', 'global.thing.ow', 'thi', '(x.y', '[x.y', '{x.y', 'x.y +', 'x.y ', '!x.y', 'return Obj', 'var re', 'if',
  'fs.readF', 'zzz', 'typeof x.y.', 'require("f', "require('fs')", "require('./no", 'require("url'];
lines.forEach(function (line) {
  server.complete(line, function (error, found) { console.log(JSON.stringify(line), error, JSON.stringify(found)); });
});
process.exit();
