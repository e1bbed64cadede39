// write: returns, state, callbacks in order, drain, finish; sinks that call back at once, later, never.
var stream = require('stream');
var s = require('./lib/streams');

var names = ['length', 'needDrain', 'writing', 'sync', 'ending', 'ended', 'finished', 'bufferProcessing'];
function run(name, later, next) {
  var sink = new s.Sink(name, {highWaterMark: 5}, later);
  s.trace(name, sink, ['drain', 'finish']);
  function show(label, value) { s.say(name, label, value, s.fields(sink._writableState, names), sink._writableState.buffer.length); }
  show('new', sink.writable);
  show('abc', sink.write('abc', function () { show('callback abc', arguments.length); }));
  show('de', sink.write(new Buffer('de'), function () { show('callback de', arguments.length); }));
  show('empty', sink.write('', function () { show('callback empty', arguments.length); }));
  show('f', sink.write('f', 'ascii', function (error) { show('callback f', error); }));
  process.nextTick(function () { s.say(name, 'tick'); });
  setImmediate(function () { s.say(name, 'immediate'); });
  s.settle(function () {
    show('idle', '');
    show('end', sink.end('last', function () { show('callback end', arguments.length); }));
    show('writable', sink.writable);
    s.settle(next || function () {}, 10);
  }, 10);
}
run('sync', false, function () { run('later', true, never); });
function never() {
  var sink = new stream.Writable({highWaterMark: 3});
  sink._write = function (chunk) { s.say('never', chunk); };
  s.say(sink.write('ab'), sink.write('c'), sink.write('d'), s.fields(sink._writableState, names), sink._writableState.buffer.length);
  sink.end();
  sink.on('finish', function () { s.say('never finishes'); });
  s.say(s.fields(sink._writableState, names), sink._writableState.buffer.map(function (entry) { return Object.keys(entry).sort().join() + entry.encoding; }));
}
