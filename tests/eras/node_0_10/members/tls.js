var check = require('../../checks').check, note = require('../../checks').note, thrown = require('../../checks').thrown;
var crypto = require('crypto'), net = require('net'), os = require('os'), path = require('path'), stream = require('stream'), tls = require('tls');
var pems = require('../compare/programs/lib/pems');

function hello(cleartext) { cleartext.end('hello'); }
function quiet(cleartext) { cleartext.resume(); }

/** The options of a client that takes `server` for what it says it is. */
function trusting(port, more) {
  var options = {host: '127.0.0.1', port: port, ca: [pems.ca], servername: 'localhost'};
  for (var name in more) options[name] = more[name];
  return options;
}

/** Serve with `options` and `listener` while `use(port, end, server)` goes on; `end(value…)` closes and is done. */
function serving(options, listener, done, use) {
  var server = pems.serve(options, listener, function (port) {
    use(port, function () {
      var seen = arguments;
      server.close();
      done.apply(null, seen);
    }, server);
  });
}

function heard(readable, done) {
  var text = '';
  readable.on('data', function (piece) { text += piece; });
  readable.on('end', function () { done(text); });
}

/** What becomes of a client of `more` options at a server of `options`: the text it hears, or its error. */
function met(options, more, done, listener) {
  serving(options, listener || hello, done, function (port, end) {
    var client = tls.connect(trusting(port, more)), text = '', error;
    client.on('data', function (piece) { text += piece; });
    client.on('error', function (met) { error = pems.error(met); });
    client.on('close', function () { end(error || text, client.authorized, client.authorizationError); });
  });
}

var SERVER = pems.options('server'), WANTING = pems.options('server', {ca: [pems.ca], requestCert: true, rejectUnauthorized: false});

function who(cleartext) { cleartext.end(String([cleartext.authorized, (cleartext.getPeerCertificate().subject || {}).CN])); }

check('tls createServer(options, secureConnectionListener)', function (done) {
  var server = tls.createServer(SERVER, hello);
  done(server instanceof tls.Server, server instanceof net.Server, server.listeners('secureConnection')[0] === hello,
    thrown(function () { tls.createServer({}); }));
});
check('tls Server', function (done) { done(new tls.Server(SERVER) instanceof tls.Server, tls.Server(SERVER) instanceof net.Server); });
check('tls connect(options, secureConnectListener)', function (done) {
  serving(SERVER, hello, done, function (port, end) {
    var log = [], client = tls.connect(trusting(port), function () { log.push('secure ' + arguments.length); });
    heard(client, function (text) { end(client instanceof stream, log, text); });
  });
});
check('tls connect(port, host, options, secureConnectListener)', function (done) {
  serving(SERVER, hello, done, function (port, end) {
    var log = [], client = tls.connect(port, '127.0.0.1', {ca: pems.ca}, function () { log.push('secure'); });
    heard(client, function (text) { end(log, text); });
  });
});
check('tls connect(port, options)', function (done) {
  serving(SERVER, hello, done, function (port, end) { heard(tls.connect(port, {ca: pems.ca}), end); });
});
check('tls connect(port, secureConnectListener)', function (done) {
  serving(SERVER, quiet, done, function (port, end) {
    var log = [], client = tls.connect(port, function () { log.push('secure'); });
    client.on('error', function (error) { log.push(error.message); });
    client.on('close', function () { end(log); });
  });
});
check('tls createSecurePair(credentials, isServer, requestCert, rejectUnauthorized)', function (done) {
  var server = tls.createSecurePair(crypto.createCredentials(SERVER), true, false, false);
  var client = tls.createSecurePair(crypto.createCredentials({ca: pems.ca}), false, true, false);
  server.encrypted.pipe(client.encrypted).pipe(server.encrypted);
  server.on('secure', function () { server.cleartext.write('hi'); });
  client.cleartext.once('data', function (chunk) {
    done(String(chunk), client.cleartext instanceof stream, client.encrypted instanceof stream);
  });
});
check('tls getCiphers()', function (done) {
  var names = tls.getCiphers();
  done(Array.isArray(names), names.indexOf('aes256-sha') >= 0, names.every(function (name) { return name === name.toLowerCase(); }));
});
check('tls checkServerIdentity(host, cert)', function (done) {
  var cert = {subject: {CN: 'a.com'}, subjectaltname: 'DNS:*.b.com, IP Address:127.0.0.1'};
  done(['a.com', 'x.b.com', 'b.com', '127.0.0.1'].map(function (host) { return tls.checkServerIdentity(host, cert); }));
});
check('tls SLAB_BUFFER_SIZE', function (done) { done(tls.SLAB_BUFFER_SIZE); });
check('tls CLIENT_RENEG_LIMIT', function (done) { done(tls.CLIENT_RENEG_LIMIT); });
check('tls CLIENT_RENEG_WINDOW', function (done) { done(tls.CLIENT_RENEG_WINDOW); });

