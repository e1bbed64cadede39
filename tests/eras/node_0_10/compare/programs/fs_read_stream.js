// A file as a readable stream: its events, ranges and encodings.
var fs = require('fs');
var scratch = require('./lib/scratch');
var text = '';
for (var i = 0; i < 30000; i++) text += i + '\n';
var big = scratch.file('big', text);
var small = scratch.file('small', '0123456789');

function follow(name, stream, next) {
  var seen = '';
  var count = 0;
  ['open', 'end', 'close', 'error'].forEach(function (event) {
    stream.on(event, function (value) {
      scratch.log(name, event, event === 'error' ? value : typeof value);
      if (event === 'close') scratch.log(name, count + ' pieces', seen.length + ' characters', seen.slice(0, 20));
      if (event === 'close' || (event === 'error' && !stream.fd)) next();
    });
  });
  stream.on('data', function (piece) { count++; seen += piece; });
}
scratch.steps([
  function (next) { follow('big', fs.createReadStream(big), next); },
  function (next) { follow('small', fs.createReadStream(small, { encoding: 'utf8' }), next); },
  function (next) { follow('range', fs.createReadStream(small, { start: 2, end: 5 }), next); },
  function (next) { follow('from', fs.createReadStream(small, { start: 7 }), next); },
  function (next) { follow('one', fs.createReadStream(small, { start: 3, end: 3 }), next); },
  function (next) { follow('beyond', fs.createReadStream(small, { start: 30, end: 33 }), next); },
  function (next) { follow('pieces', fs.createReadStream(small, { highWaterMark: 3 }), next); },
  function (next) { follow('hex', fs.createReadStream(small, { encoding: 'hex' }), next); },
  function (next) { follow('empty', fs.createReadStream('/dev/null'), next); },
  function (next) { follow('fd', fs.createReadStream(null, { fd: fs.openSync(small, 'r') }), next); },
  function (next) { follow('missing', fs.createReadStream(scratch.at('missing')), next); },
]);
var shown = new fs.ReadStream(small);
console.log(shown.path === small, shown.fd, shown.flags, shown.mode, shown.start, shown.end, shown.autoClose,
  shown instanceof require('stream').Readable, shown.readable);
shown.destroy();
