// The forms of read and write that took and gave text.
var fs = require('fs');
var scratch = require('./lib/scratch');
var fd = fs.openSync(scratch.at('file'), 'w+');
console.log(fs.writeSync(fd, 'héllo', 0), fs.writeSync(fd, '6162', 0, 'hex'), fs.writeSync(fd, 12, 1));
console.log(fs.readSync(fd, 4, 0), fs.readSync(fd, 4, 0, 'ascii'), fs.readSync(fd, 3, 1, 'hex'));
scratch.steps([
  function (next) { fs.write(fd, 'xyz', 0, 'utf8', function (e, n) { console.log(e, n); next(); }); },
  function (next) { fs.read(fd, 5, 0, 'utf8', function (e, text, n) { console.log(e, text, n); next(); }); },
  function (next) { fs.read(fd, 50, 0, 'base64', function (e, text, n) { console.log(e, text, n); next(); }); },
]);
