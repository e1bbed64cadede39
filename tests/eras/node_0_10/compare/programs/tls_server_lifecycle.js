// A server of TLS as a server: forms of listen, address, counts, close with connections, listeners that were added later.
var net = require('net');
var tls = require('tls');
var pems = require('./lib/pems');
var scratch = require('./lib/scratch');
var wire = require('./lib/wire');

function connect(options, name, done) {
  options.rejectUnauthorized = false;
  var client = tls.connect(options, function () { wire.log(name, 'secureConnect'); });
  var got = '';
  client.on('data', function (data) { got += data; });
  client.on('error', function (error) { wire.log(name, pems.error(error)); });
  client.on('close', function () { wire.log(name, got); done(); });
  return client;
}
function steps(list) {
  var step = list.shift();
  if (step) step(function () { steps(list); });
}
steps([
  function path(next) {
    var server = tls.createServer(pems.options('server'));
    server.on('secureConnection', function (stream) {
      wire.log('path', String(stream.remoteAddress));
      stream.end('over unix');
    });
    server.listen(scratch.at('sock'), function () {
      wire.log('path', server.address() === scratch.at('sock'));
      var client = tls.connect({socket: net.connect(scratch.at('sock')), rejectUnauthorized: false}, function () {});
      client.on('data', function (data) { wire.log('path client', String(data)); });
      client.on('close', function () { server.close(next); });
    });
  },
  function several(next) {
    var server = tls.createServer(pems.options('server'), function (stream) { wire.log('several', 1); stream.write('a'); });
    server.on('secureConnection', function (stream) { wire.log('several', 2); stream.end('b'); });
    server.listen(0, '127.0.0.1', 5, function () {
      var address = server.address();
      wire.log('several', address.address, address.family, address.port > 0);
      connect({port: address.port, host: '127.0.0.1'}, 'several client', function () { server.close(next); });
    });
  },
  function closing(next) {
    var open;
    var server = tls.createServer(pems.options('server'), function (stream) {
      open = stream;
      server.close(function () { wire.log('closing', 'closed'); next(); });
      server.getConnections(function (error, count) { wire.log('closing', 'connections', count); });
      stream.on('close', function () { wire.log('closing', 'stream close'); });
      setTimeout(function () { stream.end('late'); }, 20);
    });
    server.on('close', function () { wire.log('closing', 'close'); });
    server.listen(0, '127.0.0.1', function () {
      connect({port: server.address().port, host: '127.0.0.1'}, 'closing client', function () {});
    });
  },
  function twice(next) {
    var first = net.createServer().listen(0, '127.0.0.1', function () {
      var server = tls.createServer(pems.options('server'));
      server.on('error', function (error) { wire.log('twice', pems.error(error)); first.close(next); });
      server.listen(first.address().port, '127.0.0.1');
    });
  },
  function notListening(next) {
    var server = tls.createServer(pems.options('server'));
    try { server.close(); wire.log('not listening', 'closed'); } catch (error) { wire.log('not listening', pems.error(error)); }
    next();
  }
]);
