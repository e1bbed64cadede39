// Several names on one server: addContext with wildcards, SNICallback, and what a client that asks for none gets.
var crypto = require('crypto');
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function ask(port, side, servername, done) {
  var options = {port: port, host: '127.0.0.1', ca: [pems.ca], rejectUnauthorized: false};
  if (servername !== undefined) options.servername = servername;
  var client = tls.connect(options, function () {
    wire.log(side, String(servername), client.getPeerCertificate().subject.CN, client.authorized,
      String(client.authorizationError));
  });
  client.on('error', function (error) { wire.log(side, pems.error(error)); });
  client.on('close', done);
  client.resume();
}
function run(side, server, next) {
  var names = ['a.example.com', 'A.EXAMPLE.com', 'b.example.com', 'a.b.example.com', 'x.wild.org', 'wild.org', 'x.y.wild.org',
    'rich', 'localhost', undefined, '127.0.0.1', 'nowhere'];
  server.on('secureConnection', function (stream) {
    wire.log(side + ' server', String(stream.servername), typeof stream.servername);
    stream.end();
  });
  server.on('clientError', function (error) { wire.log(side + ' server', 'clientError', pems.error(error)); });
  server.listen(0, '127.0.0.1', function () {
    (function again() {
      if (!names.length) return server.close(next);
      ask(server.address().port, side, names.shift(), again);
    })();
  });
}

var contexts = tls.createServer(pems.options('server'));
contexts.addContext('a.example.com', pems.options('elsewhere'));
contexts.addContext('*.wild.org', pems.options('cn'));
contexts.addContext('b.*', pems.options('self'));
contexts.addContext('rich', crypto.createCredentials ? pems.options('rich') : null);
contexts.addContext('rich', pems.options('self'));
run('contexts', contexts, function () {
  var asked = [];
  var given = tls.createServer(pems.options('server', {SNICallback: function (name) {
    asked.push(name + ' ' + arguments.length);
    if (/example/.test(name)) return crypto.createCredentials(pems.options('elsewhere')).context;
    if (/wild/.test(name)) return null;
  }}));
  run('callback', given, function () {
    wire.log('callback asked', asked.join(', '));
    var replaced = tls.createServer(pems.options('server'));
    replaced.SNICallback = function (name) { asked.push(name); return crypto.createCredentials(pems.options('cn')).context; };
    replaced.addContext('a.example.com', pems.options('elsewhere'));
    run('replaced', replaced, function () {});
  });
});
