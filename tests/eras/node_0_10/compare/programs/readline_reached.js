// What programs reach for behind the documented interface: the history, the line, and the methods of keys.
var readline = require('readline');
var stream = require('stream');
var told = '';
var input = new stream.PassThrough();
var output = new stream.Writable();
output._write = function (chunk, encoding, callback) { told += chunk; callback(); };
var lines = readline.createInterface({ input: input, output: output, terminal: true });
lines.on('line', function (line) { console.log('line', line, JSON.stringify(lines.history)); });

lines.history = ['older', 'old'];
input.write('\x1b[A');
console.log(lines.line, lines.cursor, lines.historyIndex);
lines.history.unshift('newest');
input.write('\x1b[B');
input.write('\x1b[A');
console.log(lines.line);

lines.line = 'replaced';
lines.cursor = 8;
lines._refreshLine();
console.log(JSON.stringify(told.slice(-30)));
input.write('!\r');
lines.history.length = 0;
input.write('\x1b[A');
console.log(JSON.stringify(lines.line));
lines.history.push('pushed');
input.write('\x1b[A');
console.log(lines.line);
input.write('\x15');

lines._insertString('inserted');
lines._moveCursor(-2);
lines._deleteRight();
console.log(lines.line, lines.cursor);
lines._line();
lines._onLine('by hand');

var usual = lines._ttyWrite;
lines._ttyWrite = function (letter, key) {
  console.log('key', key && key.name);
  if (letter !== 'x') usual.call(lines, letter, key);
};
['a', 'x', 'b', '\r'].forEach(function (key) { input.write(key); });
lines.write(null, { ctrl: true, name: 'u' });

// As what shows progress uses it: without a prompt.
told = '';
lines.setPrompt('', 0);
lines.prompt();
lines._insertString('10%');
lines.write(null, { ctrl: true, name: 'u' });
console.log(JSON.stringify(told));
