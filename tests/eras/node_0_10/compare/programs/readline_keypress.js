// `keypress`, which an interface hears of, and so may a program: what arrives at once is one key or a pasted text.
var readline = require('readline');
var stream = require('stream');

var SENT = ['a', 'A', '5', '\u00e9', ' ', '\t', '\r', '\n', '\x7f', '\b', '\x1b', '\x1b\x1b', '\x1b ', '\x1b\r', '\x1b\x7f',
  '\x00', '\x01', '\x1a', '\x1c', '\x1b[A', '\x1bOA', '\x1b[[A', '\x1b[11~', '\x1bOP', '\x1b[1;5A', '\x1b[5A', '\x1b[3;5~',
  '\x1b[3$', '\x1b[3^', '\x1b[a', '\x1bOa', '\x1b[Z', '\x1b[7~', '\x1b[8$', '\x1bx', '\x1bX', '\x1b1', '\x1b-', '\x1b\u00e9',
  'ab', 'a\x01', '\x01b', '\x15zz\n', '\x1b[A\x1b[B', '\x1b[99~', '\x1b[1;2Q', '\x1b[M !!', '\x1b[0;1;1M', '\x1b[1;9A',
  '\x1b[1;10D', '\x1b\x1b[A', '\x1b\x1b[[5~', 'past\u00e9', '\x1b[24~', '\x1b[15;2~', '\x1b[E', '\x1b[I', '\x1b]0;x\x07',
  'A\x1b', '\x1bab', '\r\n', '\x1b[2J'];

function shown(value) { return value ? JSON.stringify(value) : 'nothing'; }

var input = new stream.PassThrough();
readline.emitKeypressEvents(input);
input.on('keypress', function (letter, key) { console.log(' ', shown(letter), shown(key)); });
SENT.forEach(function (text) {
  console.log(JSON.stringify(text));
  input.write(text);
});

setTimeout(function () {
  input.removeAllListeners('keypress');
  input.write('unheard');
  console.log(input.listeners('data').length);
  input.on('keypress', function (letter) { console.log(letter); });
  console.log(input.listeners('data').length, input.listeners('newListener').length);
  input.write('again');
  beside();
}, 5);

// An interface and the program hear of the same keys.
function beside() {
  var typed = new stream.PassThrough();
  var lines = readline.createInterface({ input: typed, output: new stream.PassThrough(), terminal: true });
  lines.on('line', function (line) { console.log('line', line); });
  typed.on('keypress', function (letter, key) {
    console.log(shown(letter));
    if (key && key.ctrl && key.name === 'l') lines.close();
  });
  ['x', '\x1b[D', 'y', '\x1b[24~', '\r', 'q\x0cz'].forEach(function (text) { typed.write(text); });
  console.log(lines.closed, lines.history, typed.listeners('keypress').length);
}
