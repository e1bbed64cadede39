// wrap(): an old stream behind a new one; its methods, events, and the pause that a full buffer asks for.
var stream = require('stream');
var util = require('util');
var s = require('./lib/streams');

function Old() { stream.call(this); this.readable = true; this.paused = false; }
util.inherits(Old, stream);
Old.prototype.pause = function () { this.paused = true; s.say('old pause'); this.emit('pause'); };
Old.prototype.resume = function () { this.paused = false; s.say('old resume'); this.emit('resume'); };
Old.prototype.destroy = function () { this.emit('close'); };
Old.prototype.extra = function (a) { return this instanceof Old ? 'extra ' + a : 'lost'; };

var old = new Old();
var wrapped = new stream.Readable({highWaterMark: 4});
s.say(wrapped.wrap(old) === wrapped, wrapped.extra && wrapped.extra(1), typeof wrapped.destroy);
s.trace('wrapped', wrapped, ['error', 'close', 'pause', 'resume', 'destroy', 'end']);
s.say(old.listeners('data').length, old.listeners('end').length, old.listeners('error').length);
old.emit('data', new Buffer('ab'));
old.emit('data', new Buffer('cd'));
s.say(old.paused, wrapped._readableState.length);
old.emit('data', new Buffer('late'));
s.say(wrapped.read(3), wrapped.read(), old.paused);
s.say(wrapped.read(), old.paused);
old.emit('data', '');
old.emit('data', 'text');
old.emit('data');
s.say(wrapped.read());
old.emit('error', new Error('old error'));
old.emit('data', new Buffer('last'));
old.emit('end');
wrapped.on('readable', function () { s.say('readable', wrapped.read()); });
wrapped.on('end', function () { old.destroy(); objects(); });
function objects() {
  var source = new Old();
  var r = new stream.Readable({objectMode: true, highWaterMark: 2}).wrap(source);
  source.emit('data', {a: 1});
  source.emit('data', 0);
  source.emit('data', 'x');
  s.say(source.paused, r.read(), r.read(), r.read());
  source.emit('data', [2]);
  r.on('data', function (value) { s.say('object', value); });
  r.on('end', function () { s.say('objects end'); });
  source.emit('data', 'y');
  source.emit('end');
}
