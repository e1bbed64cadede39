// highWaterMark: defaults, odd values, what read, push and write make of them; object mode counts objects.
var stream = require('stream');
var s = require('./lib/streams');

var marks = [undefined, 0, 1, 5, 16384, '7', 2.9, -3, null, NaN, Infinity, true, 'x'];
marks.forEach(function (mark) {
  var r = new stream.Readable({highWaterMark: mark}), w = new stream.Writable({highWaterMark: mark});
  var sizes = [];
  r._read = function (n) { sizes.push(n); };
  w._write = function () {};
  s.say(mark, r._readableState.highWaterMark, w._writableState.highWaterMark, w.write('abc'), w.write('defg'));
  s.say('   ', r.read(0), r.push('ab'), r.push('cde'), r.push('f'), sizes);
});
[1, 2, 3].forEach(function (mark) {
  var r = new stream.Readable({highWaterMark: mark, objectMode: true}), w = new stream.Writable({highWaterMark: mark, objectMode: true});
  r._read = function () {};
  w._write = function () {};
  s.say('objects', mark, r.push({}), r.push('long text'), r.push(3), w.write({}), w.write('long text'), w.write(3));
});
var t = new stream.Transform({highWaterMark: 3});
t._transform = function (chunk, encoding, callback) { this.push(chunk); callback(); };
s.say(t._readableState.highWaterMark, t._writableState.highWaterMark, t.write('ab'), t.write('cd'), t.write('ef'), t.write('gh'));
s.say(s.fields(t._readableState, ['length', 'needReadable', 'reading', 'sync']), s.fields(t._writableState, ['length', 'writing', 'needDrain']));
s.say(t.read(), t.read(), s.fields(t._writableState, ['length']));
setImmediate(function () { s.say(t.read(), t.read(), s.fields(t._writableState, ['length'])); });