check('tls.Server option key and cert', function (done) { met({key: SERVER.key, cert: SERVER.cert}, {}, done); });
check('tls.Server option pfx and passphrase', function (done) {
  met({pfx: pems.read('server.pfx'), passphrase: 'secret'}, {}, function () {
    done.apply(null, arguments);
  });
});
check('tls.Server option passphrase', function (done) {
  met({key: pems.read('encrypted.key'), cert: SERVER.cert, passphrase: 'secret'}, {}, done);
});
check('tls.Server option ca', function (done) { met(WANTING, pems.options('client'), done, who); });
check('tls.Server option crl', function (done) {
  met(pems.options('server', {ca: [pems.ca], crl: pems.read('ca.crl'), requestCert: true, rejectUnauthorized: false}), pems.options('revoked'), done, function (cleartext) {
    cleartext.end(String([cleartext.authorized, cleartext.authorizationError]));
  });
});
check('tls.Server option ciphers', function (done) {
  met(pems.options('server', {ciphers: 'AES256-SHA'}), {}, done, function (cleartext) {
    cleartext.end(cleartext.getCipher().name);
  });
});
check('tls.Server option handshakeTimeout', function (done) {
  serving(pems.options('server', {handshakeTimeout: 30}), hello, done, function (port, end, server) {
    var client = net.connect(port).on('error', function () {});
    server.once('clientError', function (error) {
      client.destroy();
      end(error.message);
    });
  });
});
check('tls.Server option honorCipherOrder', function (done) {
  met(pems.options('server', {ciphers: 'AES256-SHA:AES128-SHA', honorCipherOrder: true}),
    {ciphers: 'AES128-SHA:AES256-SHA'}, done, function (cleartext) { cleartext.end(cleartext.getCipher().name); });
});
check('tls.Server option requestCert', function (done) {
  met(pems.options('server', {ca: [pems.ca], requestCert: false}), pems.options('client'), function (unasked) {
    met(WANTING, pems.options('client'), function (asked) { done(unasked, asked); }, who);
  }, who);
});
check('tls.Server option rejectUnauthorized', function (done) {
  serving(pems.options('server', {ca: [pems.ca], requestCert: true, rejectUnauthorized: true}), hello, done, function (port, end) {
    var client = tls.connect(trusting(port)), log = [];
    note(log, client, 'data');
    client.on('error', function () {});
    client.on('close', function () { end(log); });
  });
});
check('tls.Server option NPNProtocols', function (done) {
  met(pems.options('server', {NPNProtocols: ['a', 'b']}), {NPNProtocols: ['b']}, done, function (cleartext) {
    cleartext.end(String(cleartext.npnProtocol));
  });
});
check('tls.Server option SNICallback', function (done) {
  var asked = [];
  serving(pems.options('self', {SNICallback: function (name) {
    asked.push(name);
    return crypto.createCredentials(SERVER).context;
  }}), hello, done, function (port, end) {
    var client = tls.connect(trusting(port));
    heard(client, function (text) { end(text, asked, client.authorized); });
  });
});
check('tls.Server option sessionIdContext', function (done) { met(pems.options('server', {sessionIdContext: 'mine'}), {}, done); });
check('tls.Server option secureProtocol', function (done) {
  done(thrown(function () { tls.createServer(pems.options('server', {secureProtocol: 'nonsense'})); }));
});
check('tls.Server listen(port, host, callback)', function (done) {
  var server = tls.createServer(SERVER, hello), log = [];
  var given = server.listen(0, '127.0.0.1', function () {
    heard(tls.connect(trusting(server.address().port)), function (text) {
      server.close();
      done(given === server, text);
    });
  });
});
check('tls.Server close(callback)', function (done) {
  var server = pems.serve(SERVER, hello, function () { server.close(function () { done(thrown(function () { server.close(); })); }); });
});
check('tls.Server address()', function (done) {
  serving(SERVER, hello, done, function (port, end, server) { end(server.address().family, server.address().port === port); });
});
check('tls.Server addContext(hostname, credentials)', function (done) {
  serving(pems.options('self'), hello, done, function (port, end, server) {
    server.addContext('localhost', SERVER);
    var client = tls.connect(trusting(port));
    heard(client, function (text) { end(text, client.authorized); });
  });
});
check('tls.Server maxConnections', function (done) {
  serving(SERVER, quiet, done, function (port, end, server) {
    server.maxConnections = 1;
    var first = tls.connect(trusting(port), function () {
      var second = net.connect(port);
      second.on('error', function () {});
      second.on('close', function () {
        first.on('close', function () { end(server.maxConnections); });
        first.end();
      });
      second.resume();
    });
  });
});
check('tls.Server connections', function (done) {
  serving(SERVER, function (cleartext) { cleartext.end(String(server.connections)); }, done, function (port, end, made) {
    server = made;
    heard(tls.connect(trusting(port)), end);
  });
  var server;
});
check('tls.Server event secureConnection(cleartextStream)', function (done) {
  serving(SERVER, undefined, done, function (port, end, server) {
    server.on('secureConnection', function (cleartext) {
      end(cleartext instanceof stream, this === server);
      cleartext.end();
    });
    tls.connect(trusting(port)).resume();
  });
});
check('tls.Server event clientError(exception, securePair)', function (done) {
  serving(SERVER, hello, done, function (port, end, server) {
    var client = net.connect(port).on('error', function () {});
    server.once('clientError', function (exception, pair) {
      client.destroy();
      end(arguments.length, exception instanceof Error, typeof pair.cleartext);
    });
    client.write('this is no TLS at all');
  });
});

