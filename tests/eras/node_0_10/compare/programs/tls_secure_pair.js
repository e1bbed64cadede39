// createSecurePair between a program and its sockets, as those used it who began with plain text (STARTTLS).
var crypto = require('crypto');
var net = require('net');
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function watch(side, pair, socket) {
  pair.on('secure', function () {
    var problem = pair.ssl.verifyError();
    wire.log(side, 'secure', arguments.length, problem && problem.message, JSON.stringify(pair.cleartext.getPeerCertificate().subject),
      typeof pair.cleartext.getCipher().name, pair.ssl.isInitFinished());
  });
  pair.on('error', function (error) { wire.log(side, 'pair error', pems.error(error)); });
  ['end', 'close', 'error'].forEach(function (event) {
    pair.cleartext.on(event, function () { wire.log(side, 'cleartext', event); });
  });
  socket.on('close', function () { wire.log(side, 'socket close'); });
  pair.encrypted.pipe(socket);
  socket.pipe(pair.encrypted);
}

function run(name, server, client, requestCert, rejects, next) {
  var listener = net.createServer(function (socket) {
    socket.on('error', function () {});
    socket.write('220 ready\r\n');
    socket.once('data', function (data) {
      wire.log(name + ' server', JSON.stringify(String(data)));
      var pair = tls.createSecurePair(crypto.createCredentials(server), true, requestCert, rejects);
      watch(name + ' server', pair, socket);
      pair.cleartext.setEncoding('utf8');
      pair.cleartext.on('data', function (text) {
        wire.log(name + ' server', 'data', text);
        pair.cleartext.end('answer');
      });
      socket.write('220 go\r\n');
    });
  });
  listener.listen(0, '127.0.0.1', function () {
    var socket = net.connect(listener.address().port, '127.0.0.1');
    socket.on('error', function () {});
    socket.on('close', function () { listener.close(next); });
    socket.once('data', function () {
      socket.write('STARTTLS\r\n');
      socket.once('data', function () {
        var pair = tls.createSecurePair(crypto.createCredentials(client), false);
        watch(name + ' client', pair, socket);
        pair.cleartext.setEncoding('utf8');
        pair.cleartext.on('data', function (text) { wire.log(name + ' client', 'data', text); });
        pair.cleartext.write('question');
      });
    });
  });
}

var server = pems.options('server');
var asking = pems.options('server', {ca: [pems.ca]});
run('plain', server, {}, false, false, function () {
  run('asked', asking, pems.options('client', {ca: [pems.ca]}), true, false, function () {
    run('nobody', asking, {ca: [pems.ca]}, true, false, function () {
      wire.log('end', 'all');
    });
  });
});
var pair = tls.createSecurePair();
wire.log('default', typeof pair.cleartext, typeof pair.encrypted, pair.cleartext.pair === pair, pair.encrypted.pair === pair,
  pair instanceof require('events').EventEmitter, pair.cleartext.readable, pair.cleartext.writable, typeof pair.ssl);
pair.destroy();
