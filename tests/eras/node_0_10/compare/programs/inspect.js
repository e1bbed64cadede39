// console.log and util.inspect of what http programs print.
var util = require('util');

console.log({host: 'a', 'user-agent': 'b', accept: '*/*'}, [1, 'two', null, undefined], true, null, undefined, 1.5);
console.log('%s is %d years, %j', 'x', 42, {a: [1]}, 'rest', {b: 1});
console.log(util.inspect({a: {b: {c: {d: 1}}}}), util.inspect({a: {b: {c: {d: 1}}}}, {depth: null}));
console.log(new Buffer('hello'), [new Buffer('a')], new Date(0), /re/g, function named() {}, function () {});
console.log(util.inspect("it's"), util.inspect('a\nb'), ['it\'s'], -0, [,1], {}, []);
console.log(util.inspect({get: 1, 'a b': 2, 3: 4, 'x-y': 5}), util.format('%%', 1), util.format(1, 2, 'a'));
console.log({ 'set-cookie': ['a=1', 'b=2'], long: 'a long line that goes on', other: 'another long line that goes on' });
console.log(util.isArray([]), util.isError(new Error('x')), util.inspect(new Error('message')).split('\n')[0]);
var circular = {name: 'c'};
circular.self = circular;
console.log(circular);
