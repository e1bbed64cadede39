// The exchange of Diffie and Hellman in the well-known groups.
var crypto = require("crypto");
function show(name, f) {
  try { console.log(name, "->", f()); }
  catch (error) { console.log(name, "!!", error.name + ": " + error.message); }
}
["modp1", "modp2", "modp5", "modp14", "modp15", "modp16", "modp17", "modp18"].forEach(function (name) {
  var group = crypto.getDiffieHellman(name);
  console.log(name, crypto.createHash("sha1").update(group.getPrime()).digest("hex"), group.getGenerator("hex"));
});
var alice = crypto.getDiffieHellman("modp5");
var bob = crypto.getDiffieHellman("modp5");
alice.generateKeys();
bob.generateKeys("hex");
console.log(alice.computeSecret(bob.getPublicKey(), null, "hex") === bob.computeSecret(alice.getPublicKey(), null, "hex"));
show("unknown", function () { return crypto.getDiffieHellman("modp99"); });
show("no prime", function () { return crypto.createDiffieHellman("no prime at all"); });
var small = crypto.createDiffieHellman(64);
show("no public key", function () { return small.getPublicKey(); });
show("no private key", function () { return small.getPrivateKey(); });
show("no keys", function () { return small.computeSecret("aa", "hex"); });
small.generateKeys();
show("too small", function () { return small.computeSecret("01", "hex"); });
show("lengths", function () { return [small.getPrime().length, small.getGenerator("hex")]; });
