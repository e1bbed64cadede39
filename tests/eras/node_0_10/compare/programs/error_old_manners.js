// Errors as they were made by hand: by a prototype that is one, by a stack that was asked for, by another's stack.
function first(error) { return String(error.stack).split('\n')[0]; }

(function () {
  try { (function deeper() { deeper(); })(); } catch (error) {
    console.log(typeof error.stack, error instanceof RangeError, error.message, error);
  }
})();

function Inherits(message) { this.message = message; }
Inherits.prototype = new Error('of the prototype');
Inherits.prototype.name = 'Inherits';
var inherits = new Inherits('own');
console.log(first(inherits), String(inherits), inherits instanceof Error, Object.keys(inherits), inherits);
inherits.stack = 'given';
console.log(inherits.stack, Inherits.prototype.stack);

function Takes(message) { this.stack = Error.call(this, message).stack; }
Takes.prototype = Object.create(Error.prototype);
var takes = new Takes('taken');
console.log(first(takes), String(takes), takes.hasOwnProperty('stack'), takes.message === '');

[{}, { name: 'N', message: 'm' }, { toString: function () { return 'told'; } }].forEach(function (object) {
  Error.captureStackTrace(object);
  console.log(first(object));
});
