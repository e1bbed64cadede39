// What each callback of `fs` gets, when all is well and when not: to the last undefined and null.
var fs = require('fs');
var folder = require('./lib/folder');
var fd;
var calls = [
  'rename f g', 'rename nope g', 'rename g f', 'truncate f 5', 'truncate nope/x 5', 'stat f', 'lstat f', 'stat nope', 'lstat nope',
  'chmod f 420', 'chmod nope 420', 'utimes f 1 2', 'utimes nope 1 2', 'link f l', 'link f l', 'link nope l2', 'symlink f s', 'symlink f s',
  'readlink s', 'readlink f', 'readlink nope', 'realpath s', 'realpath nope', 'unlink l', 'unlink l', 'mkdir d', 'mkdir d', 'mkdir d2 448',
  'readdir .', 'readdir nope', 'rmdir d', 'rmdir d', 'rmdir f', 'readFile f', 'readFile f utf8', 'readFile nope', 'readFile .', 'writeFile f x',
  'writeFile nope/x x', 'writeFile . x', 'appendFile f y', 'appendFile nope/f y', 'exists f', 'exists nope', 'open nope r',
  'OPEN f r+', 'ftruncate FD 3', 'ftruncate FD', 'fstat FD', 'fchmod FD 420', 'futimes FD 1 2', 'fsync FD', 'fdatasync FD', 'write FD BUFFER 0 3 0',
  'write FD BUFFER 0 0 0', 'write FD abc 0 utf8', 'write FD EMPTY 0 utf8', 'read FD BUFFER 0 3 0', 'read FD BUFFER 0 3 100', 'read FD 3 0 utf8',
  'read FD 3 100 utf8', 'close FD', 'close 9999', 'ftruncate 9999 3', 'fstat 9999', 'fchmod 9999 420', 'futimes 9999 1 2', 'fsync 9999',
  'fdatasync 9999', 'read 9999 3 0 utf8', 'readlink s',
];
function value(word) {
  if (word === 'BUFFER') return new Buffer('abc');
  if (word === 'FD') return fd;
  if (word === 'EMPTY') return '';
  return /^\d+$/.test(word) ? Number(word) : word;
}
fs.writeFileSync('f', 'hello world');
(function next() {
  var words = (calls.shift() || '').split(' ');
  if (!words[0]) return;
  fs[words[0].toLowerCase() === 'open' ? 'open' : words[0]].apply(fs, words.slice(1).map(value).concat(function (error, result) {
    if (words[0] === 'OPEN') fd = result;
    else console.log(words.join(' '), folder.showAll(arguments));
    next();
  }));
})();
