// The groups of Diffie and Hellman, by every name and form; and exchanges with a prime of one's own.
var crypto = require('crypto');

function attempt(name, call) {
  try { console.log(name, call()); } catch (error) { console.log(name, error.name, error.message); }
}
function digest(text) { return crypto.createHash('sha1').update(text).digest('hex'); }

['modp1', 'modp2', 'modp5', 'modp14', 'modp15', 'modp16', 'modp17', 'modp18', 'MODP2', 'modp3', '', undefined, null, 5].forEach(function (name) {
  attempt('group ' + name, function () {
    var group = crypto.createDiffieHellmanGroup(name);
    return [group.getPrime('hex').length, digest(group.getPrime()), group.getGenerator('hex')].join(' ');
  });
});
attempt('new', function () { return new crypto.DiffieHellmanGroup('modp1') instanceof crypto.DiffieHellmanGroup; });
attempt('call', function () { return crypto.DiffieHellmanGroup('modp1') instanceof crypto.DiffieHellmanGroup; });
attempt('get', function () { return crypto.getDiffieHellman('modp1') instanceof crypto.DiffieHellmanGroup; });
attempt('other', function () { return crypto.getDiffieHellman('modp1') instanceof crypto.DiffieHellman; });
attempt('set', function () { return [typeof crypto.getDiffieHellman('modp1').setPublicKey, typeof crypto.getDiffieHellman('modp1').setPrivateKey].join(); });
attempt('no keys', function () { return crypto.getDiffieHellman('modp1').getPublicKey(); });
attempt('no keys', function () { return crypto.getDiffieHellman('modp1').getPrivateKey(); });

var a = crypto.getDiffieHellman('modp2');
var b = crypto.createDiffieHellmanGroup('modp2');
attempt('secret', function () {
  a.generateKeys();
  var theirs = b.generateKeys('hex');
  return a.computeSecret(theirs, 'hex', 'base64') === b.computeSecret(a.getPublicKey(), null, 'base64');
});

var prime = '9ebce4cf45ae6aff07f9f8ccb4c0a3ed8e4d2f0bb7c8d2d3';
attempt('no prime', function () { return crypto.createDiffieHellman(prime, 'hex').getPrime('hex'); });
attempt('nothing', function () { return crypto.createDiffieHellman(); });
attempt('zero', function () { return crypto.createDiffieHellman(0); });
attempt('own', function () {
  var one = crypto.createDiffieHellman(128);
  var two = crypto.createDiffieHellman(one.getPrime());
  var three = crypto.createDiffieHellman(one.getPrime('base64'), 'base64');
  one.generateKeys();
  two.generateKeys();
  three.setPrivateKey(one.getPrivateKey());
  three.setPublicKey(one.getPublicKey('hex'), 'hex');
  return [one.getPrime().length, one.computeSecret(two.getPublicKey(), 'binary', 'hex') === two.computeSecret(one.getPublicKey(), 'binary', 'hex'),
    three.computeSecret(two.getPublicKey('hex'), 'hex', 'hex') === one.computeSecret(two.getPublicKey('hex'), 'hex', 'hex'),
    one instanceof crypto.DiffieHellman, crypto.DiffieHellman(64) instanceof crypto.DiffieHellman].join(' ');
});
