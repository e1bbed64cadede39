// The global console: `log` and its like on process.stdout, `error` and its like on process.stderr.
var util = require("util");

function Console(stdout, stderr) {
  if (!(this instanceof Console)) return new Console(stdout, stderr);
  if (!stdout || typeof stdout.write !== "function") {
    throw new TypeError("Console expects a writable stream instance");
  }
  stderr = stderr || stdout;
  var self = this;
  var times = {};

  var methods = {
    log: function () { stdout.write(util.format.apply(null, arguments) + "\n"); },
    warn: function () { stderr.write(util.format.apply(null, arguments) + "\n"); },
    dir: function (object) { stdout.write(util.inspect(object) + "\n"); },
    time: function (label) { times[label] = Date.now(); },
    timeEnd: function (label) {
      if (!(label in times)) throw new Error("No such label: " + label);
      self.log("%s: %dms", label, Date.now() - times[label]);
    },
    trace: function () {
      var error = new Error();
      error.name = "Trace";
      error.message = util.format.apply(null, arguments);
      Error.captureStackTrace(error, methods.trace);
      self.error(error.stack);
    },
    assert: function (expression) {
      if (!expression) {
        var message = util.format.apply(null, Array.prototype.slice.call(arguments, 1));
        throw new (require("assert").AssertionError)({ message: message, actual: false, expected: true, operator: "==" });
      }
    },
  };
  methods.info = methods.log;
  methods.error = methods.warn;
  ["log", "info", "warn", "error", "dir", "time", "timeEnd", "trace", "assert"].forEach(function (name) {
    self[name] = methods[name];
  });
}

module.exports = new Console(process.stdout, process.stderr);
module.exports.Console = Console;
