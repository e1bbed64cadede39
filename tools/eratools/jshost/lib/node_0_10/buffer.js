// Bytes. A Buffer is an Uint8Array of the engine, so that an index is a byte and slices share memory. Small ones
// are parts of a pool that they share, and a program can see it: `parent` and `offset`.
var internal = require("internal");
var kept = require("buffer_memory");
var text = require("buffer_text");

exports.INSPECT_MAX_BYTES = 50;
exports.SlowBuffer = SlowBuffer;
exports.Buffer = Buffer;

var MOST = 0x3fffffff;

// -- memory -----------------------------------------------------------------------------------------

// What a Buffer is a part of.
function SlowBuffer(length) {
  if (typeof length !== "number" || length % 1 !== 0 || length < 0 || length > 0xffffffff) {
    throw new TypeError("Bad argument");
  }
  if (length > MOST) throw new RangeError("length > kMaxLength");
  return slow(new Uint8Array(length));
}

function slow(bytes) {
  kept.setPrototypeOf(bytes, SlowBuffer.prototype);
  bytes.length = kept.lengthOf.call(bytes);
  return bytes;
}

function part(parent, offset, length) {
  return placed(new Uint8Array(kept.memoryOf.call(parent), offset, length), parent, offset);
}

function placed(bytes, parent, offset) {
  kept.setPrototypeOf(bytes, Buffer.prototype);
  bytes.length = kept.lengthOf.call(bytes);
  bytes.parent = parent;
  bytes.offset = offset;
  return bytes;
}

// Bytes with a memory of their own, from Python for instance, as a Buffer.
function show(bytes) {
  return placed(bytes, slow(new Uint8Array(kept.memoryOf.call(bytes))), 0);
}
internal.core.showBytes = show;

var pool = null;
var used = 0;
var nothing;

function allocate(length) {
  if (length > Buffer.poolSize) return part(new SlowBuffer(length), 0, length);
  if (length === 0) return part(nothing, 0, 0);
  if (pool === null || pool.length - used < length) {
    pool = new SlowBuffer(Buffer.poolSize);
    used = 0;
  }
  var start = used;
  used = (used + length + 7) & ~7;
  return part(pool, start, length);
}

// -- making -----------------------------------------------------------------------------------------

function coerce(length) {
  length = Math.ceil(+length);
  return length > 0 ? length : 0;
}

function Buffer(subject, encoding, offset) {
  if (typeof offset === "number") {
    if (!Buffer.isBuffer(subject)) throw new TypeError("First argument must be a Buffer when slicing");
    return part(subject.parent || subject, offset, coerce(encoding));
  }
  switch (typeof subject) {
    case "number":
      return allocate(coerce(subject));
    case "string":
      return fromString(subject, encoding);
    case "object":
      if (subject === null) throw new TypeError("Cannot read property 'length' of null");
      return fromObject(subject);
  }
  throw new TypeError("First argument needs to be a number, array or string.");
}

function fromString(string, encoding) {
  if (encoding !== undefined && isFinite(encoding)) {
    // What should be an encoding is taken for the most bytes to write.
    var made = allocate(text.byteLength(string));
    made.length = made.write(string, 0, encoding);
    return made;
  }
  var bytes = text.encode(string, encoding);
  if (bytes === null) return allocate(0);
  if (bytes.length > Buffer.poolSize) return Buffer.isBuffer(bytes) ? bytes : show(bytes);
  var copy = allocate(bytes.length);
  kept.setAll.call(copy, bytes);
  return copy;
}

function fromObject(subject) {
  var made = allocate(coerce(subject.length));
  if (Buffer.isBuffer(subject)) kept.setAll.call(made, kept.bytesOf(subject, 0, made.length));
  else if (typeof subject.length === "number") {
    for (var i = 0; i < made.length; i++) made[i] = subject[i];
  }
  return made;
}

Buffer.isEncoding = function (encoding) {
  return text.isEncoding(encoding);
};

Buffer.poolSize = 8 * 1024;

Buffer.isBuffer = function isBuffer(object) {
  return object instanceof Buffer;
};

Buffer.byteLength = SlowBuffer.byteLength = function (string, encoding) {
  return text.byteLength(string, encoding);
};

Buffer.concat = function (list, length) {
  if (!Array.isArray(list)) throw new TypeError("Usage: Buffer.concat(list, [length])");
  if (list.length === 0) return new Buffer(0);
  if (list.length === 1) return list[0];
  if (typeof length !== "number") {
    length = list.reduce(function (sum, buffer) { return sum + buffer.length; }, 0);
  }
  var whole = new Buffer(length);
  var at = 0;
  list.forEach(function (buffer) {
    buffer.copy(whole, at);
    at += buffer.length;
  });
  return whole;
};

