// The digests, and the encodings of what goes in and comes out.
var crypto = require("crypto");
function show(name, f) {
  try { console.log(name, "->", f()); }
  catch (error) { console.log(name, "!!", error.name + ": " + error.message); }
}
["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "RSA-SHA256", "SHA1", "ssl3-md5", "dss1"].forEach(function (name) {
  console.log(name, crypto.createHash(name).update("text").digest("hex"));
});
["hex", "base64", "binary", "HEX"].forEach(function (encoding) {
  console.log(encoding, JSON.stringify(crypto.createHash("md5").update("a").digest(encoding)));
});
console.log(Buffer.isBuffer(crypto.createHash("md5").update("a").digest()));
console.log(Buffer.isBuffer(crypto.createHash("md5").update("a").digest("unknown")));
console.log(crypto.createHash("sha1").update("h\u00e9\u20ac").digest("hex"));
console.log(crypto.createHash("sha1").update("h\u00e9\u20ac", "utf8").digest("hex"));
console.log(crypto.createHash("sha1").update("616263", "hex").digest("hex"));
console.log(crypto.createHash("sha1").update("YWJj", "base64").digest("hex"));
console.log(crypto.createHash("sha1").update(new Buffer("abc")).update("d").digest("hex"));
show("same", function () { var hash = crypto.createHash("md5"); return hash.update("a") === hash; });
show("without new", function () { return crypto.Hash("md5") instanceof crypto.Hash; });
