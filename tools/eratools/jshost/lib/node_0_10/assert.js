// Assertions.
var util = require("util");

var assert = (module.exports = ok);

function AssertionError(options) {
  this.name = "AssertionError";
  this.actual = options.actual;
  this.expected = options.expected;
  this.operator = options.operator;
  this.message = options.message || describe(this);
  Error.captureStackTrace(this, options.stackStartFunction || fail);
}
util.inherits(AssertionError, Error);
assert.AssertionError = AssertionError;

AssertionError.prototype.toString = function () {
  return this.name + ": " + this.message;
};

function shown(key, value) {
  if (value === undefined) return "" + value;
  if (typeof value === "number" && !isFinite(value)) return value.toString();
  if (typeof value === "function" || value instanceof RegExp) return value.toString();
  return value;
}

function describe(error) {
  function cut(value) { return String(JSON.stringify(value, shown)).slice(0, 128); }
  return cut(error.actual) + " " + error.operator + " " + cut(error.expected);
}

// A stack begins below what stands under the assertion's name at that time: programs put their own there.
function fail(actual, expected, message, operator, stackStartFunction) {
  throw new AssertionError({
    message: message, actual: actual, expected: expected, operator: operator,
    stackStartFunction: stackStartFunction,
  });
}
assert.fail = fail;

function ok(value, message) {
  if (!value) fail(value, true, message, "==", assert.ok);
}
assert.ok = ok;

// A stack begins above what is called by the name of an assertion, which may be a program's own around it.
assert.equal = function equal(actual, expected, message) {
  if (actual != expected) fail(actual, expected, message, "==", assert.equal);
};

assert.notEqual = function notEqual(actual, expected, message) {
  if (actual == expected) fail(actual, expected, message, "!=", assert.notEqual);
};

assert.deepEqual = function deepEqual(actual, expected, message) {
  if (!alike(actual, expected)) fail(actual, expected, message, "deepEqual", assert.deepEqual);
};

assert.notDeepEqual = function notDeepEqual(actual, expected, message) {
  if (alike(actual, expected)) fail(actual, expected, message, "notDeepEqual", assert.notDeepEqual);
};

assert.strictEqual = function strictEqual(actual, expected, message) {
  if (actual !== expected) fail(actual, expected, message, "===", assert.strictEqual);
};

assert.notStrictEqual = function notStrictEqual(actual, expected, message) {
  if (actual === expected) fail(actual, expected, message, "!==", assert.notStrictEqual);
};

function alike(a, b) {
  if (a === b) return true;
  if (Buffer.isBuffer(a) && Buffer.isBuffer(b)) {
    if (a.length !== b.length) return false;
    for (var i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
    return true;
  }
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof RegExp && b instanceof RegExp) return String(a) === String(b) && a.lastIndex === b.lastIndex;
  if (typeof a !== "object" && typeof b !== "object") return a == b;
  return alikeObjects(a, b);
}

function isArguments(value) {
  return Object.prototype.toString.call(value) === "[object Arguments]";
}

function alikeObjects(a, b) {
  if (a === null || a === undefined || b === null || b === undefined) return false;
  if (a.prototype !== b.prototype) return false;
  if (isArguments(a)) return isArguments(b) && alike(Array.prototype.slice.call(a), Array.prototype.slice.call(b));
  var keysOfA;
  var keysOfB;
  try {
    keysOfA = Object.keys(a).sort();
    keysOfB = Object.keys(b).sort();
  } catch (primitive) {
    return false;
  }
  if (keysOfA.length !== keysOfB.length) return false;
  return keysOfA.every(function (key, index) { return key == keysOfB[index]; }) &&
    keysOfA.every(function (key) { return alike(a[key], b[key]); });
}

function matches(error, expected) {
  if (!error || !expected) return false;
  if (expected instanceof RegExp) return expected.test(error);
  return error instanceof expected || expected.call({}, error) === true;
}

// A block that throws nothing (undefined, null, 0, "") counts as one that does not throw.
function check(shouldThrow, block, expected, message) {
  var actual;
  if (typeof expected === "string") {
    message = expected;
    expected = null;
  }
  try {
    if (typeof block !== "function") throw new TypeError(typeof block + " is not a function");
    block();
  } catch (error) {
    actual = error;
  }
  message = (expected && expected.name ? " (" + expected.name + ")." : ".") + (message ? " " + message : ".");
  if (shouldThrow && !actual) fail(actual, expected, "Missing expected exception" + message);
  if (!shouldThrow && matches(actual, expected)) fail(actual, expected, "Got unwanted exception" + message);
  if ((shouldThrow && actual && expected && !matches(actual, expected)) || (!shouldThrow && actual)) throw actual;
}

assert.throws = function (block, error, message) {
  check(true, block, error, message);
};

assert.doesNotThrow = function (block, error, message) {
  check(false, block, error, message);
};

assert.ifError = function (error) {
  if (error) throw error;
};
