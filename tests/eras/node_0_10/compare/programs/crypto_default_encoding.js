// DEFAULT_ENCODING: programs of 0.8 set it to 'binary', and everything gave and took strings.
var crypto = require('crypto');

function all(title) {
  function kind(value) { return Buffer.isBuffer(value) ? 'buffer ' + value.length : typeof value + ' ' + value.length; }
  console.log(title, crypto.DEFAULT_ENCODING);
  console.log('hash', kind(crypto.createHash('md5').update('a\u00e9').digest()), crypto.createHash('md5').update('a\u00e9').digest('hex'));
  console.log('hmac', kind(crypto.createHmac('sha1', 'k\u00e9').update('a').digest()), crypto.createHmac('sha1', 'k\u00e9').update('a').digest('hex'));
  var cipher = crypto.createCipher('aes128', 'pw\u00e9');
  var first = cipher.update('some text that is longer than a block');
  var last = cipher.final();
  console.log('cipher', kind(first), kind(last), new Buffer(first, 'binary').toString('hex'), new Buffer(last, 'binary').toString('hex'));
  var decipher = crypto.createDecipher('aes128', 'pw\u00e9');
  console.log('decipher', String(decipher.update(first)) + String(decipher.update(last)) + String(decipher.final()));
  console.log('pbkdf2', kind(crypto.pbkdf2Sync('p', 's', 10, 20)));
  console.log('random', kind(crypto.randomBytes(5)));
  console.log('dh', kind(crypto.getDiffieHellman('modp1').getPrime()));
  console.log('explicit', kind(crypto.createHash('md5').update('a').digest('buffer')), kind(crypto.createHash('md5').update('a').digest('base64')));
  try { console.log('unknown', kind(crypto.createHash('md5').update('a').digest('nope'))); } catch (error) { console.log(error.message); }
}
all('first');
['binary', 'hex', 'base64', 'utf8', 'buffer'].forEach(function (encoding) {
  if (encoding !== 'binary' && encoding !== 'buffer') return;
  crypto.DEFAULT_ENCODING = encoding;
  all(encoding);
});
