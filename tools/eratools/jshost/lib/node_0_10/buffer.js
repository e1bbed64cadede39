// Bytes. A Buffer is an Uint8Array of the engine, so that an index is a byte and slices share memory; text
// is encoded by the same codecs that the era's Python uses.
var internal = require("internal");
var host = internal.host;

// A Buffer is no typed array to programs, so what makes it one is taken here.
var setPrototypeOf = Object.setPrototypeOf;
var TypedArray = Object.getPrototypeOf(Uint8Array);
var setAll = TypedArray.prototype.set;
var fillAll = TypedArray.prototype.fill;

function getter(name) {
  return Object.getOwnPropertyDescriptor(TypedArray.prototype, name).get;
}
var memoryOf = getter("buffer");
var offsetOf = getter("byteOffset");

exports.INSPECT_MAX_BYTES = 50;
exports.SlowBuffer = Buffer;
exports.Buffer = Buffer;

function view(bytes) {
  return setPrototypeOf(bytes, Buffer.prototype);
}

function coerce(length) {
  length = Math.ceil(+length);
  return length > 0 ? length : 0;
}

function Buffer(subject, encoding, offset) {
  if (typeof offset === "number") {
    if (!Buffer.isBuffer(subject)) throw new Error("First argument must be a Buffer when slicing");
    return subject.slice(offset, offset + coerce(encoding));
  }
  switch (typeof subject) {
    case "number":
      var length = coerce(subject);
      if (length > 0x3fffffff) throw new RangeError("length > kMaxLength");
      return view(new Uint8Array(length));
    case "string":
      return fromString(subject, encoding);
    case "object":
      if (subject === null) throw new TypeError("Cannot read property 'length' of null");
      return fromObject(subject);
  }
  throw new TypeError("First argument needs to be a number, array or string.");
}

function fromString(text, encoding) {
  return text === "" ? view(new Uint8Array(0)) : host.encode(text, checked(encoding));
}

function fromObject(subject) {
  if (Buffer.isBuffer(subject)) return view(new Uint8Array(part(subject, 0, subject.length)));
  var length = coerce(subject.length);
  var bytes = new Uint8Array(length);
  for (var i = 0; i < length; i++) bytes[i] = subject[i];
  return view(bytes);
}

function checked(encoding) {
  var name = String(encoding || "utf8").toLowerCase();
  if (name === "raw") return "binary";
  if (!Buffer.isEncoding(name)) throw new TypeError("Unknown encoding: " + encoding);
  return name;
}

internal.core.showBytes = view;

function part(buffer, start, length) {
  return new Uint8Array(memoryOf.call(buffer), offsetOf.call(buffer) + start, length);
}

Buffer.prototype = Object.create(Object.prototype, {
  constructor: { value: Buffer, writable: true, configurable: true },
  length: { get: getter("length"), configurable: true },
  parent: { get: function () { return this; }, configurable: true },
  offset: { get: function () { return offsetOf.call(this); }, configurable: true },
});

Buffer.poolSize = 8 * 1024;
Buffer._charsWritten = 0;

Buffer.isBuffer = function (object) {
  return object instanceof Buffer;
};

Buffer.isEncoding = function (encoding) {
  switch (encoding && String(encoding).toLowerCase()) {
    case "hex": case "utf8": case "utf-8": case "ascii": case "binary": case "base64":
    case "ucs2": case "ucs-2": case "utf16le": case "utf-16le": case "raw":
      return true;
    default:
      return false;
  }
};

