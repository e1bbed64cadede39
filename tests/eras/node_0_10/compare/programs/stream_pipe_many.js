// One source piped to several destinations, some slow, some leaving; the slowest sets the pace.
var s = require('./lib/streams');

var source = new s.Source(['one', 'two', 'three', 'four', 'five'], {highWaterMark: 2}, true);
var quick = new s.Sink('quick', {});
var slow = new s.Sink('slow', {highWaterMark: 2}, true);
var leaver = new s.Sink('leaver', {highWaterMark: 4}, true);
[quick, slow, leaver].forEach(function (sink) {
  sink.on('pipe', function (from) { s.say(sink.name, 'pipe', from === source); });
  sink.on('unpipe', function (from) { s.say(sink.name, 'unpipe', from === source); });
  s.trace(sink.name, sink, ['drain', 'finish']);
});
s.say(source.pipe(quick) === quick, source.pipe(slow) === slow, source.pipe(leaver) === leaver);
function state() {
  var pipes = source._readableState.pipes;
  s.say('state', s.fields(source._readableState, ['pipesCount', 'flowing', 'awaitDrain', 'ranOut']),
    pipes && (pipes.name || pipes.map(function (p) { return p.name; })));
}
state();
var seen = 0;
source.on('end', function () { s.say('source end'); state(); });
var write = leaver._write;
leaver._write = function (chunk, encoding, callback) {
  if (++seen === 2) { s.say('unpipe', source.unpipe(leaver) === source); state(); }
  write.call(this, chunk, encoding, callback);
};
s.say('unpipe a stranger', source.unpipe(new s.Sink('stranger')) === source);
process.on('exit', function () {
  state();
  s.say(s.fields(leaver._writableState, ['ended', 'length', 'finished']), leaver.listeners('drain').length, quick.listeners('unpipe').length);
});
