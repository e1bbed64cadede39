var check = require('../../checks').check, note = require('../../checks').note, thrown = require('../../checks').thrown;
var http = require('http'), https = require('https'), net = require('net'), tls = require('tls');
var pems = require('../compare/programs/lib/pems');

var SERVER = pems.options('server');

function hello(request, response) { response.end(request.method + ' ' + request.url); }

/** Serve with `options` and `listener` while `use(port, end, server)` goes on; `end(value…)` closes and is done. */
function serving(options, listener, done, use) {
  var server = https.createServer(options, listener);
  server.listen(0, '127.0.0.1', function () {
    use(server.address().port, function () {
      var seen = arguments;
      server.close();
      done.apply(null, seen);
    }, server);
  });
}

/** The options of a request that takes `server` for what it says it is. */
function trusting(port, more) {
  var options = {host: 'localhost', port: port, ca: [pems.ca], agent: false};
  for (var name in more) options[name] = more[name];
  return options;
}

function whole(response, done) {
  var text = '';
  response.on('data', function (piece) { text += piece; });
  response.on('end', function () { done(text); });
}

/** What a server of `options` answers a request with `more` options; or the error that comes of it. */
function answered(options, more, done, listener) {
  serving(options, listener || hello, done, function (port, end) {
    https.get(trusting(port, more), function (response) { whole(response, end); }).on('error', function (error) { end(pems.error(error)); });
  });
}

function who(request, response) {
  response.end(String([request.client.authorized, (request.connection.getPeerCertificate().subject || {}).CN]));
}

check('https createServer(options, requestListener)', function (done) {
  var server = https.createServer(SERVER, hello);
  done(server instanceof https.Server, server.listeners('request')[0] === hello, thrown(function () { https.createServer({}); }));
});
check('https Server', function (done) {
  done(new https.Server(SERVER) instanceof tls.Server, https.Server(SERVER) instanceof net.Server, https.createServer(SERVER) instanceof http.Server);
});
check('https request(options, callback)', function (done) {
  serving(SERVER, hello, done, function (port, end) {
    var request = https.request(trusting(port, {method: 'POST', path: '/x'}), function (response) {
      whole(response, function (text) { end(request instanceof http.ClientRequest, response.statusCode, text); });
    });
    request.end();
  });
});
check('https request(url, callback)', function (done) {
  serving(SERVER, hello, done, function (port, end) {
    var request = https.request('https://localhost:' + port + '/x', function () {});
    request.on('error', function (error) { end(error.message); });
    request.end();
  });
});
check('https get(options, callback)', function (done) {
  serving(SERVER, hello, done, function (port, end) {
    https.get(trusting(port, {path: '/x'}), function (response) { whole(response, end); });
  });
});
check('https Agent', function (done) {
  var agent = new https.Agent();
  done(agent instanceof https.Agent, agent instanceof http.Agent, agent.maxSockets, agent.defaultPort);
});
check('https globalAgent', function (done) {
  serving(SERVER, hello, done, function (port, end) {
    var options = trusting(port, {rejectUnauthorized: false});
    delete options.agent;
    var request = https.get(options, function (response) {
      whole(response, function (text) { end(https.globalAgent instanceof https.Agent, text); });
    });
  });
});

check('https.Server option key and cert', function (done) { answered({key: SERVER.key, cert: SERVER.cert}, {}, done); });
check('https.Server option pfx and passphrase', function (done) {
  answered({pfx: pems.read('server.pfx'), passphrase: 'secret'}, {}, done);
});
check('https.Server option ca and requestCert', function (done) {
  answered(pems.options('server', {ca: [pems.ca], requestCert: true, rejectUnauthorized: false}), pems.options('client'), done, who);
});
check('https.Server option rejectUnauthorized', function (done) {
  var strict = pems.options('server', {ca: [pems.ca], requestCert: true, rejectUnauthorized: true});
  answered(strict, pems.options('client'), function (welcome) {
    answered(strict, pems.options('self'), function (refused) { done(welcome, refused); }, who);
  }, who);
});
check('https.Server listen(port, callback)', function (done) {
  var server = https.createServer(SERVER, hello);
  server.listen(0, function () {
    https.get(trusting(server.address().port), function (response) {
      server.close();
      whole(response, done);
    });
  });
});
check('https.Server close(callback)', function (done) {
  var server = https.createServer(SERVER, hello).listen(0, function () { server.close(function () { done(arguments.length); }); });
});
check('https.Server event request(request, response)', function (done) {
  serving(SERVER, undefined, done, function (port, end, server) {
    var seen;
    server.on('request', function (request, response) {
      seen = [arguments.length, request instanceof http.IncomingMessage, response instanceof http.ServerResponse];
      response.end();
    });
    https.get(trusting(port), function (response) { whole(response, function () { end(seen); }); });
  });
});
check('https.Server event clientError(exception, socket)', function (done) {
  serving(SERVER, hello, done, function (port, end, server) {
    var client = net.connect(port).on('error', function () {});
    server.once('clientError', function (exception, socket) {
      client.destroy();
      end(exception instanceof Error, typeof socket);
    });
    client.write('this is no TLS at all');
  });
});

