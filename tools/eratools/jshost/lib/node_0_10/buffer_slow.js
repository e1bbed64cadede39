// The methods of what Buffers are parts of: they take whole numbers and nothing else, and correct none of them.
var kept = require("buffer_memory");
var text = require("buffer_text");

function isPlace(value) {
  return (value | 0) === value && value >= 0;
}

function checkRange(memory, start, end) {
  if (!isPlace(start) || !isPlace(end)) throw new TypeError("Bad argument.");
  if (start > end) throw new Error("Must have start <= end");
  if (end > memory.length) throw new Error("end cannot be longer than parent.length");
}

// -- text -------------------------------------------------------------------------------------------

function read(memory, encoding, start, end) {
  checkRange(memory, start, end);
  return start === end ? "" : text.piece(memory, encoding, start, end);
}

function write(memory, encoding, string, offset, length) {
  offset = offset >>> 0;
  var room = memory.length - offset;
  if (typeof string === "string" && string !== "" && room < 0) throw new TypeError("Offset is out of bounds");
  return text.put(memory, string, encoding, offset, length === undefined ? room : Math.min(length >>> 0, room));
}

function toString(encoding, start, end) {
  encoding = text.checked(encoding);
  start = +start || 0;
  if (typeof end !== "number") end = this.length;
  return start === end ? "" : read(this, encoding, start, end);
}

// -- bytes ------------------------------------------------------------------------------------------

function fill(value, start, end) {
  if ((value | 0) !== value) throw new Error("value is not a number");
  checkRange(this, start, end);
  kept.fillAll.call(this, value, start, end);
}

function copy(target, targetStart, start, end) {
  if (!(target instanceof Buffer)) throw new TypeError("First arg should be a Buffer");
  targetStart = targetStart >>> 0;
  start = start >>> 0;
  end = end === undefined ? this.length : end >>> 0;
  if (end < start) throw new RangeError("sourceEnd < sourceStart");
  if (end === start) return 0;
  if (targetStart >= target.length) throw new RangeError("targetStart out of bounds");
  if (start >= this.length) throw new RangeError("sourceStart out of bounds");
  if (end > this.length) throw new RangeError("sourceEnd out of bounds");
  var size = Math.min(end - start, target.length - targetStart);
  kept.setAll.call(target, kept.bytesOf(this, start, size), targetStart);
  return size;
}

// -- numbers ------------------------------------------------------------------------------------------

function reader(size, method) {
  return function (offset, noAssert) {
    if (!noAssert) {
      if (+offset % 1 !== 0 || offset < 0) throw new TypeError("offset is not uint");
      if (+offset + size > this.length) throw new RangeError("Trying to read beyond buffer length");
    }
    return method.call(this, +offset, true);
  };
}

function writer(size, method) {
  return function (value, offset, noAssert) {
    if (!noAssert) {
      if (typeof value !== "number") throw new TypeError("value not a number");
      if (!isPlace(offset)) throw new TypeError("offset is not uint");
      if (offset + size > this.length) throw new RangeError("Trying to write beyond buffer length");
    }
    method.call(this, value, offset >>> 0, true);
  };
}

// -- all ----------------------------------------------------------------------------------------------

// Adds the methods to a prototype that has those of Buffers; `counted` is given what was written.
exports.define = function (prototype, counted) {
  ["binary", "ascii", "base64", "ucs2", "hex", "utf8"].forEach(function (encoding) {
    prototype[encoding + "Slice"] = function (start, end) { return read(this, encoding, start, end); };
  });
  ["utf8", "ascii", "binary", "base64", "ucs2", "hex"].forEach(function (encoding) {
    prototype[encoding + "Write"] = function (string, offset, length) {
      return counted(write(this, encoding, string, offset, length));
    };
  });
  ["readFloatLE", "readFloatBE", "readDoubleLE", "readDoubleBE", "writeFloatLE", "writeFloatBE", "writeDoubleLE",
    "writeDoubleBE"].forEach(function (name) {
    prototype[name] = (/^read/.test(name) ? reader : writer)(/Float/.test(name) ? 4 : 8, prototype[name]);
  });
  prototype.fill = fill;
  prototype.copy = copy;
  prototype.toString = toString;
  prototype.write = function (string, offset, length, encoding) {
    var how = text.writing(offset, length, encoding);
    return counted(write(this, text.checked(how.encoding), string, +how.offset || 0, how.length ? +how.length : undefined));
  };
  prototype.slice = function (start, end) { return Buffer.prototype.slice.call(this, start, end); };
};
