// util.inspect: objects and arrays.
var inspect = require('util').inspect;
console.log(inspect({ a: 1, 'b-c': 'x\'y"z\n', 3: null, d: undefined }), inspect([1, , 'x']), inspect([]), inspect({}), inspect([[]]));
console.log(inspect({ a: { b: { c: { d: 1 } } } }), inspect({ a: { b: { c: { d: 1 } } } }, { depth: null }), inspect({ a: { b: 1 } }, { depth: 0 }));
console.log(inspect({ a: [1, 2, { b: [3] }] }, false, 1), inspect('str'), inspect(12.5), inspect(-0), inspect(null), inspect(undefined));
var loop = { name: 'loop' }; loop.self = loop; loop.list = [loop];
console.log(inspect(loop));
var wide = {}; for (var i = 0; i < 12; i++) wide['property' + i] = 'value ' + i;
console.log(inspect(wide), inspect([wide, wide]));
console.log(inspect(['a long string in an array', 'another long string in an array', 'and a third one for good measure']));
console.log(inspect({ nested: { object: { with: 'some long text in it' }, and: ['an', 'array', 'of', 'several', 'words'] }, x: 1 }));
var list = [1, 2]; list.extra = 'x';
console.log(inspect(list), inspect(Object.create({ inherited: 1 })), inspect(Object.create(null)));
