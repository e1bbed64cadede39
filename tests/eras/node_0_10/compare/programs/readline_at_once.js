// Several keys at once, wide letters, completions in columns and groups: what the terminal is told.
var readline = require('readline');
var stream = require('stream');

function type(texts, completer, columns) {
  var told = '';
  var input = new stream.PassThrough();
  var output = new stream.Writable();
  output.columns = columns;
  output._write = function (chunk, encoding, callback) { told += chunk; callback(); };
  var lines = readline.createInterface({ input: input, output: output, terminal: true, completer: completer });
  lines.on('line', function (line) { console.log('line', JSON.stringify(line)); });
  texts.forEach(function (text) { input.write(text); });
  console.log(JSON.stringify(told), JSON.stringify(lines.line), lines.cursor);
}

[['\t', 'a\tb', '\r'], ['a\tb\r'], ['\x15zz\x02\n', 'x\r'], ['one\r', '\x1b[A\x1b[A\r', '\r'], ['a', '\x01b', '\r'],
  ['a', '\r\n', 'b', '\n', '\r', '\r'], ['a\nb\nc', '\r'], ['\x1b', 'x', '\r'], ['\x00', '\x1c', '\r'], ['\x1bOP', '\r'],
  ['\u6f22\u5b57', '\x1b[D', 'x', '\r'], ['abc\x7f\r'], ['abc\x1b[D\r'], ['x\x03', 'y'], ['\x1b[Z', 'a\r']].forEach(function (texts) {
    type(texts);
  });

var many = [];
for (var i = 0; i < 13; i++) many.push('fo' + new Array(i % 5 + 1).join('x') + i);
var LISTS = [many, ['foo', '', 'fob'], ['', 'foo'], ['', '', ''], ['foo', '', '', 'fob', 'fobb'], [''], ['abc', 'xyz'], []];
[undefined, 0, 1, 20, 80, NaN].forEach(function (columns) {
  LISTS.forEach(function (list) {
    console.log(columns, list.length);
    type(['fo', '\t'], function (line) { return [list, line]; }, columns);
  });
});
