// Options that cannot be used: what is thrown, and what is not.
var crypto = require('crypto');
var https = require('https');
var tls = require('tls');
var pems = require('./lib/pems');

function attempt(name, call) {
  try {
    var made = call();
    console.log(name, 'gives', typeof made);
  } catch (error) {
    console.log(name, 'throws', pems.error(error));
  }
}
function server(options) { return function () { return tls.createServer(options); }; }
var ok = pems.options('server');
var key = pems.read('encrypted.key');
var pfx = pems.read('server.pfx');

attempt('nothing', server());
attempt('empty', server({}));
attempt('only a key', server({key: ok.key}));
attempt('only a certificate', server({cert: ok.cert}));
attempt('https without', function () { return https.createServer({}, function () {}); });
attempt('https with nothing', function () { return https.createServer(); });
attempt('key as text', server({key: String(ok.key), cert: String(ok.cert)}));
attempt('key of garbage', server({key: 'garbage', cert: ok.cert}));
attempt('certificate of garbage', server({key: ok.key, cert: 'garbage'}));
attempt('key and certificate swapped', server({key: ok.cert, cert: ok.key}));
attempt('key is a number', server({key: 5, cert: ok.cert}));
attempt('passphrase', server({key: key, cert: ok.cert, passphrase: 'secret'}));
attempt('passphrase of a number', server({key: key, cert: ok.cert, passphrase: 5}));
attempt('wrong passphrase', server({key: key, cert: ok.cert, passphrase: 'wrong'}));
attempt('needless passphrase', server({key: ok.key, cert: ok.cert, passphrase: 'wrong'}));
attempt('pfx', server({pfx: pfx, passphrase: 'secret'}));
attempt('pfx, wrong passphrase', server({pfx: pfx, passphrase: 'wrong'}));
attempt('pfx, no passphrase', server({pfx: pfx}));
attempt('pfx of garbage', server({pfx: new Buffer('garbage'), passphrase: 'x'}));
attempt('pfx of a letter', server({pfx: new Buffer('x'), passphrase: 'x'}));
attempt('pfx of nothing', server({pfx: new Buffer(0), passphrase: 'x'}));
attempt('pfx of a number in DER', server({pfx: new Buffer([2, 1, 1]), passphrase: 'x'}));
attempt('pfx of a sequence in DER', server({pfx: new Buffer([48, 3, 2, 1, 3]), passphrase: 'x'}));
attempt('pfx of a number', server({pfx: 5, passphrase: 'x'}));
attempt('pfx of a chain', server({pfx: pems.read('chain.pfx'), passphrase: 'secret'}));
attempt('ca of garbage', server({key: ok.key, cert: ok.cert, ca: 'garbage'}));
attempt('ca, an empty list', server({key: ok.key, cert: ok.cert, ca: []}));
attempt('crl of garbage', server({key: ok.key, cert: ok.cert, crl: 'garbage'}));
attempt('crl', server({key: ok.key, cert: ok.cert, ca: pems.ca, crl: pems.read('ca.crl')}));
attempt('ciphers', server({key: ok.key, cert: ok.cert, ciphers: 'AES128-SHA'}));
attempt('ciphers is a number', server({key: ok.key, cert: ok.cert, ciphers: 5}));
attempt('sessionIdContext', server({key: ok.key, cert: ok.cert, sessionIdContext: 'mine'}));
attempt('handshakeTimeout', server({key: ok.key, cert: ok.cert, handshakeTimeout: 100}));
attempt('handshakeTimeout as text', server({key: ok.key, cert: ok.cert, handshakeTimeout: '100'}));
attempt('handshakeTimeout of 0', server({key: ok.key, cert: ok.cert, handshakeTimeout: 0}));
attempt('requestCert', server({key: ok.key, cert: ok.cert, requestCert: true, rejectUnauthorized: true}));
['SSLv2_method', 'SSLv3_method', 'SSLv23_method', 'SSLv23_server_method', 'TLSv1_method', 'TLSv1_client_method',
 'TLSv1_server_method', 'TLSv1_1_method', 'TLSv1_2_method', 'nonsense', '', 5].forEach(function (method) {
  if (/SSLv[23]_/.test(method)) return;
  attempt('secureProtocol ' + method, server({key: ok.key, cert: ok.cert, secureProtocol: method}));
});
attempt('addContext without credentials', function () { tls.createServer(ok).addContext('a.b'); });
attempt('addContext', function () { tls.createServer(ok).addContext('a.b', ok); });
attempt('addContext of garbage', function () { tls.createServer(ok).addContext('a.b', {key: 'garbage', cert: ok.cert}); });
attempt('NPNProtocols', server({key: ok.key, cert: ok.cert, NPNProtocols: ['a', 'b']}));
attempt('createCredentials', function () { return crypto.createCredentials(); });
attempt('createCredentials with a key', function () { return crypto.createCredentials(ok); });
attempt('createCredentials with garbage', function () { return crypto.createCredentials({key: 'garbage'}); });
attempt('createCredentials with garbage', function () { return crypto.createCredentials({cert: 'garbage'}); });
attempt('createCredentials with a key only', function () { return crypto.createCredentials({key: ok.key}); });
attempt('createCredentials with another key', function () {
  return crypto.createCredentials({key: pems.read('server.key'), cert: pems.read('self.pem')});
});
attempt('secureProtocol of credentials', function () { return crypto.createCredentials({secureProtocol: 'nonsense'}); });
attempt('new Credentials', function () { return new crypto.Credentials(); });
attempt('Credentials', function () { return crypto.Credentials() instanceof crypto.Credentials; });
var made = crypto.createCredentials(ok);
console.log(Object.keys(made), typeof made.context, made instanceof crypto.Credentials);
console.log(tls.CLIENT_RENEG_LIMIT, tls.CLIENT_RENEG_WINDOW, tls.SLAB_BUFFER_SIZE, Object.keys(tls).sort().join(' '));
console.log(Object.keys(https).sort().join(' '));
var shown = tls.createServer(ok);
console.log(shown instanceof tls.Server, shown instanceof require('net').Server, tls.Server(ok) instanceof tls.Server);
console.log(String(shown.key) === String(ok.key), String(shown.cert) === String(ok.cert), shown.requestCert, shown.rejectUnauthorized,
  String(shown.ciphers), String(shown.pfx), String(shown.passphrase), String(shown.ca), String(shown.honorCipherOrder),
  String(shown.secureProtocol), String(shown.NPNProtocols), typeof shown.SNICallback, String(shown.sessionIdContext));
