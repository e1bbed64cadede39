// The forms of read and write that took and gave text.
var fs = require('fs');
var scratch = require('./lib/scratch');
var fd = fs.openSync(scratch.at('file'), 'w+');
console.log(fs.writeSync(fd, 'héllo', 0), fs.writeSync(fd, '6162', 0, 'hex'), fs.writeSync(fd, 12, 1));
console.log(fs.readSync(fd, 4, 0), fs.readSync(fd, 4, 0, 'ascii'), fs.readSync(fd, 3, 1, 'hex'));
console.log([null, undefined, true, {}, ['a', 1]].map(function (value) { return fs.writeSync(fd, value, 0); }));
var buffer = new Buffer(8);
['x', 1.5, null, {}, -1, NaN].forEach(function (position) {
  fs.readSync(fd, buffer, 0, 2, 0);
  console.log('from', position, fs.readSync(fd, buffer, 0, 8, position), fs.readSync(fd, 1, null));
});
scratch.steps([
  function (next) { fs.write(fd, 'xyz', 0, 'utf8', function (e, n) { console.log(e, n); next(); }); },
  function (next) { fs.read(fd, 5, 0, 'utf8', function (e, text, n) { console.log(e, text, n); next(); }); },
  function (next) { fs.read(fd, 50, 0, 'base64', function (e, text, n) { console.log(e, text, n); next(); }); },
]);
