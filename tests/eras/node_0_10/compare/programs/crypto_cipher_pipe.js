// Ciphers as streams: pipes there and back, pieces, errors, and what is left in them.
var crypto = require('crypto');
var stream = require('stream');

var text = new Buffer(100000);
for (var i = 0; i < text.length; i++) text[i] = i * 7 & 255;
function sum(data) { return data.length + ' ' + crypto.createHash('sha1').update(data).digest('hex'); }
function gather(from, done) {
  var got = [];
  from.on('data', function (data) { got.push(data); });
  from.on('end', function () { done(Buffer.concat(got)); });
}
var names = ['aes-128-cbc', 'aes-256-ctr', 'aes-192-ecb', 'aes-128-ofb', 'des-ede3-cbc', 'des-ede3', 'des-ede', 'camellia-128-cbc'];
(function next() {
  var name = names.shift();
  if (!name) return broken();
  var cipher = crypto.createCipher(name, 'password');
  var decipher = crypto.createDecipher(name, 'password');
  var out = new stream.PassThrough();
  gather(cipher, function (data) { console.log(name, 'encrypted', sum(data)); });
  cipher.pipe(decipher).pipe(out);
  gather(out, function (data) {
    console.log(name, 'decrypted', sum(data), sum(data) === sum(text));
    next();
  });
  for (var at = 0; at < text.length; at += 3333) cipher.write(text.slice(at, at + 3333));
  cipher.end();
})();

function broken() {
  var empty = crypto.createCipher('aes-128-cbc', 'x');
  gather(empty, function (data) { console.log('empty', data.toString('hex')); });
  empty.end();
  var text = crypto.createCipher('aes-128-cbc', 'x');
  text.setEncoding('hex');
  text.on('readable', function () {
    var got = text.read();
    if (got !== null) console.log('readable', got);
  });
  text.write('abc');
  text.end('def', 'utf8');
  console.log(text instanceof stream.Transform, text instanceof crypto.Cipher, crypto.Cipher('aes128', 'x') instanceof crypto.Cipher,
    new crypto.Decipher('aes128', 'x') instanceof crypto.Decipher, crypto.Cipheriv('rc4', 'abcdefghijklmnop', '') instanceof crypto.Cipheriv);
}
