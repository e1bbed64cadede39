// Reading into and writing from parts of Buffers, at positions and where the descriptor stands.
var fs = require('fs');
var scratch = require('./lib/scratch');
var fd = fs.openSync(scratch.at('file'), 'w+');
var source = new Buffer('0123456789');
var target = new Buffer(10);
target.fill('.');
scratch.steps([
  function (next) { fs.write(fd, source, 2, 5, null, function (e, n, b) { console.log(e, n, b === source); next(); }); },
  function (next) { fs.write(fd, source, 0, 2, 1, function (e, n, b) { console.log(e, n, b === source); next(); }); },
  function (next) { fs.write(fd, new Buffer('end'), 0, 3, undefined, function (e, n) { console.log(e, n); next(); }); },
  function (next) { fs.read(fd, target, 1, 4, 0, function (e, n, b) { console.log(e, n, b === target, target.toString()); next(); }); },
  function (next) { fs.read(fd, target, 0, 10, 6, function (e, n, b) { console.log(e, n, b === target, target.toString()); next(); }); },
  function (next) { fs.read(fd, target, 0, 10, 100, function (e, n) { console.log(e, n, target.toString()); next(); }); },
  function (next) { fs.read(fd, target.slice(8), 0, 2, 0, function (e, n, b) { console.log(e, n, b.length, target.toString()); next(); }); },
  function (next) {
    console.log(fs.readSync(fd, target, 0, 3, 2), target.toString());
    console.log(fs.writeSync(fd, source, 5, 5, 0), fs.readFileSync(scratch.at('file'), 'utf8'));
    console.log(fs.writeSync(fd, source, 0, 0, 0), fs.readSync(fd, target, 0, 0, 0));
    next();
  },
  function (next) { fs.close(fd, function (e) { console.log(e); next(); }); },
]);
