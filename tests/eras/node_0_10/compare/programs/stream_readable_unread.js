// `readable` listened to but not read, listened to late, several times; read(0) as a nudge; end that never comes.
var stream = require('stream');
var s = require('./lib/streams');

var unread = new s.Source(['a', 'b', 'c'], {highWaterMark: 2});
s.trace('unread', unread, ['readable', 'end']);
var late = new s.Source(['a', 'b', 'c'], {}, true);
late.read(0);
s.settle(function () {
  s.trace('late', late, ['readable', 'end']);
  s.say('late state', s.fields(late._readableState, ['length', 'ended', 'needReadable', 'emittedReadable']));
  setImmediate(function () { s.say('late reads', late.read()); });
}, 20);
var twice = new s.Source(['x'], {});
var count = 0;
twice.on('readable', function () { s.say('twice 1', ++count); });
twice.on('readable', function () { s.say('twice 2', twice.read()); });
twice.on('end', function () { s.say('twice end'); });
var partly = new s.Source(['abcdef', 'ghijkl'], {highWaterMark: 4}, true);
partly.on('readable', function () { s.say('partly', partly.read(4), partly._readableState.length); });
s.trace('partly', partly, ['end']);
var nudged = new stream.Readable();
nudged._read = function (n) { s.say('nudged _read', n); };
s.say(nudged.read(0), nudged.read(0), nudged.read());
nudged.push('later');
s.say(nudged.read(0), nudged.read(3), nudged.read());
s.trace('nudged', nudged, ['readable', 'end']);
nudged.push(null);
s.settle(function () { s.say('nudged at last', nudged.read(0)); }, 30);
var never = new s.Source([], {});
s.trace('never', never, ['end']);
process.on('exit', function () {
  s.say('exit', s.fields(unread._readableState, ['length', 'ended', 'endEmitted']), s.fields(never._readableState, ['calledRead', 'endEmitted']));
});
