// Buffers from everything.
function t(f) { try { console.log(f()); } catch (error) { console.log(String(error)); } }
[['abc'], ['h\u00e9', 'ascii'], ['h\u00e9\u4e16', 'binary'], ['aGk', 'base64'], ['aGk_-', 'base64'], [' a G k = ', 'base64'], ['6869', 'hex'], ['h\u00e9', 'ucs2'], ['x', 'UTF-16LE'], [[1, 300, -1, 'a', 2.5]],
 [{ length: 2, 0: 5 }], [-3], [3.2], [], [null], ['x', 'zz'], [{}], [true], ['678', 'hex'], [new Buffer('copy')], ['', 'hex'], [NaN], ['5']].forEach(function (args) {
  t(function () { var b = args.length === 2 ? new Buffer(args[0], args[1]) : new Buffer(args[0]); if (typeof args[0] === 'number') b.fill(0); return b; });
});
t(function () { return [Buffer('x') instanceof Buffer, Buffer.isBuffer(new Buffer(1)), Buffer.isBuffer([]), Buffer.isBuffer('x'), typeof Buffer.poolSize]; });
t(function () { return new Buffer(0x3fffffff + 1); });
t(function () { var buffer = require('buffer'); return [Object.keys(buffer).sort(), buffer.INSPECT_MAX_BYTES, buffer.Buffer === Buffer, typeof buffer.SlowBuffer]; });
t(function () { return [new Buffer('x') instanceof Uint8Array, Object.prototype.toString.call(new Buffer(1)), typeof new Buffer(2).parent, new Buffer('abc').length]; });
