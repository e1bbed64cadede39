// The memory that Buffers are parts of, as an object with methods of its own, stricter than theirs.
var SlowBuffer = require('buffer').SlowBuffer;

function memory() {
  var made = new SlowBuffer(9);
  for (var i = 0; i < made.length; i++) made[i] = i;
  return made;
}

function shown(value) {
  if (Buffer.isBuffer(value)) return value.constructor.name + ' ' + value.toString('hex') + ' at ' + value.offset;
  return String(value);
}

function tell(method, calls, target) {
  calls.forEach(function (args) {
    var slow = memory();
    var told = [method, JSON.stringify(args)];
    try { told.push(shown(slow[method].apply(slow, target ? [target].concat(args) : args))); } catch (error) { told.push(String(error)); }
    console.log.apply(console, told.concat(slow.toString('hex'), target ? target.toString('hex') : ''));
  });
}

var RANGES = [[], [0], [1, 3], [3, 1], [9, 9], [0, 10], [10, 10], [-1, 3], [1, -1], [1.5, 3], ['1', '3'], [null, 2], [2, null]];
tell('slice', RANGES);
tell('hexSlice', RANGES);
tell('asciiSlice', RANGES);
tell('toString', RANGES.map(function (range) { return ['hex'].concat(range); }));
tell('fill', RANGES.map(function (range) { return [7].concat(range); }).concat([['a', 0, 3], [1.5, 0, 3], [300, 0, 3], [-1, 0, 3], [1e10, 0, 3]]));

var PLACES = [[], [0], [5], [9], [10], [-1], [2, 3], [2, 0], [2, null], [2, -1], [2, 100], [1.5, 2.5], ['1', '2']];
['utf8Write', 'hexWrite', 'ucs2Write', 'base64Write'].forEach(function (method) {
  tell(method, PLACES.map(function (place) { return ['61626364'].concat(place); }));
});
tell('write', PLACES.map(function (place) { return ['61626364'].concat(place, 'hex'); }));
tell('utf8Write', [['', 10], [5], [null], []]);

tell('copy', [[], [1], [7], [6], [0, 5, 5], [0, 5, 10], [0, 10], [0, 3, 2], [-1], [0, -1], ['1', '1', '3'], ['x', 'x', 'x'], [6, 0, 0]], new Buffer([1, 1, 1, 1, 1, 1]));
[1, 'a', [1, 2], null, undefined].forEach(function (target) { tell('copy', [[target]]); });

var OFFSETS = [null, 0, 1, 5, 6, -1, 1.5, '1', 'x', {}, true, 1e10];
OFFSETS.forEach(function (offset) {
  tell('readFloatLE', [[offset]]);
  tell('readDoubleBE', [[offset]]);
  tell('writeFloatBE', [[1, offset], ['1', offset]]);
  tell('writeDoubleLE', [[1, offset]]);
});
[undefined, 0, 1.5, '1', 'x'].forEach(function (offset) { tell('writeFloatLE', [[1, offset, true]]); });

// One made as a part of a Buffer is one of what that is a part of.
var whole = new Buffer('whole');
var part = new Buffer(whole, 3, 1);
part.parent[1] = 77;
console.log(part.parent === whole.parent, part.offset, part.length, part[0]);

// Places between the bytes, and what is no number.
[[7, true, 3], [7, '2', 4], [7, null, true], [7, {}, 4], ['é', 1, 2]].forEach(function (args) {
  var filled = new Buffer('bytes');
  try { console.log(args, filled.fill.apply(filled, args), filled); } catch (error) { console.log(args, String(error)); }
});
[[1.5], [0.5, 1.5], [0, 0.5, 2.5], [1.5, 0.5, 3.9], [2.5, 0, 3]].forEach(function (args) {
  var target = new Buffer([9, 9, 9, 9]);
  console.log(args, new Buffer([1, 2, 3, 4]).copy.apply(new Buffer([1, 2, 3, 4]), [target].concat(args)), target);
});
var halves = new Buffer([1, 2, 3, 4, 5, 6]);
console.log(halves.write('\ud83d\ude00', 2.9, 100), halves, halves.get(true), halves.get(1.5), halves.set(null, 9), halves);
halves.writeFloatLE(1, 1.5, true);
console.log(halves);
halves.length = 2;
console.log(new Buffer(halves));
[[NaN, 9, 'hex'], ['hex', 1, 'x'], [Infinity, 9, 'hex'], ['utf8', 0, '1']].forEach(function (args) {
  try { console.log(args, new Buffer(4).write.apply(new Buffer(4), ['6162'].concat(args))); } catch (error) { console.log(String(error)); }
});
['nope', 5].forEach(function (encoding) {
  [0, 7].forEach(function (offset) {
    try { console.log(halves.write('x', offset, 1, encoding)); } catch (error) { console.log(String(error)); }
  });
});
