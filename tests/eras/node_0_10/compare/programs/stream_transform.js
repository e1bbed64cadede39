// Transform: one to many, many to one, none; errors; flush; callbacks that come late or twice.
var stream = require('stream');
var s = require('./lib/streams');

function make(name, transform, flush, options) {
  var t = new stream.Transform(options);
  t._transform = transform;
  if (flush) t._flush = flush;
  s.trace(name, t, ['end', 'finish', 'error', 'drain', 'close']);
  t.on('readable', function () { var chunk; while ((chunk = t.read()) !== null) s.say(name, 'out', chunk); });
  return t;
}
var steps = [
  function many(next) {
    var t = make('many', function (chunk, encoding, callback) {
      for (var i = 0; i < chunk.length; i++) this.push(chunk.slice(i, i + 1));
      callback();
    }, null, {highWaterMark: 2});
    s.say(t.write('abc'), t.write('de'));
    t.end();
    t.on('end', next);
  },
  function few(next) {
    var kept = '';
    var t = make('few', function (chunk, encoding, callback) { kept += chunk; callback(); }, function (callback) { this.push(kept); setImmediate(callback); });
    t.write('a'); t.write('b'); t.end('c');
    t.on('end', next);
  },
  function none(next) {
    var t = make('none', function (chunk, encoding, callback) { callback(); });
    t.write('a'); t.end();
    t.on('end', next);
  },
  function empty(next) {
    var t = make('empty', function (chunk, encoding, callback) { s.say('never'); callback(); }, function (callback) { s.say('flush'); callback(); });
    t.end();
    t.on('end', next);
  },
  function later(next) {
    var t = make('later', function (chunk, encoding, callback) { s.say('later in', chunk); setImmediate(function () { callback(null, chunk + '!'); }); }, null, {highWaterMark: 3});
    s.say(t.write('ab', function () { s.say('later called back ab'); }), t.write('cd', function () { s.say('later called back cd'); }), t.write('ef'));
    t.end(function () { s.say('later ended'); });
    t.on('end', next);
  },
  function fails(next) {
    var t = make('fails', function (chunk, encoding, callback) { callback(String(chunk) === 'b' ? new Error('no b') : null, chunk); });
    t.write('a', function (e) { s.say('fails callback a', e); });
    t.write('b', function (e) { s.say('fails callback b', e); });
    t.write('c', function (e) { s.say('fails callback c', e); });
    t.end();
    s.settle(function () { s.say('fails state', s.fields(t._writableState, ['length', 'finished', 'ended']), s.fields(t._readableState, ['length', 'ended'])); next(); }, 10);
  },
  function flushFails(next) {
    var t = make('flush fails', function (chunk, encoding, callback) { callback(null, chunk); }, function (callback) { callback(new Error('no flush')); });
    t.end('x');
    s.settle(next, 10);
  },
  function twice(next) {
    var t = make('twice', function (chunk, encoding, callback) { callback(null, chunk); try { callback(null, 'again'); } catch (error) { s.say('thrown', error); } });
    t.write('x');
    s.settle(next, 10);
  },
  function pushesNull(next) {
    var t = make('pushes null', function (chunk, encoding, callback) { this.push(null); callback(); });
    t.write('x');
    t.end();
    s.settle(next, 10);
  },
  function missing(next) {
    var t = new stream.Transform();
    t.on('error', function (error) { s.say('missing', error); });
    try { t.write('x'); } catch (error) { s.say('thrown', error); }
    next();
  },
  function unread(next) {
    var t = new stream.Transform({highWaterMark: 2}), count = 0;
    t._transform = function (chunk, encoding, callback) { count++; callback(null, chunk); };
    for (var i = 0; i < 6; i++) s.say('unread', t.write('x'), count);
    t.end();
    s.trace('unread', t, ['finish', 'end']);
    s.settle(function () {
      s.say('unread', count, s.fields(t._readableState, ['length', 'needReadable']), s.fields(t._writableState, ['length', 'finished']));
      t.resume();
      t.on('end', next);
    }, 10);
  }
];
(function next() {
  var step = steps.shift();
  if (!step) return;
  s.say('--', step.name);
  step(function () { setImmediate(next); });
})();
