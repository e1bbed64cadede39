// Timers of any object with `_onTimeout`, and what a timeout shows of itself.
var timers = require('timers');
var util = require('util');

console.log(Object.keys(timers).join());

var connection = {
  _onTimeout: function () {
    console.log('idle', this === connection, this._idleTimeout, this._idleNext === null || this._idleNext === undefined);
    timers.enroll(this, 2);
    this._onTimeout = function () { console.log('idle again'); };
    timers.active(this);
  },
};
console.log(timers.enroll(connection, 7), connection._idleTimeout, timers.active(connection), typeof connection._idleStart);

var gone = { _onTimeout: function () { console.log('never'); } };
timers.enroll(gone, 3);
timers.active(gone);
console.log(!!gone._idleNext, timers.unenroll(gone), gone._idleTimeout, gone._idleNext);
timers.active(gone);

var silent = {};
timers.enroll(silent, 1);
timers.active(silent);
timers.active({ _onTimeout: function () { console.log('never'); } });

[undefined, 'a', -1, {}, Infinity].forEach(function (delay) {
  var item = { _onTimeout: function () { console.log('never'); } };
  timers.enroll(item, delay);
  console.log(util.inspect(delay), item._idleTimeout);
  if (delay !== Infinity) timers.active(item);
});

var patient = { _onTimeout: function () { console.log('ended before'); } };
timers.enroll(patient, 5000);
timers._unrefActive(patient);

// A timeout.
var timeout = setTimeout(function () { console.log('called by hand'); }, 5000);
console.log(timeout._idleTimeout, timeout._repeat, typeof timeout._onTimeout);
timeout._onTimeout();
clearTimeout(timeout);
console.log(timeout._idleTimeout);
var replaced = setTimeout(function () { console.log('never'); }, 30);
replaced._onTimeout = function () { console.log('in its place'); };
var interval = setInterval(function () { clearInterval(interval); }, 5000);
console.log(interval._repeat);
clearInterval(interval);
