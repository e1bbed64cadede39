// What the drivers of clients and of servers share: steps that are done one after the other, and a log.
var current = [];

exports.bytes = function (text) { return new Buffer(text, 'binary'); };

// Both ends live in this process; `turns` turns after a step, whatever it led to has happened.
exports.scene = function (turns) {
  var log = current = [], queue = [];

  function guarded(name, fn) {
    try { return fn(); } catch (error) { log.push([name, 'throws', error.message]); }
  }

  function follow(name, emitter, events) {
    events.forEach(function (event) {
      emitter.on(event, function (value) {
        log.push([name, event].concat(Buffer.isBuffer(value) ? value.toString('binary') : value instanceof Error ? value.message + ' ' + value.code : []));
      });
    });
  }

  function perform(name, ops, op, req, res) {
    guarded(name, function () {
      var result = ops[op[0]].apply(null, [req, res].concat(op.slice(1)));
      if (result !== undefined) log.push([name, op[0], result]);
    });
  }

  function settle(then) {
    var left = turns;
    (function again() { if (left--) setImmediate(again); else then(); })();
  }

  function play(finish) {
    settle(function () {
      if (!queue.length) return finish();
      log.push(['--']);
      queue.shift()();
      play(finish);
    });
  }

  return {log: log, queue: queue, guarded: guarded, follow: follow, perform: perform, settle: settle, play: play};
};

// Runs the scenarios of a JSON file, the program's first argument, and prints what happened in each.
exports.runAll = function (run) {
  var scenarios = require(process.argv[2]);
  var logs = [];
  process.on('uncaughtException', function (error) { current.push(['uncaught', error.message]); });
  (function next() {
    if (logs.length === scenarios.length) return process.stdout.write(JSON.stringify(logs), process.exit);
    run(scenarios[logs.length], function (log) { logs.push(log); setImmediate(next); });
  })();
};
