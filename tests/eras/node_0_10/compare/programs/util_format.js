// util.format, as console.log uses it.
var util = require('util');
console.log(util.format('%s %d %j %%', 'a', '42', { x: 1 }), util.format('%s'), util.format('%s', undefined), util.format('%d', 'x'));
console.log(util.format('a', 'b', 3, { c: 1 }, [1], null, undefined, true), util.format(1, 2), util.format({ a: 1 }, 'x'));
console.log(util.format('%s', { a: 1 }, 'more'), util.format('%j', undefined), util.format('%x %i', 1), util.format('100%', 1), util.format());
console.log('%s is %d years', 'Bob', 42, 'and', { more: true });
console.log('%j %s', [1, { a: [] }], null, function named() {}, /x/g, new Date(0), NaN, -0);
console.log();
console.log('');
console.log(undefined);
console.log(null, true, 0);
