// A prompt that evaluates JavaScript inside the running program.
var internal = require("internal");
var sys = require("sys");

var GLOBAL = globalThis;
var SCOPE = "the_scope_of_the_repl";
var OPENING = "with (" + SCOPE + ") { ";

exports.scope = {};

exports.start = function (prompt) {
  internal.host.part("prompt", "start_prompt")(prompt === undefined ? null : prompt, evaluate, clear);
};

function clear() {
  Object.keys(exports.scope).forEach(function (name) { delete exports.scope[name]; });
}

// Why `source` does not parse, and where; null if it does. Nothing of it is run.
function complaint(source) {
  try {
    (0, eval)("throw null; " + source);
  } catch (error) {
    return error === null ? null : error.message + error.stack.split("\n")[1];
  }
}

// Only what stopped at the end of the source stops elsewhere when something follows.
function goesOn(source, reason) {
  return ["@", "*/", "`"].some(function (more) {
    return complaint(source + "\n" + more) !== reason;
  });
}

// Evaluated as a script, so that what it declares is global. The scope has a name only until it is used.
function run(source) {
  Object.defineProperty(GLOBAL, SCOPE, {
    configurable: true,
    get: function () {
      delete GLOBAL[SCOPE];
      return exports.scope;
    },
  });
  try {
    return internal.core.evaluate("repl", OPENING + source + "\n}", false, OPENING.length);
  } finally {
    delete GLOBAL[SCOPE];
  }
}

// What to print for `source`; null if it goes on.
function evaluate(source) {
  if (/^\s*\{/.test(source) && complaint("(" + source + "\n)") === null) source = "(" + source + "\n)";
  var reason = complaint(source);
  if (reason !== null && goesOn(source, reason)) return null;
  try {
    var value = reason === null ? run(source) : internal.core.evaluate("repl", source, false, 0);
    if (value === undefined) return "";
    exports.scope._ = value;
    return sys.inspect(value) + "\n";
  } catch (error) {
    return (error instanceof Error ? error.stack : String(error)) + "\n";
  }
}
