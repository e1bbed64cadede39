// How many calls a stack has by what `Error.stackTraceLimit` is, and who makes it where `Error.prepareStackTrace` was set
// and deleted again.
function outer() { inner(); }
function inner() { throw new Error('x'); }

function caught() {
  try {
    outer();
  } catch (error) {
    return error;
  }
}

[0, 1, 2, -1, -5, 0.5, 1.5, 2.9, NaN, Infinity, -Infinity, '3', null, undefined, true, 1e10].forEach(function (limit) {
  Error.stackTraceLimit = limit;
  var stack = caught().stack;
  console.log(limit, typeof stack, stack && Math.min(12, stack.split('\n').length));
});
delete Error.stackTraceLimit;
console.log('deleted', typeof caught().stack);
Error.stackTraceLimit = 10;

function names(error, sites) {
  return sites.slice(0, 2).map(function (site) { return site.getFunctionName(); });
}

Error.prepareStackTrace = names;
console.log(caught().stack);
var early = caught();
console.log(delete Error.prepareStackTrace, Error.prepareStackTrace);
console.log(typeof caught().stack, typeof early.stack);
Error.prepareStackTrace = names;
console.log('set again', caught().stack);
[null, 5, 'text', {}].forEach(function (wrong) {
  Error.prepareStackTrace = wrong;
  console.log(wrong, typeof caught().stack);
});
