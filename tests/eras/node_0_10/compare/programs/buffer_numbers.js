// Numbers in bytes.
function t(f) { try { console.log(f()); } catch (error) { console.log(String(error)); } }
var b = new Buffer([1, 2, 3, 4, 250, 251, 252, 253, 254, 255]);
['UInt8', 'UInt16LE', 'UInt16BE', 'UInt32LE', 'UInt32BE', 'Int8', 'Int16LE', 'Int16BE', 'Int32LE', 'Int32BE', 'FloatLE', 'FloatBE', 'DoubleLE', 'DoubleBE'].forEach(function (name) {
  t(function () { return name + ' ' + [b['read' + name](0), b['read' + name](2)].join(); });
  if (!/Double/.test(name)) t(function () { return b['read' + name](9, true); });
  t(function () { return b['read' + name](20); });
  t(function () { return b['read' + name](-1); });
  t(function () { return b['read' + name](); });
  var c = new Buffer(10); c.fill(0);
  t(function () { c['write' + name](100, 1); return c; });
  t(function () { c['write' + name](1e10, 0); return c; });
  t(function () { c['write' + name](-5, 0); return c; });
  t(function () { c['write' + name](3.7, 0); return c; });
  t(function () { c['write' + name]('x', 0); return c; });
  t(function () { c['write' + name](1, 9); return c; });
  t(function () { c['write' + name](1); return c; });
});
