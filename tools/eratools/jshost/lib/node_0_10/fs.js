// `fs`: what the era has, and those of its calls that fill or hand back a Buffer of the program's own.
var host = require("internal").host;
var fs = (module.exports = host.pythonModule("fs"));
var readBytes = host.part("fs.reading", "readBytes");
var readBytesSync = host.part("fs.reading", "readBytesSync");
var pythonRead = fs.read;
var pythonReadSync = fs.readSync;
var pythonWrite = fs.write;
var pythonWriteSync = fs.writeSync;

function check(buffer, offset, length) {
  if (!(offset >= 0 && offset < buffer.length)) throw new Error("Offset is out of bounds");
  if (!(length >= 0 && offset + length <= buffer.length)) throw new Error("Length extends beyond buffer");
}

fs.read = function (fd, buffer, offset, length, position, callback) {
  if (!Buffer.isBuffer(buffer)) return pythonRead.apply(fs, arguments);
  check(buffer, offset = offset || 0, length = length || 0);
  readBytes(fd, length, position, function (error, bytes) {
    if (bytes) bytes.copy(buffer, offset);
    if (typeof callback === "function") callback(error, bytes ? bytes.length : 0, buffer);
  });
};

fs.readSync = function (fd, buffer, offset, length, position) {
  if (!Buffer.isBuffer(buffer)) return pythonReadSync.apply(fs, arguments);
  check(buffer, offset = offset || 0, length = length || 0);
  var bytes = readBytesSync(fd, length, position);
  bytes.copy(buffer, offset);
  return bytes.length;
};

// Only the part that is to be written crosses; what is out of bounds is Python's to refuse.
function part(buffer, offset, length) {
  return offset >= 0 && length > 0 && offset + length <= buffer.length ? buffer.slice(offset, offset + length) : null;
}

fs.write = function (fd, buffer, offset, length, position, callback) {
  var piece = Buffer.isBuffer(buffer) ? part(buffer, offset, length) : null;
  if (piece === null || typeof callback !== "function") return pythonWrite.apply(fs, arguments);
  pythonWrite(fd, piece, 0, length, position, function (error, written) { callback(error, written, buffer); });
};

fs.writeSync = function (fd, buffer, offset, length, position) {
  var piece = Buffer.isBuffer(buffer) ? part(buffer, offset, length) : null;
  if (piece === null) return pythonWriteSync.apply(fs, arguments);
  return pythonWriteSync(fd, piece, 0, length, position);
};
