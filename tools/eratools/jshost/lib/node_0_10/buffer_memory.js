// What makes a typed array one, taken here: to programs a Buffer is none, and its `length` is theirs to change.
var TypedArray = Object.getPrototypeOf(Uint8Array);

function getter(name) {
  return Object.getOwnPropertyDescriptor(TypedArray.prototype, name).get;
}

var memoryOf = getter("buffer");
var offsetOf = getter("byteOffset");

exports.memoryOf = memoryOf;
exports.offsetOf = offsetOf;
exports.lengthOf = getter("length");
exports.setAll = TypedArray.prototype.set;
exports.fillAll = TypedArray.prototype.fill;
exports.toHex = Uint8Array.prototype.toHex;
exports.toBase64 = Uint8Array.prototype.toBase64;
exports.setPrototypeOf = Object.setPrototypeOf;

// Some bytes of a Buffer, in the same memory.
exports.bytesOf = function (buffer, start, length) {
  return new Uint8Array(memoryOf.call(buffer), offsetOf.call(buffer) + start, length);
};
