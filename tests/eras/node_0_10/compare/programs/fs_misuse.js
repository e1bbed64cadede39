// Arguments that are refused before anything is asked of the system.
var fs = require('fs');
var scratch = require('./lib/scratch');
var file = scratch.file('file', 'abc');
var fd = fs.openSync(file, 'r+');
var nothing = function () {};
[
  ['openSync', 12, 'r'], ['openSync'], ['openSync', file], ['openSync', file, 'zz'], ['openSync', 'a\0', 'r'],
  ['statSync'], ['statSync', {}], ['fstatSync'], ['fstatSync', 'x'], ['closeSync', 'x'], ['closeSync', 1.5],
  ['renameSync', file], ['linkSync', file], ['symlinkSync', 'a', scratch.at('l'), 'zork'], ['chmodSync', file],
  ['chownSync', file], ['chownSync', file, 0], ['utimesSync', file], ['utimesSync', file, 'a', 'b'],
  ['mkdirSync', scratch.at('d'), 'abc'], ['ftruncateSync', fd, 'a'], ['readFileSync', file, 5],
  ['readFileSync', file, 'zork'], ['writeFileSync', file, 'a', 5], ['writeFileSync', file, 'a', 'zork'],
  ['readSync', fd, new Buffer(2), 5, 1], ['readSync', fd, new Buffer(2), 0, 5], ['readSync', 'a', new Buffer(2), 0, 1],
  ['writeSync', fd, new Buffer(2), 5, 1], ['writeSync', fd, new Buffer(2), 0, 5], ['writeSync', fd, new Buffer(2), 0, 1, 'a'],
  ['watchFile', file], ['createReadStream', file, { start: 'a' }], ['createReadStream', file, { start: 1, end: 'a' }],
  ['createReadStream', file, { start: 5, end: 1 }], ['createWriteStream', file, { start: 'x' }],
  ['createWriteStream', file, { start: -1 }], ['createReadStream'], ['createWriteStream'],
  ['open', 12, 'r', nothing], ['open', file, 'zz', nothing], ['stat'], ['close', 'x', nothing], ['chmod', file, nothing],
  ['readFile', file, 5, nothing], ['readFile', file, 'zork', nothing], ['rename', file, nothing],
].forEach(function (call) {
  var name = call.shift();
  scratch.attempt(name, function () { fs[name].apply(fs, call); return 'nothing'; });
});
console.log(fs.existsSync('a\0'), fs.existsSync(5), fs.existsSync(file), fs.existsSync(scratch.at('x')));
