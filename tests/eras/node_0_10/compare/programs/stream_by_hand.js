// Streams of before 0.10, made by hand as `through` and its kind did, in pipes with new streams on either side.
var Stream = require('stream');
var EventEmitter = require('events').EventEmitter;
var util = require('util');
var s = require('./lib/streams');

function through(write, end) {
  var stream = new Stream(), ended = false, paused = false, buffer = [];
  stream.readable = stream.writable = true;
  stream.paused = false;
  function drain() { while (buffer.length && !stream.paused) stream.emit('data', buffer.shift()); }
  stream.queue = function (data) { buffer.push(data); drain(); };
  stream.write = function (data) { write.call(this, data); return !stream.paused; };
  stream.end = function (data) {
    if (ended) return;
    ended = true;
    if (arguments.length) stream.write(data);
    stream.writable = false;
    if (end) end.call(stream);
    stream.readable = false;
    stream.emit('end');
    stream.emit('close');
  };
  stream.destroy = function () { s.say('destroyed'); stream.emit('close'); };
  stream.pause = function () { stream.paused = true; s.say('paused'); };
  stream.resume = function () { stream.paused = false; s.say('resumed'); drain(); stream.emit('drain'); };
  return stream;
}
var upper = through(function (data) { this.queue(String(data).toUpperCase()); }, function () { this.queue('!'); });
var source = new s.Source(['a', 'b', 'c'], {}, true);
var sink = new s.Sink('sink', {highWaterMark: 1}, true);
s.say(source.pipe(upper) === upper, upper.pipe(sink) === sink);
['pipe', 'unpipe', 'end', 'close', 'drain'].forEach(function (event) { upper.on(event, function () { s.say('upper', event); }); });
sink.on('finish', function () { s.say('finish'); emitters(); });

// Anything that emits and has write and end will do as a destination.
function Target() { EventEmitter.call(this); this.got = []; }
util.inherits(Target, EventEmitter);
Target.prototype.write = function (data) { this.got.push(String(data)); return this.got.length % 2 === 0 || (setImmediate(this.emit.bind(this, 'drain')), false); };
Target.prototype.end = function () { s.say('target', this.got); this.emit('close'); plain(); };
function emitters() {
  var target = new Target();
  target.on('pipe', function (from) { s.say('target piped', from instanceof Stream.Readable); });
  new s.Source(['1', '2', '3', '4'], {}).pipe(target);
}
function plain() {
  var emitter = new EventEmitter(), got = '';
  emitter.write = function (data) { got += data; };
  emitter.end = function () { s.say('plain', got, emitter.listeners('drain').length); backwards(); };
  new s.Source(['x', 'y'], {}).pipe(emitter);
}
function backwards() {
  var old = new Stream();
  old.readable = true;
  old.pause = function () { s.say('old paused'); };
  old.resume = function () { s.say('old resumed'); };
  var to = new Stream.PassThrough({highWaterMark: 2});
  old.pipe(to);
  to.on('readable', function () { s.say('out', to.read()); });
  to.on('end', function () { s.say('end', old.listeners('data').length, to.listeners('drain').length); });
  old.emit('data', 'abc');
  old.emit('data', 'd');
  s.settle(function () { old.emit('data', 'e'); old.emit('end'); }, 10);
}
