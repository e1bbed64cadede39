// The rest of util.
var util = require('util');
console.log(Object.keys(util).filter(function (name) { return name !== 'debuglog'; }).sort().join(' '));
console.log(util.isArray([]), util.isArray({}), util.isRegExp(/x/), util.isRegExp('x'), util.isDate(new Date()), util.isDate(1), util.isError(new TypeError()), util.isError({ message: 'x' }));
function Base() {} Base.prototype.hi = function () { return 'hi from ' + this.constructor.name; };
function Derived() {} util.inherits(Derived, Base);
console.log(new Derived().hi(), Derived.super_ === Base, new Derived() instanceof Base, Object.keys(Derived.prototype));
console.log(util._extend({ a: 1, b: 1 }, { b: 2 }), util._extend({ a: 1 }, null), util._extend({ a: 1 }, 'x'));
util.puts('puts', 1); util.print('print', 2, '\n'); util.error('error', 3); util.debug('debug');
console.log(util.inspect.styles, util.inspect.colors.red);
