// Runs the emitter scenarios of a JSON file (its first argument) and prints what happened in each.
var EventEmitter = require('events').EventEmitter;

function run(scenario) {
  var log = [], emitter = new EventEmitter(), steps = 0;
  emitter.setMaxListeners(0);

  var listeners = scenario.listeners.map(function (nested, index) {
    return function listener() {
      log.push([index, arguments.length, this === emitter].concat([].slice.call(arguments).map(show)));
      nested.forEach(perform);
    };
  });

  function show(value) {
    if (typeof value !== 'function') return value === undefined ? 'undefined' : String(value);
    var index = listeners.indexOf(value);
    return index >= 0 ? 'f' + index : 'once f' + listeners.indexOf(value.listener);
  }

  var ops = {
    add: function (how, event, index) { return emitter[how](event, listeners[index]) === emitter; },
    remove: function (event, index) { return emitter.removeListener(event, listeners[index]) === emitter; },
    clear: function () { return emitter.removeAllListeners.apply(emitter, arguments) === emitter; },
    emit: function () { return emitter.emit.apply(emitter, arguments); },
    fail: function (message) { return emitter.emit('error', message === null ? undefined : new Error(message)); },
    list: function (event) { return emitter.listeners(event).map(show).join(); },
    count: function (event) { return EventEmitter.listenerCount(emitter, event); },
    most: function (n) { return typeof emitter.setMaxListeners(n); },
    odd: function (how) { return emitter[how]('a', 'no function'); }
  };

  function perform(op) {
    if (++steps > 60) return;
    var result;
    try { result = ops[op[0]].apply(null, op.slice(1)); } catch (error) { result = String(error); }
    log.push([op[0], result]);
  }

  scenario.ops.forEach(perform);
  return log;
}

process.stdout.write(JSON.stringify(require(process.argv[2]).map(run)));
