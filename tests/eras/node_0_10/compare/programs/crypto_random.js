// Random bytes, and what is no length.
var crypto = require("crypto");
function show(name, f) {
  try { console.log(name, "->", f()); }
  catch (error) { console.log(name, "!!", error.name + ": " + error.message); }
}
[0, 1, 4, 1000].forEach(function (size) {
  console.log(size, crypto.randomBytes(size).length, crypto.pseudoRandomBytes(size).length);
});
[-1, 4.7, "4", undefined, null, 0x80000000].forEach(function (size) {
  show(String(size), function () { return crypto.randomBytes(size).length; });
});
show("alike", function () {
  return crypto.randomBytes(16).toString("hex") === crypto.randomBytes(16).toString("hex");
});
show("no function", function () { return crypto.randomBytes(3, 5).length; });
crypto.randomBytes(8, function (error, bytes) { console.log(error, bytes.length, Buffer.isBuffer(bytes)); });
show("default", function () { return crypto.DEFAULT_ENCODING; });
