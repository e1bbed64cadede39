// The first line of a stack: what the error says it is once somebody looks, whatever says so.
var assert = require('assert'), util = require('util');

function first(error) { return String(error.stack).split('\n')[0]; }
function captured(object) { Error.captureStackTrace(object); return first(object); }

function Plain(message) { this.message = message; Error.captureStackTrace(this, Plain); }
console.log(first(new Plain('of no error')));
Plain.prototype.toString = function () { return 'Plain, that is ' + this.message; };
console.log(first(new Plain('told')));

function ParseError(message, line) {
  this.name = 'ParseError';
  this.message = message;
  this.line = line;
  Error.captureStackTrace(this, ParseError);
}
util.inherits(ParseError, Error);
console.log(first(new ParseError('inherited', 1)));
ParseError.prototype.toString = function () { return this.name + ' on line ' + this.line + ': ' + this.message; };
var error = new ParseError('early', 7);
error.message = 'late';
console.log(first(error));

var own = new Error('native');
own.toString = function () { return 'of its own'; };
console.log(first(own));
var unnamed = new Error('without a name');
unnamed.name = '';
console.log(first(unnamed), first(new Error('')), captured(Object.create(Error.prototype)));

console.log(captured({}), captured({name: 'N', message: 'M'}), captured([1, 2]), captured(function () {}));
console.log(captured({toString: function () { throw new TypeError('while it told'); }}));

var told = 0, counted = {toString: function () { return 'told ' + (++told) + ' time'; }};
Error.captureStackTrace(counted);
console.log(told, first(counted), first(counted));

var usual = Error.prototype.toString;
Error.prototype.toString = function () { return '<' + this.message + '>'; };
console.log(first(new Error('a')), first(new RangeError('b')));
try { undefined.x; } catch (e) { console.log(first(e)); }
Error.prototype.toString = usual;

assert.AssertionError.prototype.toString = function () { return 'not so: ' + this.actual; };
try { assert.equal(1, 2); } catch (e) { console.log(first(e)); }
