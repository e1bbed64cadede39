// A stack is made when it is first asked for, by what prepareStackTrace is then, as the package stack-trace does it.
var original = Error.prepareStackTrace;
var calls = 0;

function first(stack) { return String(stack).split('\n')[0]; }

function told(error, make) {
  Error.prepareStackTrace = make;
  try { return error.stack; } catch (thrown) { return 'throws ' + thrown; } finally { Error.prepareStackTrace = original; }
}

function counted(error, sites) { calls++; return [sites.length > 0, error.message]; }

var made = new Error('made');
console.log(told(made, counted), calls, made.stack, calls);
var captured = {};
Error.captureStackTrace(captured);
console.log(told(captured, counted), calls, captured.stack, calls);
var seen = new Error('seen');
console.log(first(seen.stack), first(told(seen, counted)), calls);
var caught;
try { missing(); } catch (error) { caught = error; }
console.log(told(caught, counted));

function site() { return told(new Error('x'), function (error, sites) { return sites[0]; }); }
console.log(site().getFunctionName(), /error_prepare_late\.js$/.test(site().getFileName()), site().getLineNumber());
function above() { var made = {}; Error.captureStackTrace(made, above); return made; }
function caller() { return above(); }
console.log(told(caller(), function (error, sites) { return sites[0].getFunctionName(); }));

[2, 0, undefined, 'text'].forEach(function (limit) {
  Error.stackTraceLimit = limit;
  var limited = new Error('limited');
  Error.stackTraceLimit = 10;
  console.log(limit, told(limited, function (error, sites) { return sites.length; }));
});
console.log(told(new Error('x'), function () { return undefined; }), told(new Error('x'), function () { return this === Error; }));
console.log(told(new Error('x'), function () { throw new TypeError('inside'); }), first(told(new Error('x'), 5)));
