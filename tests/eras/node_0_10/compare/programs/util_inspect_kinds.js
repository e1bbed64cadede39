// util.inspect: what is more than a plain object.
var inspect = require('util').inspect;
function Named() { this.x = 1; }
function withProps() {} withProps.a = 1;
var anonymous = function () {};
console.log(inspect(Named), inspect(anonymous), inspect(withProps), inspect(new Named()), inspect(Math.max));
console.log(inspect(/a+/gi), inspect(new Date(0)), inspect(new Error('bad')), inspect([new Error('in list')]));
var regexp = /x/; regexp.a = 1; var date = new Date(0); date.a = 1; var error = new Error('e'); error.a = 1;
console.log(inspect(regexp), inspect(date), inspect(error));
console.log(inspect(new Number(3)), inspect(new String('abc')), inspect(new Boolean(false)), inspect(new Buffer('abc')));
console.log(inspect({ get a() { return 1; }, set b(x) {}, get c() { return 1; }, set c(x) {} }));
console.log(inspect({ inspect: function () { return 'custom!'; } }), inspect({ inspect: function (depth) { return { depth: depth }; } }));
console.log(inspect({ inspect: function () { return 'custom!'; } }, { customInspect: false }));
console.log(inspect([1, 2], { showHidden: true }), inspect({ a: 1 }, true), inspect(Object.defineProperty({}, 'hidden', { value: 1 }), true));
console.log(inspect({ a: 'x', b: 1, c: true, d: null, e: undefined, f: /x/, g: new Date(0), h: function () {} }, { colors: true }));
console.log((function () { return inspect(arguments); })(1, 'two'), inspect({ f: anonymous, g: [anonymous] }));
