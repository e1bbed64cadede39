// Callbacks, drain, finish and ticks: who comes first, for a sink that is quick, slow, or both.
var stream = require('stream');
var s = require('./lib/streams');

function order(name, write, next) {
  var w = new stream.Writable({highWaterMark: 3});
  w._write = write;
  s.trace(name, w, ['drain', 'finish']);
  for (var i = 0; i < 4; i++) (function (i) {
    s.say(name, 'write', i, w.write('x' + i, function () { s.say(name, 'done', i); process.nextTick(function () { s.say(name, 'tick of', i); }); }));
  })(i);
  process.nextTick(function () { s.say(name, 'tick'); });
  setImmediate(function () { s.say(name, 'immediate'); });
  w.once('drain', function () {
    s.say(name, 'more', w.write('more', function () { s.say(name, 'done more'); }));
    w.end('end', function () { s.say(name, 'ended'); if (next) setImmediate(setImmediate, next); });
    w.on('finish', function () { s.say(name, 'finish of a late listener'); });
  });
}
var turn = 0;
order('now', function (chunk, encoding, callback) { s.say('now gets', chunk); callback(); }, function () {
  order('tick', function (chunk, encoding, callback) { s.say('tick gets', chunk); process.nextTick(callback); }, function () {
    order('immediate', function (chunk, encoding, callback) { s.say('immediate gets', chunk); setImmediate(callback); }, function () {
      order('mixed', function (chunk, encoding, callback) { s.say('mixed gets', chunk); if (turn++ % 2) callback(); else process.nextTick(callback); });
    });
  });
});