/** What a server with its own store of sessions tells of two visits of one client. */
function visitedTwice(done) {
  var server = pems.serve(pems.options('server', {secureOptions: require('constants').SSL_OP_NO_TICKET}), hello, function (port) {
    var log = [], stored = {};
    server.on('newSession', function (sessionId, sessionData) {
      log.push('newSession', arguments.length, Buffer.isBuffer(sessionId), Buffer.isBuffer(sessionData));
      stored[sessionId.toString('hex')] = sessionData;
    });
    server.on('resumeSession', function (sessionId, callback) {
      log.push('resumeSession', arguments.length, Buffer.isBuffer(sessionId), typeof callback);
      callback(null, stored[sessionId.toString('hex')]);
    });
    visit(null, function (session) {
      visit(session, function (session, reused) {
        server.close();
        done(log, reused);
      });
    });
    function visit(session, then) {
      var client = tls.connect(trusting(port, {session: session}), function () {
        var got = client.getSession(), reused = client.isSessionReused();
        client.on('close', function () { then(got, reused); });
      });
      client.resume();
    }
  });
}

check('tls.Server event newSession(sessionId, sessionData)', visitedTwice);
check('tls.Server event resumeSession(sessionId, callback)', visitedTwice);
check('tls.connect option host and port', function (done) {
  var server = tls.createServer(SERVER, hello).listen(0, function () {
    var options = {host: '127.0.0.2', port: server.address().port, rejectUnauthorized: false};
    var client = tls.connect(options, function () {
      var seen = client.remoteAddress;
      heard(client, function (text) {
        server.close();
        done(seen, text);
      });
    });
  });
});
check('tls.connect option socket', function (done) {
  serving(SERVER, hello, done, function (port, end) {
    heard(tls.connect({socket: net.connect(port), ca: [pems.ca], servername: 'localhost'}), end);
  });
});
check('tls.connect option path', function (done) {
  var unix = path.join(os.tmpdir(), 'eras-tls-' + process.pid + '.sock'), server = tls.createServer(SERVER, hello);
  server.listen(unix, function () {
    heard(tls.connect({path: unix, ca: [pems.ca], servername: 'localhost'}), function (text) {
      server.close();
      done(text);
    });
  });
});
check('tls.connect option key and cert', function (done) {
  met(WANTING, {key: pems.read('client.key'), cert: pems.read('client.pem')}, done, who);
});
check('tls.connect option pfx and passphrase', function (done) {
  met(WANTING, {pfx: pems.read('server.pfx'), passphrase: 'secret'}, done, who);
});
check('tls.connect option passphrase', function (done) {
  met(WANTING, {key: pems.read('encrypted.key'), cert: SERVER.cert, passphrase: 'secret'}, done, who);
});
check('tls.connect option ca', function (done) { met(SERVER, {ca: pems.ca}, done); });
check('tls.connect option rejectUnauthorized', function (done) {
  met(pems.options('self'), {}, function (refused) {
    met(pems.options('self'), {rejectUnauthorized: false}, function (text, authorized, error) { done(refused, text, authorized, error); });
  }, quiet);
});
check('tls.connect option NPNProtocols', function (done) {
  serving(pems.options('server', {NPNProtocols: ['a', 'b']}), hello, done, function (port, end) {
    var client = tls.connect(trusting(port, {NPNProtocols: ['b']}));
    heard(client, function () { end(client.npnProtocol); });
  });
});
check('tls.connect option servername', function (done) {
  met(SERVER, {servername: 'asked.example.org', rejectUnauthorized: false}, function (text) { done(text); }, function (cleartext) {
    cleartext.end(cleartext.servername);
  });
});
check('tls.connect option secureProtocol', function (done) {
  serving(SERVER, hello, done, function (port, end) {
    end(thrown(function () { tls.connect(trusting(port, {secureProtocol: 'nonsense'})); }));
  });
});

