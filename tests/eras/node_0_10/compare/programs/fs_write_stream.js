// A file as a writable stream.
var fs = require('fs');
var scratch = require('./lib/scratch');
var file = scratch.file('file', '0123456789');
function follow(name, stream, next) {
  ['open', 'finish', 'close', 'error', 'drain'].forEach(function (event) {
    stream.on(event, function (value) {
      scratch.log(name, event, event === 'error' ? value : typeof value);
      if (event === 'close') scratch.log(name, stream.bytesWritten + '', fs.readFileSync(file, 'utf8').slice(0, 30));
      if (event === 'close' || event === 'error') next();
    });
  });
  return stream;
}
scratch.steps([
  function (next) {
    var stream = follow('at', fs.createWriteStream(file, { flags: 'r+', start: 3 }), next);
    console.log(stream.write('ab'), stream.write('6364', 'hex'));
    stream.end(new Buffer('!'));
  },
  function (next) { follow('append', fs.createWriteStream(file, { flags: 'a' }), next).end('end'); },
  function (next) { follow('new', fs.createWriteStream(file), next).end('fresh', function () { console.log('called back'); }); },
  function (next) {
    var stream = follow('big', fs.createWriteStream(file), next);
    console.log(stream.write(new Buffer(new Array(100001).join('z'))));
    stream.on('drain', function () { stream.end(); });
  },
  function (next) {
    var stream = follow('later', fs.createWriteStream(file), next);
    stream.write('a', function () { console.log('a is written'); });
    stream.write('b', function () { console.log('b is written', stream.bytesWritten); stream.destroySoon(); });
  },
  function (next) { follow('fd', fs.createWriteStream(null, { fd: fs.openSync(file, 'w') }), next).end('by number'); },
  function (next) { follow('missing', fs.createWriteStream(scratch.at('missing/file')), next).write('x'); },
  function (next) { follow('folder', fs.createWriteStream(scratch.root), next); },
]);
var shown = new fs.WriteStream(scratch.at('shown'));
console.log(shown.fd, shown.flags, shown.mode, shown.start, shown.pos, shown.bytesWritten, shown instanceof require('stream').Writable);
shown.on('open', function () { shown.destroy(); });
