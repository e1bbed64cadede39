// Sessions: what a client gets, offers and resumes; newSession and resumeSession of a server with a store.
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function connect(port, side, more, done) {
  var options = {port: port, host: '127.0.0.1', rejectUnauthorized: false};
  for (var key in more) options[key] = more[key];
  var session;
  var client = tls.connect(options, function () {
    session = client.getSession();
    wire.log(side, 'secureConnect', client.isSessionReused(), Buffer.isBuffer(session), typeof session, client.authorized,
      String(client.authorizationError), JSON.stringify(client.getPeerCertificate().subject));
  });
  client.on('error', function (error) { wire.log(side, pems.error(error)); });
  client.on('close', function () {
    wire.log(side, 'close', String(client.getSession()), String(client.isSessionReused()));
    done(session);
  });
  client.resume();
}

function twice(name, options, listen, more, next) {
  var stored = {};
  pems.serve(options, function (stream) {
    wire.log(name + ' server', 'secureConnection', stream.isSessionReused(), stream.authorized,
      String(stream.authorizationError), JSON.stringify(stream.getPeerCertificate().subject));
    stream.end('x');
  }, function (port, server) {
    listen(server, stored, name + ' server');
    connect(port, name + ' client 1', more, function (session) {
      var again = {session: session};
      for (var key in more) again[key] = more[key];
      connect(port, name + ' client 2', again, function () {
        connect(port, name + ' client 3', more, function () {
          server.close();
          next();
        });
      });
    });
  });
}

function nothing() {}
function store(server, stored, side) {
  server.on('newSession', function (id, data) {
    wire.log(side, 'newSession', arguments.length, Buffer.isBuffer(id), id.length, Buffer.isBuffer(data));
    stored[id.toString('hex')] = data;
  });
  server.on('resumeSession', function (id, callback) {
    wire.log(side, 'resumeSession', arguments.length, id.length, id.toString('hex') in stored);
    setTimeout(function () { callback(null, stored[id.toString('hex')] || null); }, 5);
  });
}
function forget(server, stored, side) {
  server.on('resumeSession', function (id, callback) {
    wire.log(side, 'resumeSession', id.length);
    callback(null, null);
  });
}
function onlyNew(server, stored, side) {
  server.on('newSession', function (id) { wire.log(side, 'newSession', id.length); });
}
var NO_TICKET = require('constants').SSL_OP_NO_TICKET;
var server = pems.options('server');
var ticketless = pems.options('server', {secureOptions: NO_TICKET});
var asks = {requestCert: true, ca: [pems.ca]};

[
  ['plain', server, nothing, {}],
  ['ticketless', ticketless, nothing, {}],
  ['store', ticketless, store, {}],
  ['forget', ticketless, forget, {}],
  ['only new', ticketless, onlyNew, {}],
  ['only new and tickets', server, onlyNew, {}],
  ['asks', pems.options('server', asks), nothing, pems.options('client')],
  ['asks stranger', pems.options('server', asks), nothing, pems.options('stranger')],
  ['asks nobody', pems.options('server', asks), nothing, {}]
].reduceRight(function (next, test) {
  return function () { twice(test[0], test[1], test[2], test[3], next); };
}, nothing)();
