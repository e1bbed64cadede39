// The pipe of old streams: data events, pause while the destination is full, end or destroy at the end.
var stream = require('stream');
var util = require('util');
var s = require('./lib/streams');

function Source(name) { stream.call(this); this.name = name; this.readable = true; }
util.inherits(Source, stream);
Source.prototype.pause = function () { s.say(this.name, 'pause'); };
Source.prototype.resume = function () { s.say(this.name, 'resume'); };
function Sink(name, full) { stream.call(this); this.name = name; this.full = full; this.writable = true; }
util.inherits(Sink, stream);
Sink.prototype.write = function (data) { s.say(this.name, 'write', data); return !this.full; };
Sink.prototype.end = function () { s.say(this.name, 'end', arguments.length); this.emit('close'); };
Sink.prototype.destroy = function () { s.say(this.name, 'destroy'); };
function counts(emitter) {
  return ['data', 'end', 'close', 'error', 'drain', 'pipe'].map(function (event) { return emitter.listeners(event).length; }).join('');
}
function pair(title, full, options) {
  s.say('--', title);
  var source = new Source('source'), sink = new Sink('sink', full);
  sink.on('pipe', function (from) { s.say('pipe', from === source); });
  s.say(source.pipe(sink, options) === sink, counts(source), counts(sink));
  return {source: source, sink: sink, show: function () { s.say(counts(source), counts(sink)); }};
}
var a = pair('end', false);
a.source.emit('data', 'one');
a.source.emit('data', new Buffer('two'));
a.source.emit('end');
a.source.emit('close');
a.show();
var b = pair('full', true);
b.source.emit('data', 1);
b.sink.emit('drain');
b.source.readable = false;
b.sink.emit('drain');
b.sink.writable = false;
b.source.emit('data', 2);
b.source.emit('close');
b.show();
var c = pair('end: false', false, {end: false});
c.source.emit('end');
c.show();
var d = pair('sink closes', false);
d.sink.emit('close');
d.show();
d.source.emit('data', 'lost');
var e = pair('source fails', false);
try { e.source.emit('error', new Error('of source')); } catch (error) { s.say('thrown', error); }
e.show();
var f = pair('sink fails, heard', false);
f.sink.on('error', function (error) { s.say('heard', error); });
f.sink.emit('error', new Error('of sink'));
f.show();
var g = pair('several', true);
var other = new Sink('other', false);
g.source.pipe(other);
g.source.emit('data', 'x');
g.source.emit('end');
var to = new s.Sink('new');
s.say('-- to a new stream');
var h = new Source('h');
h.pipe(to);
h.emit('data', 'x');
h.emit('data', new Buffer('y'));
to.on('finish', function () { s.say('new finish'); });
h.emit('end');
