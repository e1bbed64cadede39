// What runs before what: events of streams, ticks, immediates and timers, for every kind of stream in one pipe.
var stream = require('stream');
var s = require('./lib/streams');

var source = new s.Source(['a', 'b', 'c'], {highWaterMark: 1});
var upper = new stream.Transform({highWaterMark: 1});
upper._transform = function (chunk, encoding, callback) {
  s.say('transform', chunk);
  var self = this;
  process.nextTick(function () { s.say('transformed', chunk); self.push(String(chunk).toUpperCase()); callback(); });
};
upper._flush = function (callback) { s.say('flush'); setImmediate(function () { s.say('flushed'); callback(); }); };
var sink = new s.Sink('sink', {highWaterMark: 1}, true);
['readable', 'end'].forEach(function (event) {
  source.on(event, function () { s.say('source', event); process.nextTick(function () { s.say('tick after source', event); }); });
  upper.on(event, function () { s.say('upper', event); process.nextTick(function () { s.say('tick after upper', event); }); });
});
['drain', 'finish', 'pipe', 'unpipe'].forEach(function (event) {
  upper.on(event, function () { s.say('upper', event); });
  sink.on(event, function () { s.say('sink', event); });
});
source.pipe(upper).pipe(sink);
process.nextTick(function () { s.say('first tick'); });
setImmediate(function () { s.say('first immediate'); });
upper.write('before', function () { s.say('before called back'); });
