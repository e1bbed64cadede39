// What read(n) gives: too much, nothing, everything, halves of chunks; also near the end.
var stream = require('stream');
var s = require('./lib/streams');

function filled(chunks, options) {
  var r = new stream.Readable(options);
  r._read = function () {};
  chunks.forEach(function (chunk) { r.push(chunk); });
  return r;
}
function reads(title, r, sizes) {
  s.say(title);
  sizes.forEach(function (n) {
    s.say('  read', n, r.read(n), s.fields(r._readableState, ['length', 'needReadable', 'ended', 'endEmitted', 'highWaterMark', 'reading']));
  });
}
var abc = ['abc', 'defg', 'h'];
reads('open', filled(abc), [0, 2, 2, 0, 3, 2, 1, 1, undefined]);
reads('ended', filled(abc.concat([null])), [0, 2, 100, 1, undefined, undefined]);
reads('all', filled(abc), [undefined, undefined]);
reads('null', filled(abc), [null, null]);
reads('negative', filled(abc), [-1, -1, 3]);
reads('odd', filled(abc), [NaN, 1, Infinity, false, '']);
reads('odd ended', filled(abc.concat([null])), ['x', 1]);
reads('grows', filled(abc, {highWaterMark: 4}), [5, 9, 100, 8]);
reads('grows far', filled(abc, {highWaterMark: 4}), [0x900000, 8]);
reads('objects', filled([1, {a: 2}, 'x', 4, 5], {objectMode: true}), [0, 1, 2, undefined, 5, 9, 1]);
reads('objects ended', filled([1, '', 0, false, undefined], {objectMode: true}), [1, 1, 1, 1, 1, 1]);
reads('text', filled(['h\u00e9', '\u20acuro', '\u00e9'], {encoding: 'utf8'}), [1, 2, 2, 10, undefined]);
reads('empty', filled([]), [0, 1, undefined]);
reads('empty ended', filled([null]), [0, 1, undefined]);
reads('one byte', filled(['a', null]), [1, 1]);
process.on('exit', function () { s.say('exit'); });
