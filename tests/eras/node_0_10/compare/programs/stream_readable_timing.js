// When `readable` and `end` come: before and after ticks and immediates, for sources that are quick or slow.
var s = require('./lib/streams');

function clock(label) {
  process.nextTick(function () { s.say(label, 'tick'); process.nextTick(function () { s.say(label, 'tick 2'); }); });
  setImmediate(function () { s.say(label, 'immediate'); });
}
var cases = [
  ['sync', ['a', 'b'], {}, false],
  ['later', ['a', 'b'], {}, true],
  ['small', ['aaaa', 'bbbb', 'cc'], {highWaterMark: 3}, false],
  ['zero', ['aaaa', 'bbbb'], {highWaterMark: 0}, false],
  ['zero later', ['aaaa', 'bbbb'], {highWaterMark: 0}, true],
  ['objects', [1, 2, 3], {objectMode: true, highWaterMark: 1}, false],
  ['nothing', [], {}, false],
  ['nothing later', [], {}, true]
];
(function next() {
  var c = cases.shift();
  if (!c) return;
  s.say('--', c[0]);
  var source = new s.Source(c[1], c[2], c[3]);
  var all = [];
  source.on('readable', function () {
    var chunk, got = [];
    while ((chunk = source.read()) !== null) { got.push(chunk); all.push(chunk); }
    s.say(c[0], 'readable', got.map(s.text).join(','), s.fields(source._readableState, ['length', 'ended', 'needReadable', 'emittedReadable']));
  });
  source.on('end', function () {
    s.say(c[0], 'end', all.length, source.readable);
    setImmediate(function () { setImmediate(next); });
  });
  clock(c[0]);
  s.say(c[0], 'set up', s.fields(source._readableState, ['length', 'sync', 'reading', 'readableListening', 'calledRead']));
})();
