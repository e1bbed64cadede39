// What goes wrong with digests and keyed digests.
var crypto = require("crypto");
function show(name, f) {
  try { console.log(name, "->", f()); }
  catch (error) { console.log(name, "!!", error.name + ": " + error.message); }
}
show("unknown", function () { return crypto.createHash("xyzzy"); });
show("mixed case", function () { return crypto.createHash("Sha1"); });
show("none", function () { return crypto.createHash(); });
show("number", function () { return crypto.createHash("md5").update(5); });
show("nothing", function () { return crypto.createHash("md5").update(); });
show("object", function () { return crypto.createHash("md5").update({}); });
show("twice", function () {
  var hash = crypto.createHash("md5");
  hash.update("a").digest("hex");
  return hash.digest("hex");
});
show("after the end", function () {
  var hash = crypto.createHash("md5");
  hash.update("a").digest("hex");
  return hash.update("b");
});
show("no key", function () { return crypto.createHmac("md5"); });
show("key is a number", function () { return crypto.createHmac("md5", 5); });
show("hmac twice", function () {
  var hmac = crypto.createHmac("md5", "k");
  hmac.update("a").digest("hex");
  return JSON.stringify(hmac.digest("hex"));
});
show("hmac after the end", function () {
  var hmac = crypto.createHmac("md5", "k");
  hmac.update("a").digest("hex");
  return hmac.update("b");
});