check('tls.CleartextStream event secureConnect()', function (done) {
  serving(SERVER, hello, done, function (port, end) {
    var client = tls.connect(trusting(port));
    client.on('secureConnect', function () {
      var seen = [arguments.length, this === client];
      heard(client, function (text) { end(seen, text); });
    });
  });
});
check('tls.CleartextStream authorized', function (done) {
  met(SERVER, {}, function (text, authorized) { met(pems.options('self'), {rejectUnauthorized: false}, function (text, other) { done(authorized, other); }); });
});
check('tls.CleartextStream authorizationError', function (done) {
  met(pems.options('self'), {rejectUnauthorized: false}, function (text, authorized, authorizationError) { done(authorizationError); });
});

/** What `show(client)` gives once a client is connected. */
function connected(show, done) {
  serving(SERVER, hello, done, function (port, end) {
    var client = tls.connect(trusting(port), function () {
      var seen = show(client, port);
      heard(client, function () { end.apply(null, seen); });
    });
  });
}

check('tls.CleartextStream getPeerCertificate()', function (done) {
  connected(function (client) {
    var certificate = client.getPeerCertificate();
    return [Object.keys(certificate).sort(), certificate.subject, certificate.issuer, certificate.subjectaltname];
  }, done);
});
check('tls.CleartextStream getCipher()', function (done) {
  connected(function (client) { return [Object.keys(client.getCipher()).sort(), typeof client.getCipher().name]; }, done);
});
check('tls.CleartextStream address()', function (done) {
  connected(function (client) { return [Object.keys(client.address()).sort(), client.address().address, client.address().family]; }, done);
});
check('tls.CleartextStream remoteAddress', function (done) { connected(function (client) { return [client.remoteAddress]; }, done); });
check('tls.CleartextStream remotePort', function (done) { connected(function (client, port) { return [client.remotePort === port]; }, done); });
check('tls.CryptoStream bytesWritten', function (done) {
  serving(SERVER, hello, done, function (port, end) {
    var client = tls.connect(trusting(port), function () {
      client.write('x', function () { heard(client, function () { end(typeof client.bytesWritten, client.bytesWritten > 0); }); });
    });
  });
});
check('tls.SecurePair event secure()', function (done) {
  var server = tls.createSecurePair(crypto.createCredentials(SERVER), true);
  var client = tls.createSecurePair(crypto.createCredentials({ca: pems.ca}), false, true, false), log = [];
  note(log, client, 'secure');
  server.encrypted.pipe(client.encrypted).pipe(server.encrypted);
  server.on('secure', function () { server.cleartext.write('hi'); });
  client.cleartext.once('data', function () { done(log); });
});
