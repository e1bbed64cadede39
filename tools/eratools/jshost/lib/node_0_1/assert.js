// Assertions, with JavaScript's own equalities.
var sys = require("sys");

function AssertionError(options) {
  this.name = "AssertionError";
  this.actual = options.actual;
  this.expected = options.expected;
  this.operator = options.operator;
  this.message = options.message === undefined ? describe(options) : options.message;
  Error.captureStackTrace(this, options.test || fail);
}
AssertionError.prototype = Object.create(Error.prototype, {
  constructor: { value: AssertionError, writable: true, configurable: true },
});
exports.AssertionError = AssertionError;

AssertionError.prototype.toString = function () {
  return this.name + ": " + this.message;
};

function describe(options) {
  return [show(options.actual), options.operator, show(options.expected)].join(" ");
}

function show(value) {
  return sys.inspect(value).replace(/\s+/g, " ").slice(0, 128);
}

function fail(actual, expected, message, operator, test) {
  throw new AssertionError({
    actual: actual, expected: expected, message: message, operator: operator, test: test,
  });
}

exports.fail = function (actual, expected, message, operator) {
  fail(actual, expected, message, operator === undefined ? "fail" : operator, exports.fail);
};

// A test that `holds(actual, expected)`; what fails it is reported where it was called.
function comparison(operator, holds) {
  return function test(actual, expected, message) {
    if (!holds(actual, expected)) fail(actual, expected, message, operator, test);
  };
}

exports.ok = function ok(value, message) {
  if (!value) fail(value, true, message, "==", ok);
};

exports.equal = comparison("==", function (a, b) { return a == b; });
exports.notEqual = comparison("!=", function (a, b) { return a != b; });
exports.strictEqual = comparison("===", function (a, b) { return a === b; });
exports.notStrictEqual = comparison("!==", function (a, b) { return a !== b; });
exports.deepEqual = comparison("deepEqual", function (a, b) { return alike(a, b, []); });
exports.notDeepEqual = comparison("notDeepEqual", function (a, b) { return !alike(a, b, []); });

function isObject(value) {
  return value !== null && typeof value === "object";
}

function alike(a, b, underWay) {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return !isObject(a) && !isObject(b) && a == b;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof RegExp && b instanceof RegExp) return String(a) === String(b);
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  // A cycle equals one that runs alike.
  if (underWay.some(function (pair) { return pair[0] === a && pair[1] === b; })) return true;
  return alikeInside(a, b, underWay.concat([[a, b]]));
}

function alikeInside(a, b, underWay) {
  var names = Object.keys(a).sort();
  var others = Object.keys(b).sort();
  return names.length === others.length &&
    names.every(function (name, index) { return name === others[index]; }) &&
    names.every(function (name) { return alike(a[name], b[name], underWay); });
}

// What `block` throws, in an array; null if it throws nothing.
function thrown(block) {
  try {
    block();
  } catch (error) {
    return [error];
  }
  return null;
}

function about(what, error, message) {
  return what + (error && error.name ? " (" + error.name + ")." : ".") + (message ? " " + message : "");
}

exports.throws = function throws(block, error, message) {
  if (typeof error === "string") return throws(block, undefined, error);
  var caught = thrown(block);
  if (!caught) fail(undefined, error, about("Missing expected exception", error, message), "throws", throws);
  if (error && !(caught[0] instanceof error)) throw caught[0];
};

exports.doesNotThrow = function doesNotThrow(block, error, message) {
  if (typeof error === "string") return doesNotThrow(block, undefined, error);
  var caught = thrown(block);
  if (!caught) return;
  if (error && !(caught[0] instanceof error)) throw caught[0];
  fail(caught[0], error, about("Got unwanted exception", error, message), "doesNotThrow", doesNotThrow);
};
