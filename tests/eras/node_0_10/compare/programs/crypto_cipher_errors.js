// What goes wrong with ciphers.
var crypto = require("crypto");
function show(name, f) {
  try { console.log(name, "->", f()); }
  catch (error) { console.log(name, "!!", error.name + ": " + error.message); }
}
function cipher() { return crypto.createCipher("aes192", "pw"); }
function decipher() { return crypto.createDecipher("aes192", "pw"); }
show("no key", function () { return crypto.createCipher("aes192"); });
show("key is a number", function () { return crypto.createCipher("aes192", 5); });
show("no vector", function () { return crypto.createCipheriv("aes-128-cbc", "0123456789abcdef"); });
show("nothing to decipher with", function () { return crypto.createDecipher("aes192"); });
show("number", function () { return cipher().update(5); });
show("final twice", function () { var c = cipher(); c.update("a", "utf8", "hex"); c.final("hex"); return c.final("hex"); });
show("after final", function () { var c = cipher(); c.final("hex"); return c.update("a"); });
show("uneven", function () { var c = cipher(); c.setAutoPadding(false); c.update("a"); return c.final("hex"); });
show("garbage", function () {
  var d = decipher();
  return d.update("00112233445566778899aabbccddeeff", "hex", "utf8") + d.final("utf8");
});
show("short", function () { var d = decipher(); return d.update("0011", "hex", "utf8") + d.final("utf8"); });
show("short, unpadded", function () {
  var d = decipher();
  d.setAutoPadding(false);
  return d.update("0011", "hex", "utf8") + d.final("utf8");
});
show("two encodings", function () { var c = cipher(); return c.update("a", "utf8", "hex") + c.final("base64"); });
["12345", "0123456789abcdef0", new Buffer(0)].forEach(function (key) {
  show("key of " + key.length, function () { return crypto.createCipheriv("aes-128-cbc", key, "0123456789abcdef"); });
});
show("key to decipher", function () { return crypto.createDecipheriv("aes-128-cbc", "12345", "0123456789abcdef"); });
show("keys of any length", function () {
  return [["rc4", ""], ["bf-cbc", "12345678"]].map(function (kind) {
    return crypto.createCipheriv(kind[0], "12345", kind[1]).update("a", "utf8", "hex");
  }).join();
});
show("sizes", function () { return crypto.randomBytes(1e12); });
show("signing with nothing", function () { return crypto.createSign("RSA-SHA1").sign(); });
show("an unknown digest", function () { return crypto.createHmac("nope", "key"); });
