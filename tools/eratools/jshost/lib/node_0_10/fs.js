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

// Python's idea of a value's text is not JavaScript's.
function text(data) {
  return Buffer.isBuffer(data) ? data : String(data);
}

["writeFile", "appendFile"].forEach(function (name) {
  var write = fs[name];
  var writeSync = fs[name + "Sync"];
  fs[name] = function (path, data, options, callback) {
    return write.apply(fs, [path, text(data)].concat([].slice.call(arguments, 2)));
  };
  fs[name + "Sync"] = function (path, data, options) { return writeSync(path, text(data), options); };
});

// Only the part that is to be written crosses; what is out of bounds is Python's to refuse.
function part(buffer, offset, length) {
  return offset >= 0 && length > 0 && offset + length <= buffer.length ? buffer.slice(offset, offset + length) : null;
}

// Of what is empty, 0.10 said at once that it was written, and nothing else.
function tellNothing(callback) {
  return function (error, written, shown) {
    if (written === 0 && shown === undefined) callback(undefined, 0);
    else callback(error, written, shown);
  };
}

fs.write = function (fd, buffer, offset, length, position, callback) {
  var args = [].slice.call(arguments);
  var told = args.pop();
  if (typeof told !== "function") return pythonWrite.apply(fs, arguments);
  var piece = Buffer.isBuffer(buffer) ? part(buffer, offset, length) : null;
  if (piece === null) {
    args[1] = text(buffer);
    return pythonWrite.apply(fs, args.concat(tellNothing(told)));
  }
  pythonWrite(fd, piece, 0, length, position, function (error, written) { told(error, written, buffer); });
};

fs.writeSync = function (fd, buffer, offset, length, position) {
  var piece = Buffer.isBuffer(buffer) ? part(buffer, offset, length) : null;
  if (piece === null) return pythonWriteSync(fd, text(buffer), offset, length, position);
  return pythonWriteSync(fd, piece, 0, length, position);
};
