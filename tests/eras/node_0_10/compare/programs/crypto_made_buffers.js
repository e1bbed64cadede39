// What `crypto` makes is no part of anything larger: a SlowBuffer, and printed as one.
var crypto = require('crypto');

function tell(name, made) { console.log(name, made.constructor.name, Buffer.isBuffer(made), made.length, made.parent); }

console.log(crypto.createHash('md5').update('a').digest());
tell('hmac', crypto.createHmac('sha1', 'key').digest());
['createCipher', 'createDecipher'].forEach(function (create) {
  var cipher = crypto[create]('aes192', 'password');
  cipher.setAutoPadding(false);
  tell('update', cipher.update(new Buffer(32)));
  tell('final', cipher.final());
});
tell('randomBytes', crypto.randomBytes(4));
tell('no bytes', crypto.randomBytes(0));
tell('pseudoRandomBytes', crypto.prng(4));
tell('pbkdf2Sync', crypto.pbkdf2Sync('password', 'salt', 1, 8));
var group = crypto.getDiffieHellman('modp1');
tell('generateKeys', group.generateKeys());
tell('computeSecret', group.computeSecret(group.getPublicKey()));
['getPublicKey', 'getPrivateKey', 'getPrime', 'getGenerator'].forEach(function (name) {
  console.log(name, group[name]().constructor.name);
});
tell('sign', crypto.createSign('RSA-SHA1').sign('no key'));
console.log(crypto.createHash('md5').digest('hex').constructor.name);
console.log(crypto.createHash('md5').digest().slice(0, 4));
crypto.randomBytes(4, function (error, made) {
  tell('randomBytes', made);
  crypto.pbkdf2('password', 'salt', 1, 8, function (error, made) { console.log(made); });
});
