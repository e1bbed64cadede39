// Keyed digests, with keys shorter and longer than a block.
var crypto = require("crypto");
["md5", "sha1", "sha256", "sha512"].forEach(function (name) {
  ["", "key", new Array(300).join("k"), new Buffer([0, 255, 128])].forEach(function (key) {
    console.log(name, crypto.createHmac(name, key).update("what").update(" is said").digest("hex"));
  });
});
console.log(crypto.createHmac("sha1", "h\u00e9").update("h\u00e9\u20ac").digest("base64"));
