// What the stream programs share: sources, sinks, and traces of what they do, in order.
var stream = require('stream');
var util = require('util');

exports.say = function () {
  console.log(Array.prototype.map.call(arguments, exports.text).join(' '));
};

exports.text = function (value) {
  if (typeof value === 'string') return value;
  if (Buffer.isBuffer(value)) return '<' + value.toString('binary') + '>';
  if (value instanceof Error) return value.name + ': ' + value.message;
  return util.inspect(value);
};

exports.trace = function (name, emitter, events) {
  events.forEach(function (event) {
    emitter.on(event, function (value) {
      exports.say.apply(null, [name, event].concat(arguments.length && !(value instanceof stream) ? [value] : []));
    });
  });
  return emitter;
};

// A source of `chunks`: pushed one for each _read, at once or, when `later`, in an immediate.
exports.Source = function Source(chunks, options, later) {
  stream.Readable.call(this, options);
  this.chunks = chunks.concat([null]);
  this.later = later;
};
util.inherits(exports.Source, stream.Readable);

exports.Source.prototype._read = function () {
  var self = this;
  function give() { if (self.chunks.length) self.push(self.chunks.shift()); }
  if (this.later) setImmediate(give); else give();
};

// A sink that tells what it gets; it calls back at once or, when `later`, in an immediate.
exports.Sink = function Sink(name, options, later) {
  stream.Writable.call(this, options);
  this.name = name;
  this.later = later;
};
util.inherits(exports.Sink, stream.Writable);

exports.Sink.prototype._write = function (chunk, encoding, callback) {
  exports.say(this.name, 'gets', chunk, encoding);
  if (this.later) setImmediate(callback); else callback();
};

// The fields of a state that programs looked at.
exports.fields = function (state, names) {
  return names.map(function (name) { return name + '=' + exports.text(state[name]); }).join(' ');
};

// Later, when all that happens by itself has happened: no clock is involved, so no load changes the order.
exports.settle = function (then, rounds) {
  (function again() { if (rounds--) setImmediate(again); else then(); })();
};
