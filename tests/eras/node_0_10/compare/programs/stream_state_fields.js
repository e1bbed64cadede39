// The fields of _readableState and _writableState along the way, and what changing them does.
var stream = require('stream');
var s = require('./lib/streams');

var r = new stream.Readable(), w = new stream.Writable();
s.say(Object.keys(r._readableState).sort());
s.say(Object.keys(w._writableState).filter(function (name) { return typeof w._writableState[name] !== 'function'; }).sort());
s.say(r._readableState === r._readableState, r._readableState.buffer, r._readableState.pipes, r._readableState.decoder, r._readableState.encoding);
var names = Object.keys(r._readableState).sort().filter(function (name) { return !/buffer|pipes$|decoder/.test(name); });
function show(label, source) { s.say(label, s.fields(source._readableState, names)); }
var source = new s.Source(['ab', 'cd'], {highWaterMark: 10}, true);
show('new', source);
source.on('readable', function () { show('readable', source); s.say(source._readableState.buffer.slice(), source.read()); show('read', source); });
source.on('end', function () { show('end', source); edits(); });
show('listening', source);
function edits() {
  var r = new stream.Readable();
  r._read = function (n) { s.say('_read', n); };
  r._readableState.highWaterMark = 3;
  s.say(r.read(0), r.push('abc'), r._readableState.highWaterMark);
  r._readableState.objectMode = true;
  r.push({x: 1});
  s.say(r._readableState.length, r.read(), r.read());
  var w = new stream.Writable();
  w._write = function (chunk, encoding, callback) { s.say('_write', typeof chunk, encoding); callback(); };
  w._writableState.highWaterMark = 2;
  s.say(w.write('ab'), w.write('c'));
  w._writableState.decodeStrings = false;
  w.write('text');
  w._writableState.objectMode = true;
  w.write({});
  var h = new stream.Readable();
  h._read = function () {};
  h.push('a'); h.push('b');
  s.say(h._readableState.buffer.length, Buffer.concat(h._readableState.buffer).toString(), h._readableState.buffer[1]);
  var flowing = new s.Source(['x'], {});
  s.say(flowing._readableState.flowing);
  flowing.pipe(new s.Sink('flow'));
  s.say(flowing._readableState.flowing);
  flowing.on('end', function () { s.say(flowing._readableState.flowing, flowing._readableState.pipesCount); });
}
