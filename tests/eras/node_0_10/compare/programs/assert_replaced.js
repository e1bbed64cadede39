// Assertions that a program puts in place of others: the stack begins at who called them.
var assert = require('assert');

function told(run) {
  try { run(); } catch (e) { console.log(e.message, (e.stack.split('\n')[1] || 'no frames').replace(/.*(assert_replaced\.js:\d+):.*/, '$1')); }
}

var original = {};
['equal', 'notEqual', 'deepEqual', 'notDeepEqual', 'strictEqual', 'notStrictEqual', 'ok'].forEach(function (name) {
  original[name] = assert[name];
  assert[name] = function (actual, expected, message) {
    return original[name](actual, expected, message || 'with a message of its own');
  };
});

told(function () { assert.equal(1, 2); });
told(function () { assert.notEqual(1, 1); });
told(function () { assert.deepEqual({a: 1}, {a: 2}); });
told(function () { assert.notDeepEqual({}, {}); });
told(function () { assert.strictEqual(1, '1'); });
told(function () { assert.notStrictEqual(1, 1); });
told(function () { assert.ok(0); });
