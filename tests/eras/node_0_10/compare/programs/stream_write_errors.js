// A sink that fails: order of callback and error; write after end; chunks that are none.
var stream = require('stream');
var s = require('./lib/streams');

function failing(name, later) {
  var w = new stream.Writable();
  w._write = function (chunk, encoding, callback) {
    var error = String(chunk) === 'bad' ? new Error('bad chunk') : null;
    if (later) setImmediate(callback, error); else callback(error);
  };
  s.trace(name, w, ['error', 'drain', 'finish', 'close']);
  function done(label) { return function (error) { s.say(name, 'callback', label, error); }; }
  s.say(name, w.write('good', done('good')), w.write('bad', done('bad')), w.write('next', done('next')));
  process.nextTick(function () { s.say(name, 'tick'); });
  w.end(done('end'));
  s.say(name, s.fields(w._writableState, ['length', 'ended', 'finished', 'writing']));
  s.settle(function () { s.say(name, 'later', s.fields(w._writableState, ['length', 'ended', 'finished', 'writing'])); }, 20);
}
failing('sync', false);
s.settle(function () { failing('later', true); }, 30);
s.settle(function () {
  var w = new s.Sink('over');
  w.on('error', function (error) { s.say('over error', error, Object.keys(error)); });
  w.on('finish', function () { s.say('over finish'); });
  s.say(w.end('x'), w.end(), w.end(function () { s.say('second end called back'); }));
  s.say(w.write('y', function (error) { s.say('over callback', error); }));
  s.say(w.write(null), w.end('z'));
  var bad = new s.Sink('invalid');
  bad.on('error', function (error) { s.say('invalid error', error, error instanceof TypeError); });
  [5, true, {}, [1], function () {}].forEach(function (chunk) {
    try { s.say('invalid', chunk, bad.write(chunk, function (error) { s.say('invalid callback', chunk, error); })); } catch (error) { s.say('thrown', error.name); }
  });
  try { s.say(bad.write(null)); } catch (error) { s.say('thrown', error.name, error.message); }
  s.say(s.fields(bad._writableState, ['length', 'needDrain']));
  var none = new stream.Writable();
  none.on('error', function (error) { s.say('none', error); });
  none.write('x', function (error) { s.say('none callback', error); });
  try { new stream.Readable().on('error', function (error) { s.say('no _read', error); }).read(); } catch (error) { s.say('thrown', error); }
  try { new stream.Writable().pipe(bad); } catch (error) { s.say('thrown', error); }
  var unknown = new s.Sink('unknown');
  unknown.on('error', function (error) { s.say('unknown', error); });
  try { s.say(unknown.write('x', 'nonsense')); } catch (error) { s.say('thrown', error); }
}, 60);
