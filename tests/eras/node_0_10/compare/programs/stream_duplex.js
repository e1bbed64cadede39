// Duplex: two independent halves, allowHalfOpen, a half that is missing, readable/writable options.
var stream = require('stream');
var s = require('./lib/streams');

function make(options, chunks) {
  var d = new stream.Duplex(options);
  d._read = function () { this.push(chunks.length ? chunks.shift() : null); };
  d._write = function (chunk, encoding, callback) { s.say('written', chunk); callback(); };
  return d;
}
[undefined, {}, {allowHalfOpen: false}, {allowHalfOpen: true}, {allowHalfOpen: 0}, {readable: false}, {writable: false},
  {readable: false, writable: false}, {allowHalfOpen: null}].forEach(function (options) {
  var d = new stream.Duplex(options);
  s.say(options, d.readable, d.writable, d.allowHalfOpen, d.listeners('end').length);
});
var names = ['ended', 'finished', 'length'];
var steps = [
  function open(next) {
    var d = make({}, ['a']);
    s.trace('open', d, ['end', 'finish', 'close']);
    d.resume();
    d.on('end', function () {
      s.settle(function () { s.say(s.fields(d._writableState, names), d.readable, d.writable, d.write('after')); d.end(); s.say(d.writable); next(); }, 5);
    });
  },
  function closed(next) {
    var d = make({allowHalfOpen: false}, ['a']);
    s.trace('closed', d, ['end', 'finish', 'close']);
    d.write('early');
    d.resume();
    d.on('end', function () {
      s.say('in end', d.write('still'), s.fields(d._writableState, names));
      s.settle(function () { s.say(s.fields(d._writableState, names), d.readable, d.writable); next(); }, 5);
    });
  },
  function writeFirst(next) {
    var d = make({allowHalfOpen: false}, ['a', 'b']);
    s.trace('write first', d, ['end', 'finish', 'readable']);
    d.end('x');
    s.say(s.fields(d._writableState, names), s.fields(d._readableState, ['length', 'ended']));
    d.on('data', function (data) { s.say('data', data); });
    d.on('end', next);
  },
  function echo(next) {
    var d = new stream.Duplex();
    d._read = function () {};
    d._write = function (chunk, encoding, callback) { this.push(chunk); callback(); };
    d.on('finish', function () { d.push(null); });
    d.pipe(new s.Sink('echo')).on('finish', next);
    d.write('one'); d.write('two'); d.end('three');
  },
  function itself(next) {
    var count = 0, d = new stream.PassThrough({highWaterMark: 4});
    d.pipe(d, {end: false});
    d.write('x');
    d.on('data', function () { if (++count === 5) { d.unpipe(d); s.say('round and round', count); next(); } });
  }
];
(function next() {
  var step = steps.shift();
  if (!step) return;
  s.say('--', step.name);
  step(function () { setImmediate(next); });
})();
