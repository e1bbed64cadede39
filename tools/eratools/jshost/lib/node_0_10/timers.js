// `timers`: what the era has, and timers that are any object with `_onTimeout`, as packages have made them.
var host = require("internal").host;
var era = host.pythonModule("timers");
var LONGEST = 2147483647;

function arm(item, keepsAlive) {
  disarm(item);
  if (!(item._idleTimeout >= 0)) return;
  item._idleStart = Date.now();
  item._idleNext = era.setTimeout(function () {
    item._idleNext = null;
    if (item._onTimeout) item._onTimeout();
  }, item._idleTimeout);
  if (!keepsAlive) item._idleNext.unref();
}

function disarm(item) {
  era.clearTimeout(item._idleNext);
  item._idleNext = null;
}

exports.unenroll = function (item) {
  disarm(item);
  item._idleTimeout = -1;
};

exports.enroll = function (item, msecs) {
  if (item._idleNext) exports.unenroll(item);
  item._idleTimeout = msecs > LONGEST ? LONGEST : msecs;
};

exports.active = function (item) { arm(item, true); };

for (var name in era) exports[name] = era[name];

exports._unrefActive = function (item) { arm(item, false); };
