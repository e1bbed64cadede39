// An `error` that nobody hears ends the program, from inside a write's callback.
var stream = require('stream');

var w = new stream.Writable();
w._write = function (chunk, encoding, callback) {
  setImmediate(function () { callback(new Error('disk on fire')); });
};
w.write('x', function (error) { console.log('callback', error.message); });
process.on('exit', function (code) { console.log('exit', code); });