SlowBuffer.makeFastBuffer = function () {};
Buffer._charsWritten = SlowBuffer._charsWritten = 0;

// -- methods ----------------------------------------------------------------------------------------

function hidden(prototype, constructor) {
  Object.defineProperty(prototype, "constructor", { value: constructor, writable: true, configurable: true });
  return prototype;
}

Buffer.prototype = hidden({}, Buffer);

Buffer.prototype.inspect = function inspect() {
  var shown = Array.prototype.slice.call(this, 0, exports.INSPECT_MAX_BYTES + 1).map(function (byte) {
    return (byte < 16 ? "0" : "") + byte.toString(16);
  });
  if (this.length > exports.INSPECT_MAX_BYTES) shown.push("...");
  return "<" + this.constructor.name + " " + shown.join(" ") + ">";
};

Buffer.prototype.get = function get(offset) {
  if (offset < 0 || offset >= this.length) throw new RangeError("offset is out of bounds");
  return this.parent[this.offset + offset];
};

Buffer.prototype.set = function set(offset, value) {
  if (offset < 0 || offset >= this.length) throw new RangeError("offset is out of bounds");
  return (this.parent[this.offset + offset] = value);
};

Buffer.prototype.write = function (string, offset, length, encoding) {
  return counted(text.write(this, text.writing(offset, length, encoding), string));
};

// Both constructors tell how many characters the last `write` took.
function counted(piece) {
  Buffer._charsWritten = SlowBuffer._charsWritten = piece.characters;
  return piece.size;
}

Buffer.prototype.toJSON = function () {
  return Array.prototype.slice.call(this, 0);
};

Buffer.prototype.toString = function (encoding, start, end) {
  return text.decode(this, encoding, start, end);
};

Buffer.prototype.fill = function fill(value, start, end) {
  value = value || 0;
  start = start || 0;
  end = end || this.length;
  if (typeof value === "string") value = value.charCodeAt(0);
  if (typeof value !== "number" || isNaN(value)) throw new TypeError("value is not a number");
  if (end < start) throw new RangeError("end < start");
  if (end === start || this.length === 0) return 0;
  if (start < 0 || start >= this.length) throw new RangeError("start out of bounds");
  if (end < 0 || end > this.length) throw new RangeError("end out of bounds");
  // An offset was added to each: numbers and what becomes one so are taken, text is not.
  return SlowBuffer.prototype.fill.call(this, value, 0 + start, 0 + end);
};

// Compared as they were given, so that null is not the place 0.
function placeOf(value, otherwise) {
  return value === undefined || isNaN(value) ? otherwise : value;
}

Buffer.prototype.copy = function (target, targetStart, start, end) {
  targetStart = Math.max(0, placeOf(targetStart, 0));
  start = start < 0 ? 0 : placeOf(start, 0);
  if (start > this.length) return 0;
  end = placeOf(end, this.length);
  if (end < start) throw new RangeError("sourceEnd < sourceStart");
  if (end > this.length) end = this.length;
  if (end === start || target.length === 0 || this.length === 0) return 0;
  if (!Buffer.isBuffer(target)) throw new TypeError("First arg should be a Buffer");
  if (targetStart >= target.length) throw new RangeError("targetStart out of bounds");
  end = ~~Math.min(end, target.length - targetStart + +start);
  start = ~~start;
  kept.setAll.call(target, kept.bytesOf(this, start, end - start), ~~targetStart);
  return end - start;
};

function position(value, length, otherwise) {
  if (typeof value !== "number") return otherwise;
  value = ~~value;
  return value < 0 ? Math.max(0, value + length) : Math.min(value, length);
}

Buffer.prototype.slice = function (start, end) {
  start = position(start, this.length, 0);
  end = position(end, this.length, this.length);
  var parent = this.parent === undefined ? this : this.parent;
  return placed(kept.bytesOf(this, start, Math.max(0, end - start)), parent, (this.offset || 0) + start);
};

["utf8", "binary", "ascii"].forEach(function (encoding) {
  Buffer.prototype[encoding + "Slice"] = function (start, end) { return this.toString(encoding, start, end); };
});
["utf8", "binary", "ascii"].forEach(function (encoding) {
  Buffer.prototype[encoding + "Write"] = function (string, offset) { return this.write(string, offset, encoding); };
});

require("buffer_numbers").define(Buffer.prototype);

// -- the methods of what Buffers are parts of -----------------------------------------------------------

SlowBuffer.prototype = hidden(Object.create(Buffer.prototype), SlowBuffer);

require("buffer_slow").define(SlowBuffer.prototype, counted);

nothing = new SlowBuffer(0);
