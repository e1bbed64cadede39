// Errors as objects.
var util = require('util');
function Mine(message) { Error.call(this); Error.captureStackTrace(this, Mine); this.message = message; }
util.inherits(Mine, Error);
Mine.prototype.name = 'Mine';
var error = new Mine('special');
console.log(String(error), error instanceof Error, error instanceof Mine, error.stack.split('\n')[0]);
console.log(Object.keys(new Error('x')), util.inspect(new TypeError('bad')), util.inspect(error));
var named = new Error('with code'); named.code = 'ECODE';
console.log(util.inspect(named), Object.keys(named), JSON.stringify(named));
console.log(new RangeError().message === '', String(new Error()), String(new Error(undefined)), String(new Error(null)), String(Error('x')));
console.log(/error_shapes\.js:\d+:\d+/.test(new Error('here').stack), Object.prototype.toString.call(error));
try { undefined.x; } catch (caught) { console.log(caught.name, caught.constructor === TypeError, caught.stack.split('\n')[0], Object.keys(caught)); }
Error.stackTraceLimit = 1;
console.log(new Error('short').stack.split('\n').length);
Error.stackTraceLimit = 10;
