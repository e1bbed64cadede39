// Signatures of RSA with every digest, letter by letter; verified, not verified, and made of pieces and streams.
var crypto = require('crypto');
var pems = require('./lib/pems');

var key = pems.read('server.key');
var cert = pems.read('server.pem');
['RSA-SHA1', 'RSA-SHA224', 'RSA-SHA256', 'RSA-SHA384', 'RSA-SHA512', 'RSA-MD5', 'sha1', 'SHA256', 'md5',
 'sha512WithRSAEncryption', 'dss1', 'DSA-SHA1'].forEach(function (name) {
  try {
    var signature = crypto.createSign(name).update('some ').update(new Buffer('text')).sign(key, 'hex');
    console.log(name, signature.length, signature.slice(0, 40),
      crypto.createVerify(name).update('some text').verify(cert, signature, 'hex'),
      crypto.createVerify(name).update('other text').verify(cert, signature, 'hex'));
  } catch (error) { console.log(name, pems.error(error)); }
});

var sign = crypto.createSign('RSA-SHA256');
console.log(sign instanceof crypto.Sign, sign instanceof require('stream').Writable, crypto.Sign('RSA-SHA1') instanceof crypto.Sign);
console.log(Buffer.isBuffer(crypto.createSign('RSA-SHA1').update('a').sign(String(key))));
console.log(typeof crypto.createSign('RSA-SHA1').update('a').sign(key, 'base64'),
  crypto.createSign('RSA-SHA1').update('a').sign(key, 'binary').length);
console.log(crypto.createSign('RSA-SHA1').update('é').sign(key, 'hex') === crypto.createSign('RSA-SHA1').update('é', 'utf8').sign(key, 'hex'),
  crypto.createSign('RSA-SHA1').update('é').sign(key, 'hex') === crypto.createSign('RSA-SHA1').update('é', 'binary').sign(key, 'hex'));
var good = crypto.createSign('RSA-SHA1').update('a').sign(key);
console.log(crypto.createVerify('RSA-SHA1').update('a').verify(cert, good),
  crypto.createVerify('RSA-SHA1').update('a').verify(pems.read('self.pem'), good),
  crypto.createVerify('RSA-SHA256').update('a').verify(cert, good),
  crypto.createVerify('RSA-SHA1').update('a').verify(cert, new Buffer(3)),
  crypto.createVerify('RSA-SHA1').update('a').verify(cert, ''));

var streamed = crypto.createSign('RSA-SHA256');
streamed.on('finish', function () {
  var signature = streamed.sign(key);
  var verify = crypto.createVerify('RSA-SHA256');
  verify.on('finish', function () { console.log('streamed', verify.verify(cert, signature)); });
  verify.end('some text');
});
streamed.write('some ');
streamed.end('text');

[[], [5], ['nope'], ['RSA-SHA1', {}]].forEach(function (args) {
  ['createSign', 'createVerify'].forEach(function (name) {
    if (args[0] === 'nope') return;
    try { console.log(name, args.length, typeof crypto[name].apply(crypto, args)); } catch (error) { console.log(name, pems.error(error)); }
  });
});
