// Every cipher that OpenSSL still has, with a key from a password, there and back.
var crypto = require("crypto");
["aes-128-cbc", "aes-128-cfb", "aes-128-cfb8", "aes-128-ctr", "aes-128-ecb", "aes-128-ofb", "aes-192-cbc", "aes192",
  "aes-256-cbc", "aes256", "aes-256-ctr", "bf", "bf-ecb", "blowfish", "camellia128", "camellia-256-cbc", "cast",
  "cast5-cfb", "des", "des-cbc", "des-ecb", "des-ofb", "des-ede-cbc", "des-ede3-cbc", "des3", "rc4", "rc4-40",
].forEach(function (name) {
  ["", "short", "exactly 16 bytes", "more than one block of whatever this is"].forEach(function (text) {
    var cipher = crypto.createCipher(name, "password");
    var secret = cipher.update(text, "utf8", "hex") + cipher.final("hex");
    var decipher = crypto.createDecipher(name, "password");
    console.log(name, secret, decipher.update(secret, "hex", "utf8") + decipher.final("utf8") === text);
  });
});
