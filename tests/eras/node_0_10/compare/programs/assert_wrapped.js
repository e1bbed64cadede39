// Assertions that a program has put its own around: the stack begins at whoever called those.
var assert = require('assert');

function begins(error) { return error.stack.split('\n')[1].replace(/^.*[\/(]/, '').replace(/:\d+\)?$/, ''); }

['equal', 'notEqual', 'deepEqual', 'notDeepEqual', 'strictEqual', 'notStrictEqual', 'ok'].forEach(function (name) {
  var original = assert[name];
  var values = /^not/.test(name) ? [1, 1] : name === 'ok' ? [0, 'given'] : [1, 2];
  function fails() {
    try { assert[name](values[0], values[1]); } catch (error) { return begins(error); }
  }
  console.log(name, fails());
  assert[name] = function (first, second, message) { original(first, second, message || 'wrapped'); };
  console.log(name, fails());
  try { assert[name](values[0], values[1]); } catch (error) { console.log(begins(error), error.message, error.operator); }
  assert[name] = original;
});
try { assert(false, 'itself'); } catch (error) { console.log(begins(error), error.message); }
try { assert.fail(1, 2, 'failed', '##'); } catch (error) { console.log(begins(error), error.message); }
try { assert.throws(function () {}); } catch (error) { console.log(begins(error) !== undefined, error.message); }
