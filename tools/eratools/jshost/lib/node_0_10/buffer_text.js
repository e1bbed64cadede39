// Text in a Buffer and out of it, by the same codecs that the era's Python uses.
var host = require("internal").host;
var kept = require("buffer_memory");

// Short text of ASCII alone is not worth the way to Python.
var SHORT = 128;
var UNIT_PER_BYTE = { utf8: true, "utf-8": true, ascii: true, binary: true };

function bytesOf(string, name) {
  if (string.length > SHORT || UNIT_PER_BYTE[name] !== true) return host.encode(string, name);
  var bytes = new Uint8Array(string.length);
  for (var i = 0; i < bytes.length; i++) {
    var unit = string.charCodeAt(i);
    if (unit === 0 || unit > 0x7f) return host.encode(string, name);
    bytes[i] = unit;
  }
  return bytes;
}

function textOf(bytes, name) {
  if (name === "hex") return kept.toHex.call(bytes);
  if (name === "base64") return kept.toBase64.call(bytes);
  if (bytes.length > SHORT || UNIT_PER_BYTE[name] !== true) return host.decode(bytes, name);
  for (var i = 0; i < bytes.length; i++) if (bytes[i] > 0x7f) return host.decode(bytes, name);
  return String.fromCharCode.apply(null, bytes);
}

function lower(encoding) {
  return String(encoding || "utf8").toLowerCase();
}

function known(name) {
  switch (name) {
    case "hex": case "utf8": case "utf-8": case "ascii": case "binary": case "base64":
    case "ucs2": case "ucs-2": case "utf16le": case "utf-16le":
      return true;
    default:
      return false;
  }
}

exports.checked = checked;

function checked(encoding) {
  var name = lower(encoding);
  if (!known(name)) throw new TypeError("Unknown encoding: " + name);
  return name;
}

// "raw" is still a name, but nothing has it any more.
exports.isEncoding = function (encoding) {
  var name = encoding && encoding.toLowerCase();
  return known(name) || name === "raw";
};

// Whoever measured a text in it was told.
function tellRaw(name) {
  if (name === "raw") process.stderr.write("'raw' (array of integers) has been removed. Use 'binary'.\n");
}

// The bytes of a text; null for none.
exports.encode = function (string, encoding) {
  tellRaw(lower(encoding));
  var name = checked(encoding);
  return string === "" ? null : bytesOf(string, name);
};

// The lengths of hex and base64 are those that well-formed text would have.
exports.byteLength = function (string, encoding) {
  if (typeof string !== "string") throw new TypeError("Argument must be a string");
  var name = typeof encoding === "string" ? lower(encoding) : "utf8";
  tellRaw(name);
  if (name === "hex") return string.length >>> 1;
  if (name === "base64") {
    var size = string.replace(/==?$/, "").length;
    return size === 1 ? 0 : Math.floor(size / 4) * 3 + [0, 1, 1, 2][size % 4];
  }
  return string === "" ? 0 : bytesOf(string, known(name) ? name : "utf8").length;
};

// -- reading ----------------------------------------------------------------------------------------

exports.piece = piece;

function piece(buffer, name, start, end) {
  if (end > kept.lengthOf.call(buffer)) end = kept.lengthOf.call(buffer);
  return textOf(kept.bytesOf(buffer, start, end - start), name);
}

function checkRange(start, end) {
  if (start % 1 !== 0 || end % 1 !== 0) throw new TypeError("Bad argument.");
  if (start > end) throw new Error("Must have start <= end");
}

exports.decode = function (buffer, encoding, start, end) {
  var length = buffer.length;
  start = typeof start !== "number" || start < 0 ? 0 : Math.min(start, length);
  end = typeof end !== "number" || end > length ? length : Math.max(end, 0);
  var name = checked(encoding);
  if (end === start) return "";
  checkRange(start, end);
  return piece(buffer, name, start, end);
};

// -- writing ----------------------------------------------------------------------------------------

// The arguments of write(text, encoding), write(text, offset, encoding), write(text, offset, length, encoding),
// and of the old write(text, encoding, offset, length).
exports.writing = function (offset, length, encoding) {
  if (!isFinite(offset)) return { encoding: offset, offset: length, length: encoding };
  if (!isFinite(length)) return { encoding: length, offset: offset, length: undefined };
  return { encoding: encoding, offset: offset, length: length };
};

exports.write = function (buffer, how, string) {
  if (string === undefined || string === null) throw new TypeError("Cannot read property 'length' of " + string);
  var offset = +how.offset || 0;
  var room = buffer.length - offset;
  var length = how.length && !(how.length > room) ? +how.length : room;
  if (string.length > 0 && (length < 0 || offset < 0)) {
    throw new RangeError("attempt to write beyond buffer bounds");
  }
  return put(buffer, string, checked(how.encoding), Math.floor(offset), Math.floor(length) || 0);
};

exports.put = put;

function put(buffer, string, name, offset, length) {
  if (typeof string !== "string") throw new TypeError("Argument must be a string");
  if (name === "hex" && string.length % 2 !== 0) throw new TypeError("Invalid hex string");
  if (string === "" || length <= 0) return { size: 0, characters: 0 };
  var fits = fitting(string, name, length);
  kept.setAll.call(buffer, fits.bytes, offset);
  return { size: fits.bytes.length, characters: fits.characters };
}

function characters(bytes, name) {
  return name === "base64" ? bytes.length : textOf(bytes, name).length;
}

// The longest beginning of `string` whose encoding has at most `room` bytes: no character is torn.
function fitting(string, name, room) {
  var bytes = bytesOf(string, name);
  if (bytes.length > room) {
    if (name === "utf8" || name === "utf-8") bytes = wholeCharacters(bytes, room);
    else bytes = bytes.slice(0, name[0] === "u" ? room & ~1 : room);
  }
  return { bytes: bytes, characters: characters(bytes, name) };
}

// Of a character outside the basic plane its first half alone is written where there is just room for that.
function wholeCharacters(bytes, room) {
  var end = room;
  while (end > 0 && (bytes[end] & 0xc0) === 0x80) end--;
  if (room - end < 3) return bytes.slice(0, end);
  var half = textOf(bytes.slice(end, end + 4), "utf8").charAt(0);
  return bytesOf(textOf(bytes.slice(0, end), "utf8") + half, "utf8");
}
