// setTimeout of both sides, a handshake that takes too long, and the settings that streams pass on.
var net = require('net');
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function idle(next) {
  var server = pems.serve(pems.options('server'), function (stream) {
    stream.setTimeout(40, function () {
      wire.log('server', 'timeout', arguments.length);
      stream.end('late');
    });
    wire.log('server', String(stream.setNoDelay(true)), String(stream.setKeepAlive(true, 1000)));
  }, function (port) {
    var client = tls.connect(port, {rejectUnauthorized: false}, function () {
      client.setTimeout(500, function () { wire.log('client', 'never'); });
    });
    client.on('data', function (data) { wire.log('client', String(data)); });
    client.on('close', function () { server.close(next); });
  });
}

function slow(next) {
  var server = pems.serve(pems.options('server', {handshakeTimeout: 60}), function () {}, function (port) {
    var socket = net.connect(port, '127.0.0.1');
    socket.on('close', function () { server.close(next); });
    socket.resume();
    server.on('clientError', function () { socket.destroy(); });
  });
  server.once('clientError', function (error, pair) {
    wire.log('slow', 'clientError', pems.error(error), typeof pair.cleartext);
  });
}

function silent(next) {
  var server = net.createServer(function (socket) {
    socket.on('error', function () {});
    socket.resume();
  });
  server.listen(0, '127.0.0.1', function () {
    var client = tls.connect(server.address().port, {rejectUnauthorized: false});
    client.setTimeout(40);
    client.on('timeout', function () { wire.log('silent', 'timeout'); client.destroy(); });
    client.on('error', function (error) { wire.log('silent', pems.error(error)); });
    client.on('close', function () { wire.log('silent', 'close'); server.close(next); });
  });
}
idle(function () { slow(function () { silent(function () {}); }); });
