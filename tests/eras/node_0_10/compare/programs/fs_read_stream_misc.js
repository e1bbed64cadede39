// A file stream that is left open, destroyed early, paused and piped.
var fs = require('fs');
var scratch = require('./lib/scratch');
var small = scratch.file('small', '0123456789');
scratch.steps([
  function (next) {
    var stream = fs.createReadStream(small, { autoClose: false });
    stream.on('close', function () { console.log('closed by itself'); });
    stream.on('end', function () {
      console.log('end', typeof stream.fd);
      setTimeout(function () { fs.closeSync(stream.fd); next(); }, 20);
    });
    stream.resume();
  },
  function (next) {
    var stream = fs.createReadStream(small);
    stream.on('data', function () { console.log('data'); });
    stream.on('close', function () { console.log('closed', stream.destroyed, stream.closed, stream.fd); next(); });
    stream.on('open', function () { stream.destroy(); });
  },
  function (next) {
    var stream = fs.createReadStream(small);
    stream.close(function () { console.log('close was called back'); next(); });
  },
  function (next) {
    var stream = fs.createReadStream(small, { encoding: 'ascii', highWaterMark: 4 });
    stream.on('data', function (piece) {
      console.log(piece);
      stream.pause();
      setTimeout(function () { stream.resume(); }, 5);
    });
    stream.on('end', next);
  },
  function (next) {
    var out = fs.createReadStream(small).pipe(fs.createWriteStream(scratch.at('copy')));
    out.on('close', function () { console.log(fs.readFileSync(scratch.at('copy'), 'utf8'), out.bytesWritten); next(); });
  },
  function (next) {
    var stream = fs.createReadStream(small, { autoClose: true });
    stream.once('readable', function () {
      console.log(stream.read(3).toString(), stream.read(4).toString());
      next();
    });
  },
]);
