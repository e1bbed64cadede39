// Streams made in a domain: where errors of _read, _write, listeners and `error` events end.
var domain = require('domain');
var stream = require('stream');
var s = require('./lib/streams');

function inDomain(name, run) {
  var d = domain.create();
  d.on('error', function (error) { s.say(name, 'caught', error, error.domain === d, error.domainThrown === true); });
  d.run(function () { run(d); });
}
inDomain('emitted', function (d) {
  var r = new stream.Readable();
  s.say(r.domain === d);
  setImmediate(function () { r.emit('error', new Error('emitted')); });
});
inDomain('write', function () {
  var w = new stream.Writable();
  w._write = function (chunk, encoding, callback) { setImmediate(function () { callback(new Error('write failed')); }); };
  w.write('x');
});
inDomain('thrown in data', function () {
  var r = new s.Source(['a', 'b'], {}, true);
  r.on('data', function (data) { s.say('data', data); throw new Error('in data ' + data); });
});
inDomain('thrown in transform', function () {
  var t = new stream.Transform();
  t._transform = function () { throw new Error('in transform'); };
  setImmediate(function () { t.write('x'); });
});
var outside = new stream.Writable();
outside._write = function (chunk, encoding, callback) { setImmediate(callback); };
inDomain('added', function (d) {
  d.add(outside);
  outside.write('x', function () { s.say('callback', process.domain === d); throw new Error('in callback'); });
});
inDomain('piped', function (d) {
  var from = new s.Source(['p'], {}, true), to = new s.Sink('to');
  to._write = function (chunk, encoding, callback) { s.say('to', process.domain === d); callback(new Error('sink failed')); };
  from.pipe(to);
});
inDomain('disposed', function (d) {
  var r = new s.Source(['q'], {}, true);
  r.on('data', function (data) { s.say('never'); });
  d.dispose();
});
