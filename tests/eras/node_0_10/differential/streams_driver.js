// Runs the stream scenarios of a JSON file (its first argument) and prints what happened in each.
var current = [], thrown = 0;
var events = require('events');
var stream = require('stream');

function show(value) {
  if (Buffer.isBuffer(value)) return 'b:' + value.toString('hex');
  if (typeof value === 'string') return 's:' + value;
  return value === undefined ? null : value;
}

function chunk(value) {
  return typeof value === 'string' && value.slice(0, 2) === 'b:' ? new Buffer(value.slice(2), 'hex') : value;
}

function run(scenario, done) {
  var log = current = [], queue = [], streams = {}, steps = 0;

  function later(how, fn) {
    if (log.length > 1000) return; // it runs away
    if (how === 'sync') fn();
    else if (how === 'tick') process.nextTick(fn);
    else queue.push(fn);
  }

  function guarded(fn) {
    try { return fn(); } catch (error) { log.push(['throw', error.message]); }
  }

  function source(name, spec, s) {
    var left = spec.chunks.slice();
    s._read = function (size) {
      log.push([name, '_read', size]);
      var next = left.length ? left.shift() : ['sync', [null]];
      later(next[0], function () {
        next[1].forEach(function (value) { log.push([name, 'pushed', guarded(function () { return s.push(chunk(value)); })]); });
      });
    };
  }

  function sink(name, spec, s) {
    var hows = spec.hows.slice();
    s._write = function (value, encoding, callback) {
      log.push([name, '_write', show(value), encoding]);
      var how = hows.length ? hows.shift() : 'sync';
      later(how[0] === '!' ? how.slice(1) : how, function () {
        guarded(function () { how[0] === '!' ? callback(new Error('failed')) : callback(); });
      });
    };
  }

  function filter(name, spec, s) {
    var hows = spec.hows.slice();
    s._transform = function (value, encoding, callback) {
      log.push([name, '_transform', show(value), encoding]);
      var how = hows.length ? hows.shift() : ['sync', 1];
      later(how[0], function () {
        guarded(function () {
          if (how[1] === 1) return callback(null, value);
          if (how[1] === 'fail') return callback(new Error('failed'));
          if (how[1] === 'throw') throw new Error('thrown');
          if (how[1] === 'null') return callback(null, null);
          if (how[1] === 'twice') callback(null, value);
          for (var i = 0; i < how[1]; i++) log.push([name, 'pushed', s.push(value)]);
          callback();
        });
      });
    };
    if (spec.flush) s._flush = function (callback) {
      log.push([name, '_flush']);
      s.push(spec.flush);
      later(spec.flush_how, function () {
        guarded(function () { spec.flush_fails ? callback(new Error('failed')) : callback(); });
      });
    };
  }

  function old(name, spec) {
    var s = streams[name] = new events.EventEmitter();
    s.left = spec.ends ? spec.chunks.concat([null]) : spec.chunks;
    s.pause = function () { log.push([name, 'paused']); };
    s.resume = function () { log.push([name, 'resumed']); };
    s.hello = function () { return this === s; };
  }

  function make(name, spec) {
    if (spec.kind === 'Old') return old(name, spec);
    var s = streams[name] = new stream[spec.kind](spec.options);
    if (spec.chunks) source(name, spec, s);
    if (spec.kind === 'Writable' || spec.kind === 'Duplex') sink(name, spec, s);
    if (spec.kind === 'Transform') filter(name, spec, s);
    s.setMaxListeners(0);
    s.on('error', function (error) { log.push([name, 'error', error.message]); });
    ['end', 'finish', 'drain', 'close', 'pause', 'resume'].forEach(function (event) {
      s.on(event, function () { log.push([name, event]); });
    });
    ['pipe', 'unpipe'].forEach(function (event) { s.on(event, function () { log.push([name, event]); }); });
  }

  var ops = {
    data: function (name, s) { s.on('data', function (value) { log.push([name, 'data', show(value)]); }); },
    data_pause: function (name, s) {
      s.on('data', function (value) {
        log.push([name, 'data', show(value)]);
        s.pause();
        later('later', function () { guarded(function () { s.resume(); }); });
      });
    },
    readable: function (name, s, n, all) {
      s.on('readable', function () {
        log.push([name, 'readable']);
        if (n === false || log.length > 1000) return;
        var value;
        do {
          value = guarded(function () { return n === null ? s.read() : s.read(n); });
          log.push([name, 'read', show(value)]);
        } while (all && value !== null && value !== undefined && ++steps < 500);
      });
    },
    read: function (name, s, n) { log.push([name, 'read', show(n === null ? s.read() : s.read(n))]); },
    write: function (name, s, value, encoding) {
      log.push([name, 'wrote', s.write(chunk(value), encoding, function (error) {
        log.push([name, 'callback', error ? error.message : null]);
      })]);
    },
    end: function (name, s, value) {
      if (value === null) s.end(function () { log.push([name, 'ended']); });
      else s.end(chunk(value), null, function () { log.push([name, 'ended']); });
    },
    pipe: function (name, s, to, options) { s.pipe(streams[to], options); },
    unpipe: function (name, s, to) { to ? s.unpipe(streams[to]) : s.unpipe(); },
    push: function (name, s, value) { log.push([name, 'pushed', s.push(chunk(value))]); },
    unshift: function (name, s, value) { log.push([name, 'unshifted', s.unshift(chunk(value))]); },
    emit: function (name, s, event) { s.emit(event, event === 'error' ? new Error('emitted') : undefined); },
    once: function (name, s, event, op) { s.once(event, function () { perform(op); }); },
    wrap: function (name, s, old) {
      log.push([name, 'wrapped', s.wrap(streams[old]) === s, s.hello()]);
    },
    give: function (name, s, count) {
      for (; count && s.left.length; count--) {
        var value = s.left.shift();
        value === null ? s.emit('end') : s.emit('data', chunk(value));
      }
    },
    set_encoding: function (name, s, encoding) { s.setEncoding(encoding); },
    pause: function (name, s) { s.pause(); },
    resume: function (name, s) { s.resume(); },
    state: function (name, s) {
      var r = s._readableState, w = s._writableState;
      if (r) log.push([name, 'r', r.length, r.ended, r.endEmitted, r.flowing, r.needReadable, r.highWaterMark]);
      if (w) log.push([name, 'w', w.length, w.ended, w.finished, w.needDrain, w.writing]);
    }
  };

  function perform(op) {
    guarded(function () { ops[op[1]].apply(null, [op[0], streams[op[0]]].concat(op.slice(2))); });
  }

  Object.keys(scenario.streams).sort().forEach(function (name) { make(name, scenario.streams[name]); });
  scenario.steps.forEach(function (step) {
    queue.push(function () {
      step.forEach(perform);
    });
  });
  (function next() {
    // What is left of the ticks of something that threw may run later than a timer.
    if (thrown) { thrown--; return setImmediate(next); }
    if (!queue.length || log.length > 2000) return done(log);
    log.push(['--']);
    queue.shift()();
    setImmediate(next);
  })();
}

var scenarios = require(process.argv[2]);
var logs = [];
process.on('uncaughtException', function (error) { thrown += 2; current.push(['uncaught', error.message]); });
(function next() {
  if (logs.length === scenarios.length) return process.stdout.write(JSON.stringify(logs));
  setImmediate(function () { run(scenarios[logs.length], function (log) { logs.push(log); next(); }); });
})();
