// Buffers as text.
function t(f) { try { console.log(JSON.stringify(f())); } catch (error) { console.log(String(error)); } }
var b = new Buffer('h\u00e9llo w\u00f6rld \u4e16\u754c \ud83d\ude00');
['utf8', 'ascii', 'binary', 'base64', 'hex', 'ucs2', 'utf16le', undefined, null, ''].forEach(function (e) {
  t(function () { return [b.toString(e), b.toString(e, 2, 9), b.toString(e, 5), b.toString(e, -4, 99), b.toString(e, '1', '3')]; });
});
t(function () { return b.toString('nope'); });
t(function () { return b.toString('utf8', 5, 2); });
t(function () { return [String(new Buffer([0xff, 0x41, 0xe4, 0xb8])), new Buffer([0, 1]).toString(), new Buffer([0xc3]).toString()]; });
t(function () { return [b.toJSON().length, JSON.stringify(new Buffer('ab')), b.utf8Slice(0, 3), b.asciiSlice(0, 2), b.binarySlice(0, 2), b.hexSlice && b.hexSlice(0, 2)]; });
console.log(b, new Buffer(0), [new Buffer('x')], { b: new Buffer('y') });
require('buffer').INSPECT_MAX_BYTES = 3;
console.log(new Buffer('abcdef'), new Buffer('abc'), b.inspect());
console.log(new Buffer('ab') == 'ab', new Buffer('ab') + 'c', typeof b.toLocaleString());
