// push after the end, with nobody listening for errors.
var stream = require('stream');

var r = new stream.Readable();
r._read = function () {};
r.push('x');
r.push(null);
setTimeout(function () {
  console.log(String(r.read()));
  r.push('late');
  console.log('not reached');
}, 5);
