// Named checks of members, run one after the other. Each tells what it observed by `done(value…)`, so that a run
// on ours can be held against one on the real Node. In the words of the oldest generation with `require`.
var util = require('util');

var PATIENCE = 30 * 1000;
var checks = [];

/** Add a check; the first one starts when the program has been read. */
exports.check = function (name, run) {
  if (checks.push({name: name, run: run}) === 1) process.nextTick(next);
};

function next() {
  var check = checks[0];
  if (!check) return;
  var impatient = setTimeout(function () { throw new Error('no end of ' + check.name); }, PATIENCE);
  check.run(function () {
    if (check !== checks[0]) throw new Error('done twice: ' + check.name);
    clearTimeout(impatient);
    checks.shift();
    console.log(check.name + ': ' + [].map.call(arguments, show).join(' '));
    setTimeout(next, 0);
  });
}

function show(value) {
  return typeof value === 'string' ? JSON.stringify(value) : util.inspect(value, false, 4);
}

/** What `act` throws, as text. */
exports.thrown = function (act) {
  try {
    act();
  } catch (error) {
    return error.name + ': ' + error.message;
  }
  return 'nothing thrown';
};

/** Note in `log` each of `events` that `emitter` emits, and how many arguments came with it. */
exports.note = function (log, emitter, events) {
  events.split(' ').forEach(function (event) {
    emitter.on(event, function () { log.push(event + ' ' + arguments.length); });
  });
};
