// `crypto`: what the era has. What its calls make is no part of anything larger, as programs could see: a SlowBuffer.
var crypto = (module.exports = require("internal").host.pythonModule("crypto"));

function slow(made) {
  return Buffer.isBuffer(made) && made.parent ? made.parent : made;
}

function slowly(owner, name) {
  var make = owner[name];
  var takesCallback = owner === crypto;
  owner[name] = function () {
    var args = [].slice.call(arguments);
    var callback = args[args.length - 1];
    if (takesCallback && typeof callback === "function") {
      args[args.length - 1] = function (error, made) { callback(error, slow(made)); };
    }
    return slow(make.apply(this, args));
  };
}

var METHODS = {
  Hash: ["digest"],
  Hmac: ["digest"],
  Cipher: ["update", "final"],
  Cipheriv: ["update", "final"],
  Decipher: ["update", "final", "finaltol"],
  Decipheriv: ["update", "final", "finaltol"],
  Sign: ["sign"],
};
METHODS.DiffieHellman = METHODS.DiffieHellmanGroup =
  ["generateKeys", "computeSecret", "getPrime", "getGenerator", "getPublicKey", "getPrivateKey"];

for (var kind in METHODS) {
  METHODS[kind].forEach(function (name) { slowly(crypto[kind].prototype, name); });
}
["randomBytes", "pseudoRandomBytes", "pbkdf2", "pbkdf2Sync"].forEach(function (name) { slowly(crypto, name); });
crypto.rng = crypto.randomBytes;
crypto.prng = crypto.pseudoRandomBytes;
