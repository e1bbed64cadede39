// Numbers read from and written to a Buffer: values and offsets of every kind, with and without a check.
var kinds = ['UInt8', 'Int8', 'UInt16LE', 'UInt16BE', 'Int16LE', 'Int16BE', 'UInt32LE', 'UInt32BE', 'Int32LE', 'Int32BE',
  'FloatLE', 'FloatBE', 'DoubleLE', 'DoubleBE'];
var values = [0, 1, -1, 127, 128, 255, 256, -128, -129, 32768, 65536, -32769, 2147483648, 4294967296, -2147483649, 1.5, -0, NaN,
  Infinity, '5', 'x', null, undefined, true, {}, 1e39, 0.1];
var offsets = [0, 1, -1, 1.5, '1', '1x', null, undefined, NaN, true, 7, 9, 10, {}];

function attempt(label, f) {
  try {
    console.log(label, f());
  } catch (error) {
    console.log(label, error.name + ': ' + error.message);
  }
}

function filled(byte) {
  var buffer = new Buffer(10);
  buffer.fill(byte);
  return buffer;
}

kinds.forEach(function (kind) {
  // Reals are not asked for what lies outside: there the memory's rest would be seen.
  var modes = /Float|Double/.test(kind) ? [false] : [false, true];
  values.forEach(function (value) {
    [false, true].forEach(function (noAssert) {
      var buffer = filled(0xee);
      attempt('write' + kind + ' ' + value + ' ' + noAssert, function () {
        buffer['write' + kind](value, 1, noAssert);
        return buffer.toString('hex');
      });
    });
  });
  offsets.forEach(function (offset) {
    modes.forEach(function (noAssert) {
      var buffer = filled(0xee);
      attempt('write' + kind + ' at ' + offset + ' ' + noAssert, function () {
        buffer['write' + kind](0x12, offset, noAssert);
        return buffer.toString('hex');
      });
      var bytes = new Buffer([0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 6, 7, 8, 9, 0xf0]);
      attempt('read' + kind + ' at ' + offset + ' ' + noAssert, function () { return bytes['read' + kind](offset, noAssert); });
    });
  });
});
