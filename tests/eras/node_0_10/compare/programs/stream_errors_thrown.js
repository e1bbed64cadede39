// What is thrown inside _read, _write, listeners and callbacks of a stream, and where it can be caught.
var stream = require('stream');
var s = require('./lib/streams');

function attempt(label, run) { try { s.say(label, run()); } catch (error) { s.say(label, 'thrown', error); } }
process.on('uncaughtException', function (error) { s.say('uncaught', error); });
var r = new stream.Readable();
r._read = function () { throw new Error('in _read'); };
attempt('read', function () { return r.read(); });
s.say(s.fields(r._readableState, ['reading', 'sync', 'length']));
attempt('read again', function () { return r.read(); });
r.push('x');
attempt('after push', function () { return r.read(); });
var w = new stream.Writable();
w._write = function () { throw new Error('in _write'); };
attempt('write', function () { return w.write('x'); });
s.say(s.fields(w._writableState, ['writing', 'sync', 'length']));
attempt('write again', function () { return w.write('y'); });
var t = new stream.Transform();
t._transform = function (chunk, encoding, callback) { if (String(chunk) === 'bad') throw new Error('in _transform'); callback(null, chunk); };
attempt('transform', function () { return t.write('bad'); });
attempt('transform good', function () { return t.write('good'); });
s.say(s.fields(t._writableState, ['length', 'writing']), t.read());
var u = new s.Source(['a', 'b'], {});
u.on('readable', function () { s.say('readable', u.read()); throw new Error('in readable'); });
u.on('end', function () { s.say('end'); throw new Error('in end'); });
var d = new s.Source(['1', '2', '3'], {});
d.on('data', function (data) { s.say('data', data); if (data[0] === 50) throw new Error('in data'); });
d.on('end', function () { s.say('d end'); });
var c = new s.Sink('c');
c.write('x', function () { throw new Error('in callback'); });
c.on('finish', function () { s.say('c finish'); });
c.end('y');
s.settle(function () { s.say('still here', s.fields(d._readableState, ['length', 'ended'])); }, 10);
