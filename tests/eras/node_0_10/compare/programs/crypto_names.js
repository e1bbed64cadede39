// What the module has, and the prototypes of its classes; and the names that every list of algorithms holds.
var crypto = require('crypto');

console.log(Object.keys(crypto).sort().join(' '));
['Hash', 'Hmac', 'Cipher', 'Cipheriv', 'Decipher', 'Decipheriv', 'Sign', 'Verify', 'DiffieHellman', 'DiffieHellmanGroup', 'Credentials'].forEach(function (name) {
  var names = Object.keys(crypto[name].prototype).filter(function (key) { return key[0] !== '_'; });
  console.log(name, crypto[name].length >= 0, names.sort().join(' '));
});
var ciphers = crypto.getCiphers();
var hashes = crypto.getHashes();
['aes-128-cbc', 'aes-192-ctr', 'aes128', 'aes256', 'bf-cbc', 'blowfish', 'camellia-256-cbc', 'cast5-cbc', 'CAST-cbc', 'des', 'des3',
 'des-ede', 'des-ede3', 'des-ede3-cbc', 'des-ede3-ecb', 'idea-cbc', 'rc2-cbc', 'rc4', 'seed-cbc', 'AES-128-CBC'].forEach(function (name) {
  console.log(name, ciphers.indexOf(name) >= 0);
});
['md5', 'sha1', 'sha256', 'sha512', 'ripemd160', 'rmd160', 'rsa-sha1', 'RSA-SHA1', 'dss1', 'ssl3-md5', 'sha512WithRSAEncryption', 'DSA-SHA1-old', 'SHA1'].forEach(function (name) {
  console.log(name, hashes.indexOf(name) >= 0);
});
console.log(ciphers.join() === ciphers.slice().sort().join(), hashes.join() === hashes.slice().sort().join());
['AES-128-CBC', 'Aes-128-Cbc', 'DES-EDE3', 'des-ede3-ecb', 'RC4'].forEach(function (name) {
  try { console.log(name, crypto.createCipher(name, 'x').final('hex')); } catch (error) { console.log(name, error.message); }
});
['RSA-SHA1', 'rsa-sha1', 'SHA1', 'Sha1', 'DSA', 'dsa', 'ripemd', 'RIPEMD', 'ecdsa-with-SHA1', 'md5-sha1'].forEach(function (name) {
  try { console.log(name, crypto.createHash(name).update('x').digest('hex')); } catch (error) { console.log(name, error.message); }
});