// The lengths of hex and base64 are those that well-formed text would have.
Buffer.byteLength = function (text, encoding) {
  if (typeof text !== "string") throw new TypeError("Argument must be a string");
  var name = Buffer.isEncoding(encoding) ? checked(encoding) : "utf8";
  if (name === "hex") return text.length >>> 1;
  if (name === "base64") {
    var size = text.replace(/==?$/, "").length;
    return Math.floor(size / 4) * 3 + [0, 1, 1, 2][size % 4];
  }
  return text === "" ? 0 : host.encode(text, name).length;
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

// -- text -------------------------------------------------------------------------------------------

Buffer.prototype.toString = function (encoding, start, end) {
  encoding = checked(encoding);
  start = typeof start !== "number" || start < 0 ? 0 : Math.min(start, this.length);
  end = typeof end !== "number" || end > this.length ? this.length : end;
  if (end < start) throw new Error("Must have start <= end");
  if (end === start) return "";
  return host.decode(start === 0 && end === this.length ? this : this.slice(start, end), encoding);
};

function characters(bytes, encoding) {
  return encoding === "base64" ? bytes.length : host.decode(bytes, encoding).length;
}

// The longest beginning of `text` whose encoding has at most `room` bytes: no character is torn.
function fitting(text, encoding, room) {
  var bytes = host.encode(text, encoding);
  if (bytes.length <= room) return { bytes: bytes, characters: characters(bytes, encoding) };
  if (encoding === "utf8" || encoding === "utf-8") {
    while (room > 0 && (bytes[room] & 0xc0) === 0x80) room--;
  } else if (/^u/.test(encoding)) {
    room &= ~1;
  }
  bytes = bytes.slice(0, room);
  return { bytes: bytes, characters: characters(bytes, encoding) };
}

Buffer.prototype.write = function (text, offset, length, encoding) {
  // write(text, encoding), write(text, offset, encoding), and the old write(text, encoding, offset, length)
  if (isFinite(offset)) {
    if (!isFinite(length)) {
      encoding = length;
      length = undefined;
    }
  } else {
    var swap = encoding;
    encoding = offset;
    offset = length;
    length = swap;
  }
  if (typeof text !== "string") throw new TypeError("Argument must be a string");
  encoding = checked(encoding);
  offset = +offset || 0;
  var room = this.length - offset;
  length = length ? Math.min(+length || 0, room) : room;
  if (text.length > 0 && (length < 0 || offset < 0)) throw new RangeError("attempt to write beyond buffer bounds");
  if (text === "" || length <= 0) {
    Buffer._charsWritten = 0;
    return 0;
  }
  var piece = fitting(text, encoding, length);
  setAll.call(this, piece.bytes, offset);
  Buffer._charsWritten = piece.characters;
  return piece.bytes.length;
};

["utf8", "binary", "ascii"].forEach(function (encoding) {
  Buffer.prototype[encoding + "Slice"] = function (start, end) { return this.toString(encoding, start, end); };
  Buffer.prototype[encoding + "Write"] = function (text, offset) { return this.write(text, offset, encoding); };
});

Buffer.prototype.toJSON = function () {
  return Array.prototype.slice.call(this, 0);
};

Buffer.prototype.inspect = function () {
  var shown = Array.prototype.slice.call(this, 0, exports.INSPECT_MAX_BYTES + 1).map(function (byte) {
    return (byte < 16 ? "0" : "") + byte.toString(16);
  });
  if (this.length > exports.INSPECT_MAX_BYTES) shown.push("...");
  return "<" + this.constructor.name + " " + shown.join(" ") + ">";
};

// -- bytes ------------------------------------------------------------------------------------------


Buffer.prototype.get = function (offset) {
  if (offset < 0 || offset >= this.length) throw new RangeError("offset is out of bounds");
  return this[offset];
};

Buffer.prototype.set = function (offset, value) {
  if (typeof offset === "object") return setAll.call(this, offset, value);
  if (offset < 0 || offset >= this.length) throw new RangeError("offset is out of bounds");
  return (this[offset] = value);
};

function position(value, length, otherwise) {
  if (typeof value !== "number") return otherwise;
  value = ~~value;
  return value < 0 ? Math.max(0, value + length) : Math.min(value, length);
}

Buffer.prototype.slice = function (start, end) {
  start = position(start, this.length, 0);
  end = position(end, this.length, this.length);
  return view(part(this, start, Math.max(0, end - start)));
};

Buffer.prototype.copy = function (target, targetStart, start, end) {
  targetStart = Math.max(0, ~~targetStart);
  start = Math.max(0, ~~start);
  if (end !== undefined && end < start) throw new RangeError("sourceEnd < sourceStart");
  if (end === start || target.length === 0 || this.length === 0) return 0;
  if (!Buffer.isBuffer(target)) throw new TypeError("First arg should be a Buffer");
  if (targetStart >= target.length) throw new RangeError("targetStart out of bounds");
  if (start >= this.length) return 0;
  end = Math.min(end === undefined ? this.length : end, this.length);
  var size = Math.min(end - start, target.length - targetStart);
  setAll.call(target, part(this, start, size), targetStart);
  return size;
};


Buffer.prototype.fill = function (value, start, end) {
  value = value || 0;
  start = start || 0;
  end = end || this.length;
  if (typeof value === "string") value = value.charCodeAt(0);
  if (typeof value !== "number" || isNaN(value)) throw new TypeError("value is not a number");
  if (end < start) throw new RangeError("end < start");
  if (end === start || this.length === 0) return 0;
  if (start < 0 || start >= this.length) throw new RangeError("start out of bounds");
  if (end < 0 || end > this.length) throw new RangeError("end out of bounds");
  fillAll.call(this, value, start, end);
  return undefined;
};

// -- numbers ----------------------------------------------------------------------------------------

function checkRead(buffer, offset, size) {
  if (typeof offset !== "number" || offset % 1 !== 0 || offset < 0) throw new RangeError("offset is not uint");
  if (offset + size > buffer.length) throw new RangeError("Trying to access beyond buffer length");
}

function checkWrite(buffer, value, offset, size, least, most) {
  var float = least === undefined;
  var wrong = typeof offset !== "number" || offset % 1 !== 0 || offset < 0;
  if (wrong && float) throw new RangeError("offset is not uint");
  if (typeof value !== "number" && (float || value !== null)) throw new TypeError(float ? "value not a number" : "value is out of bounds");
  if (wrong) throw new TypeError("offset is not uint");
  if (offset + size > buffer.length) {
    throw new RangeError(float
      ? "Trying to access beyond buffer length" : "Trying to write outside buffer length");
  }
  if (!float && (value > most || value < least || value % 1 !== 0)) {
    throw new TypeError("value is out of bounds");
  }
}

// The bytes from `offset` on and, past the end, zeros.
function beyond(buffer, offset, size) {
  var bytes = new Uint8Array(size);
  for (var i = 0; i < size; i++) bytes[i] = buffer[offset + i];
  return new DataView(memoryOf.call(bytes));
}

function define(name, type, size, least, most) {
  (size === 1 ? [""] : ["LE", "BE"]).forEach(function (order) {
    var little = order === "LE";
    Buffer.prototype["read" + name + order] = function (offset, noAssert) {
      if (!noAssert) checkRead(this, offset, size);
      if (offset + size > this.length) {
        return size === 1 ? undefined : beyond(this, offset, size)["get" + type](0, little);
      }
      return new DataView(memoryOf.call(this), offsetOf.call(this))["get" + type](offset, little);
    };
    Buffer.prototype["write" + name + order] = function (value, offset, noAssert) {
      if (!noAssert) checkWrite(this, value, offset, size, least, most);
      if (offset + size > this.length) return;
      new DataView(memoryOf.call(this), offsetOf.call(this))["set" + type](offset, value, little);
    };
  });
}

define("UInt8", "Uint8", 1, 0, 0xff);
define("UInt16", "Uint16", 2, 0, 0xffff);
define("UInt32", "Uint32", 4, 0, 0xffffffff);
define("Int8", "Int8", 1, -0x80, 0x7f);
define("Int16", "Int16", 2, -0x8000, 0x7fff);
define("Int32", "Int32", 4, -0x80000000, 0x7fffffff);
define("Float", "Float32", 4);
define("Double", "Float64", 8);
