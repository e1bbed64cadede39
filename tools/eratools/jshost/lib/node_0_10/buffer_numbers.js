// Numbers in a Buffer. Whole numbers are put together of bytes that are read one by one, so that what lies outside
// of the Buffer is nothing; the others are read by the engine.
var kept = require("buffer_memory");

var INTEGERS = [
  ["UInt8", 1, 0, 0xff], ["UInt16", 2, 0, 0xffff], ["UInt32", 4, 0, 0xffffffff],
  ["Int8", 1, -0x80, 0x7f], ["Int16", 2, -0x8000, 0x7fff], ["Int32", 4, -0x80000000, 0x7fffffff],
];
var REALS = [["Float", 4, "Float32"], ["Double", 8, "Float64"]];

function isNoOffset(offset) {
  return offset % 1 !== 0 || offset < 0;
}

function checkRead(buffer, offset, size) {
  if (isNoOffset(offset)) throw new RangeError("offset is not uint");
  if (offset + size > buffer.length) throw new RangeError("Trying to access beyond buffer length");
}

// -- whole numbers ----------------------------------------------------------------------------------

function readBytes(buffer, offset, size, little) {
  var value = 0;
  for (var i = 0; i < size; i++) {
    // "1" + 0 would be another place.
    var byte = buffer[i === 0 ? offset : offset + i];
    value |= byte << 8 * (little ? i : size - 1 - i);
  }
  return value;
}

function reader(size, signed, little) {
  var shift = 32 - 8 * size;
  return function (offset, noAssert) {
    if (!noAssert) checkRead(this, offset, size);
    if (size === 1 && this[offset] === undefined) return undefined;
    var value = readBytes(this, offset, size, little);
    return signed ? value << shift >> shift : value >>> 0;
  };
}

function checkWrite(buffer, value, offset, size, least, most) {
  if (value > most || value < least || value % 1 !== 0) throw new TypeError("value is out of bounds");
  if (isNoOffset(offset)) throw new TypeError("offset is not uint");
  if (offset + size > buffer.length) throw new RangeError("Trying to write outside buffer length");
}

function writer(size, least, most, little) {
  return function (value, offset, noAssert) {
    if (!noAssert) checkWrite(this, value, offset, size, least, most);
    for (var i = 0; i < size; i++) {
      var place = i === 0 ? offset : offset + i;
      if (place >= 0 && place < this.length) this[place] = value >>> 8 * (little ? i : size - 1 - i);
    }
  };
}

// -- the others ---------------------------------------------------------------------------------------

// The bytes from `offset` on and, past the end, zeros.
function beyond(buffer, offset, size) {
  var bytes = new Uint8Array(size);
  for (var i = 0; i < size; i++) bytes[i] = buffer[offset + i];
  return bytes;
}

function viewOf(bytes) {
  return new DataView(kept.memoryOf.call(bytes), kept.offsetOf.call(bytes), kept.lengthOf.call(bytes));
}

function realReader(size, type, little) {
  return function (offset, noAssert) {
    if (!noAssert) checkRead(this, offset, size);
    offset = ~~offset;
    if (offset < 0 || offset + size > this.length) return viewOf(beyond(this, offset, size))["get" + type](0, little);
    return viewOf(this)["get" + type](offset, little);
  };
}

function realWriter(size, type, little) {
  return function (value, offset, noAssert) {
    if (!noAssert) {
      if (isNoOffset(offset)) throw new RangeError("offset is not uint");
      if (offset + size > this.length) throw new RangeError("Trying to access beyond buffer length");
      if (typeof value !== "number") throw new TypeError("value not a number");
    }
    offset = Math.floor(offset);
    var bytes = new Uint8Array(size);
    viewOf(bytes)["set" + type](0, value, little);
    for (var i = 0; i < size; i++) {
      if (offset + i >= 0 && offset + i < this.length) this[offset + i] = bytes[i];
    }
  };
}

// -- both ---------------------------------------------------------------------------------------------

// Adds the methods to a prototype: those that read, then those that write.
exports.define = function (prototype) {
  ["read", "write"].forEach(function (verb) {
    INTEGERS.forEach(function (kind) {
      var name = verb + kind[0];
      var size = kind[1];
      (size === 1 ? [""] : ["LE", "BE"]).forEach(function (order) {
        prototype[name + order] = verb === "read"
          ? reader(size, kind[2] < 0, order === "LE") : writer(size, kind[2], kind[3], order === "LE");
      });
    });
    REALS.forEach(function (kind) {
      ["LE", "BE"].forEach(function (order) {
        prototype[verb + kind[0] + order] = (verb === "read" ? realReader : realWriter)(kind[1], kind[2], order === "LE");
      });
    });
  });
};
