// Bytes. A Buffer is an Uint8Array of the engine, so that an index is a byte and slices share memory; text
// is encoded by the same codecs that the era's Python uses.
var internal = require("internal");
var host = internal.host;

exports.INSPECT_MAX_BYTES = 50;
exports.SlowBuffer = Buffer;
exports.Buffer = Buffer;

function view(bytes) {
  return Object.setPrototypeOf(bytes, Buffer.prototype);
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
  if (subject instanceof Uint8Array) return view(Uint8Array.from(subject));
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

Object.setPrototypeOf(Buffer, Function.prototype);
Buffer.prototype = Object.create(Uint8Array.prototype, {
  constructor: { value: Buffer, writable: true, configurable: true },
  parent: { get: function () { return this; }, configurable: true },
  offset: { get: function () { return this.byteOffset; }, configurable: true },
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

Buffer.byteLength = function (text, encoding) {
  text = String(text);
  return text === "" ? 0 : host.encode(text, checked(encoding)).length;
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
  start = +start || 0;
  end = end === undefined ? this.length : +end || 0;
  start = Math.max(0, Math.min(start, this.length));
  end = Math.min(end, this.length);
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
  text = String(text);
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
  this.set(piece.bytes, offset);
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
  var shown = Array.prototype.slice.call(this, 0, exports.INSPECT_MAX_BYTES).map(function (byte) {
    return (byte < 16 ? "0" : "") + byte.toString(16);
  });
  if (this.length > exports.INSPECT_MAX_BYTES) shown.push("...");
  return "<" + this.constructor.name + " " + shown.join(" ") + ">";
};

// -- bytes ------------------------------------------------------------------------------------------

var setAll = Uint8Array.prototype.set;

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
  if (value === undefined) return otherwise;
  value = ~~value;
  return value < 0 ? Math.max(0, value + length) : Math.min(value, length);
}

Buffer.prototype.slice = function (start, end) {
  start = position(start, this.length, 0);
  end = position(end, this.length, this.length);
  return view(new Uint8Array(this.buffer, this.byteOffset + start, Math.max(0, end - start)));
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
  setAll.call(target, new Uint8Array(this.buffer, this.byteOffset + start, size), targetStart);
  return size;
};

var fillAll = Uint8Array.prototype.fill;

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
  if (typeof value !== "number") throw new TypeError("value is out of bounds");
  if (typeof offset !== "number" || offset % 1 !== 0 || offset < 0) throw new TypeError("offset is not uint");
  if (offset + size > buffer.length) {
    throw new RangeError(least === undefined
      ? "Trying to access beyond buffer length" : "Trying to write outside buffer length");
  }
  if (least !== undefined && (value > most || value < least || value % 1 !== 0)) {
    throw new TypeError("value is out of bounds");
  }
}

function define(name, type, size, least, most) {
  (size === 1 ? [""] : ["LE", "BE"]).forEach(function (order) {
    var little = order === "LE";
    Buffer.prototype["read" + name + order] = function (offset, noAssert) {
      if (!noAssert) checkRead(this, offset, size);
      if (offset + size > this.length) return undefined;
      return new DataView(this.buffer, this.byteOffset)["get" + type](offset, little);
    };
    Buffer.prototype["write" + name + order] = function (value, offset, noAssert) {
      if (!noAssert) checkWrite(this, value, offset, size, least, most);
      if (offset + size > this.length) return;
      new DataView(this.buffer, this.byteOffset)["set" + type](offset, value, little);
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
