// The switch to old mode: `data`, pause and resume before, during and after data; what is in flight.
var stream = require('stream');
var s = require('./lib/streams');

var names = ['flowing', 'length', 'ended', 'endEmitted', 'needReadable', 'reading'];
function watch(name, source) {
  source.on('data', function (data) { s.say(name, 'data', data); });
  s.trace(name, source, ['end', 'pause', 'resume', 'readable', 'close']);
}
var steps = [
  function listens(next) {
    var a = new s.Source(['1', '2', '3'], {}, true);
    watch('a', a);
    s.say('a', s.fields(a._readableState, names), a.readable);
    a.on('end', next);
  },
  function pauses(next) {
    var b = new s.Source(['1', '2', '3'], {}, true);
    s.say('b pause', b.pause());
    watch('b', b);
    s.settle(function () {
      s.say('b', s.fields(b._readableState, names));
      s.say('b resume', b.resume(), s.fields(b._readableState, names));
    }, 10);
    b.once('data', function () { b.pause(); s.say('b paused in data'); s.settle(function () { b.resume(); }, 10); });
    b.on('end', next);
  },
  function resumes(next) {
    var c = new s.Source(['1', '2', '3'], {});
    s.trace('c', c, ['end', 'resume']);
    s.say('c resume', c.resume(), s.fields(c._readableState, names));
    c.on('end', next);
  },
  function readsFirst(next) {
    var d = new s.Source(['1', '2', '3', '4'], {highWaterMark: 1});
    s.say('d read', d.read(), s.fields(d._readableState, names));
    watch('d', d);
    d.on('end', next);
  },
  function pausesTwice(next) {
    var e = new s.Source(['1', '2'], {});
    e.pause(); e.pause(); e.resume();
    watch('e', e);
    e.pause();
    setImmediate(function () { e.resume(); e.resume(); });
    e.on('end', next);
  },
  function pipes(next) {
    var f = new s.Source(['1', '2', '3'], {}, true), sink = new s.Sink('f sink', {highWaterMark: 1}, true);
    f.on('data', function (data) { s.say('f also', data); });
    s.say(f.pipe(sink) === sink, s.fields(f._readableState, ['flowing', 'pipesCount']), ['data', 'end', 'close', 'error'].map(function (n) { return f.listeners(n).length; }));
    s.trace('f', f, ['pause', 'resume', 'end']);
    sink.on('finish', next);
  },
  function afterPipe(next) {
    var g = new s.Source(['1', '2', '3', '4'], {}, true), sink = new s.Sink('g sink', {highWaterMark: 1});
    g.pipe(sink);
    ['pause', 'resume'].forEach(function (method) { try { s.say(g[method]()); } catch (error) { s.say(method, error); } });
    try { g.on('data', function (data) { s.say('g data', data); }); } catch (error) { s.say('data', error); }
    g.once('data', function () { setImmediate(function () { g.unpipe(sink); s.say('g', s.fields(g._readableState, names)); try { g.resume(); } catch (e) { s.say(e); } }); });
    g.on('end', next);
  },
  function inFlight(next) {
    var h = new stream.Readable(), n = 0;
    h._read = function () { setImmediate(function () { h.push(n < 6 ? String(n++) : null); }); };
    h.on('data', function (data) {
      s.say('h', data, h._readableState.length);
      if (data[0] === 50) { h.pause(); s.settle(function () { s.say('h waiting', h._readableState.length); h.resume(); }, 20); }
    });
    h.on('end', function () { s.say('h end'); next(); });
  },
  function late(next) {
    var i = new s.Source(['only'], {});
    i.on('readable', function () { s.say('i readable', i.read()); });
    i.on('end', function () {
      i.on('data', function (data) { s.say('i data', data); });
      i.on('end', function () { s.say('i ends twice'); });
      s.say('i', i.readable);
      setImmediate(next);
    });
  },
  function setsEncoding(next) {
    var j = new s.Source([new Buffer([0xe2]), new Buffer([0x82, 0xac])], {}, true);
    watch('j', j);
    j.setEncoding('utf8');
    j.on('end', next);
  }
];
(function next() {
  var step = steps.shift();
  if (!step) return;
  s.say('--', step.name);
  step(function () { setImmediate(next); });
})();
