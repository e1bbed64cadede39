// A digest as a stream: what is written, and the result at the end.
var crypto = require("crypto");
var plain = crypto.createHash("md5");
console.log(plain.write("abc"));
plain.end();
console.log(plain.read().toString("hex"));
var events = crypto.createHash("sha1");
events.setEncoding("hex");
["data", "end", "finish"].forEach(function (name) {
  events.on(name, function (value) { console.log("sha1", name, value); });
});
events.write("a");
events.end("bc");
var hmac = crypto.createHmac("sha256", "key");
hmac.on("readable", function () {
  var piece = hmac.read();
  if (piece) console.log("hmac", piece.toString("base64"));
});
setTimeout(function () { hmac.end("text"); }, 10);
