// Readable, Writable, Duplex, Transform and PassThrough, inherited with util.inherits and with Object.create.
var stream = require('stream');
var util = require('util');
var s = require('./lib/streams');

function Letters(options) { stream.Readable.call(this, options); this.next = 97; }
util.inherits(Letters, stream.Readable);
Letters.prototype._read = function (size) {
  s.say('_read', size);
  this.push(this.next > 100 ? null : new Buffer([this.next++]));
};
function Upper() {
  if (!(this instanceof Upper)) return new Upper();
  stream.Transform.call(this);
}
Upper.prototype = Object.create(stream.Transform.prototype, {constructor: {value: Upper}});
Upper.prototype._transform = function (chunk, encoding, callback) {
  this.push(chunk.toString().toUpperCase());
  callback();
};
Upper.prototype._flush = function (callback) { this.push('!'); callback(); };
function Both() { stream.Duplex.call(this, {highWaterMark: 3}); this.got = []; }
util.inherits(Both, stream.Duplex);
Both.prototype._read = function () { this.push(null); };
Both.prototype._write = function (chunk, encoding, callback) { this.got.push(String(chunk)); callback(); };

var letters = new Letters({highWaterMark: 2});
s.say(letters instanceof stream.Readable, letters instanceof stream, letters instanceof require('events').EventEmitter,
  letters.constructor.name, Letters.super_ === stream.Readable);
s.say(Upper() instanceof Upper, Upper() instanceof stream.Duplex, Upper() instanceof stream.Readable, Upper() instanceof stream.Writable);
s.say(Object.keys(stream).sort().filter(function (name) { return name !== 'super_'; }), typeof stream, stream === stream.Stream);
s.say(stream.Readable.prototype.hasOwnProperty('read'), stream.Writable.prototype.hasOwnProperty('write'),
  stream.Transform.prototype.hasOwnProperty('push'), stream.PassThrough.prototype.hasOwnProperty('_transform'));
s.say(stream.Duplex.super_ === stream.Readable, stream.Transform.super_ === stream.Duplex, stream.PassThrough.super_ === stream.Transform,
  stream.Readable.super_ === stream, stream.Writable.super_ === stream);
s.say([stream, stream.Readable, stream.Writable, stream.Duplex, stream.Transform, stream.PassThrough].map(function (f) { return f.name + f.length; }));
s.say(stream.Readable() instanceof stream.Readable, stream.Writable() instanceof stream.Writable, stream.Duplex() instanceof stream.Duplex,
  stream.Transform() instanceof stream.Transform, stream.PassThrough() instanceof stream.PassThrough);
[new stream.Readable(), new stream.Writable(), new stream.Duplex(), new stream.Transform()].forEach(function (made) {
  s.say(['_readableState', '_writableState', 'readable', 'writable', 'allowHalfOpen'].filter(function (name) { return made.hasOwnProperty(name); }));
});
var both = new Both();
s.say(both.readable, both.writable, both.allowHalfOpen, both.write('ab'), both.write('c'), both.write('defg'));
var upper = letters.pipe(new Upper());
upper.on('readable', function () { s.say('upper', upper.read()); });
upper.on('end', function () { s.say('upper end'); both.end(function () { s.say('both finish', both.got); }); });
