// What `util.inspect` shows of typed arrays, which had properties of their own in 0.10 and have none here.

var KINDS = ["Uint8", "Int8", "Uint16", "Int16", "Uint32", "Int32", "Float32", "Float64"];
var ACCESSORS = KINDS.map(function (kind) { return "get" + kind; })
  .concat(KINDS.map(function (kind) { return "set" + kind; }));
var TYPED = ["BYTES_PER_ELEMENT", "get", "set", "slice", "subarray", "buffer", "length", "byteOffset", "byteLength"];

// The names that each kind of binary data had after its elements.
function namesOf(value) {
  var kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind === "ArrayBuffer") return ["slice", "byteLength"];
  if (kind === "DataView") return ACCESSORS.concat("buffer", "byteOffset", "byteLength");
  return /^(?:Uint|Int|Float)\d+(?:Clamped)?Array$/.test(kind) ? TYPED : null;
}

function define(object, name, value) {
  Object.defineProperty(object, name, { value: value, writable: true, enumerable: true, configurable: true });
}

function elementsOf(value) {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return value instanceof DataView ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : value;
}

function binary(value, names) {
  var shown = Object.create(Object.getPrototypeOf(Object.getPrototypeOf(value)));
  Array.prototype.forEach.call(elementsOf(value), function (element, index) { define(shown, index, element); });
  names.forEach(function (name) { define(shown, name, value[name]); });
  return shown;
}

// `value`, or an object to show in its place.
exports.shownAs = function (value) {
  var isPrototype = value.constructor && value.constructor.prototype === value;
  var names = typeof value === "object" && !isPrototype ? namesOf(value) : null;
  return names === null ? value : binary(value, names);
};