check('https.request option host', function (done) {
  answered(SERVER, {host: '127.0.0.1'}, done, function (request, response) { response.end(request.headers.host.split(':')[0]); });
});
check('https.request option hostname', function (done) { answered(SERVER, {host: 'nowhere.invalid', hostname: 'localhost'}, done); });
check('https.request option port default', function (done) {
  var agent = new https.Agent(), options = {host: '127.0.0.1', agent: agent}, request = https.request(options);
  request.on('error', function () {});
  done(Object.keys(agent.sockets), request.getHeader('host'), options.port);
  request.abort();
});
check('https.request option path', function (done) { answered(SERVER, {path: '/index.html?page=12'}, done); });
check('https.request option method', function (done) { answered(SERVER, {method: 'DELETE'}, done); });
check('https.request option headers', function (done) {
  answered(SERVER, {headers: {'X-A': 'b'}}, done, function (request, response) { response.end(request.headers['x-a']); });
});
check('https.request option auth', function (done) {
  answered(SERVER, {auth: 'user:password'}, done, function (request, response) { response.end(request.headers.authorization); });
});
check('https.request option agent: an Agent', function (done) {
  serving(SERVER, hello, done, function (port, end) {
    var agent = new https.Agent({ca: pems.ca});
    var request = https.get({host: 'localhost', port: port, agent: agent}, function (response) {
      var name = Object.keys(agent.sockets)[0].replace(port, 'PORT');
      whole(response, function (text) { end(request.agent === agent, name, text); });
    });
  });
});
check('https.request option agent: false', function (done) {
  answered(SERVER, {agent: false}, done, function (request, response) { response.end(request.headers.connection); });
});

var WANTING = pems.options('server', {ca: [pems.ca], requestCert: true, rejectUnauthorized: false});

check('https.request option key and cert', function (done) {
  answered(WANTING, {key: pems.read('client.key'), cert: pems.read('client.pem')}, done, who);
});
check('https.request option pfx and passphrase', function (done) {
  answered(WANTING, {pfx: pems.read('server.pfx'), passphrase: 'secret'}, done, who);
});
check('https.request option passphrase', function (done) {
  answered(WANTING, {key: pems.read('encrypted.key'), cert: SERVER.cert, passphrase: 'secret'}, done, who);
});
check('https.request option ca', function (done) {
  answered(SERVER, {ca: pems.ca}, function (trusted) { answered(SERVER, {ca: pems.read('otherca.pem')}, function (refused) { done(trusted, refused); }); });
});
check('https.request option ciphers', function (done) {
  answered(SERVER, {ciphers: 'AES256-SHA'}, done, function (request, response) {
    response.end(request.connection.getCipher().name);
  });
});
check('https.request option rejectUnauthorized', function (done) {
  answered(pems.options('self'), {}, function (refused) {
    answered(pems.options('self'), {rejectUnauthorized: false}, function (text) { done(refused, text); });
  });
});
check('https.request option secureProtocol', function (done) {
  done(thrown(function () { https.get(trusting(1, {secureProtocol: 'nonsense'})).on('error', function () {}); }));
});
check('https.Server connection.verifyPeer(), which 0.10.15 had no more', function (done) {
  answered(SERVER, {}, done, function (request, response) { response.end(typeof request.connection.verifyPeer); });
});
check('https.Server connection.getPeerCertificate()', function (done) {
  answered(WANTING, pems.options('client'), done, function (request, response) {
    response.end(JSON.stringify(request.connection.getPeerCertificate().subject));
  });
});
