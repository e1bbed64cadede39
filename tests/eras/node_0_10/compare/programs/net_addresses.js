// Addresses of both ends, in time: before, while, and after the connection; TCP, IPv6, Unix.
var net = require('net');
var os = require('os');
var path = require('path');
var wire = require('./lib/wire');

var ports = {};
function port(number) { return number ? (ports[number] = ports[number] || 'PORT' + (Object.keys(ports).length + 1)) : number; }
function all(socket) {
  var address = socket.address();
  if (address && address.port) address.port = port(address.port);
  return [socket.remoteAddress, port(socket.remotePort), socket.localAddress, port(socket.localPort), typeof address === 'string' ? 'a path' : address];
}
function names(socket) { return ['remoteAddress', 'remotePort', 'localAddress', 'localPort', '_peername', '_sockname'].filter(function (name) { return socket[name] !== undefined; }); }
wire.log('client', 'new', all(new net.Socket()), names(new net.Socket()));
function pair(host, done) {
  var server = net.createServer(function (socket) {
    wire.log('server', host, socket.remoteAddress, socket.localAddress, typeof socket.remotePort, socket.localPort === server.address().port, socket.address().family);
    socket.end();
    socket.on('close', function () { wire.log('server', host, 'closed', socket.remoteAddress === undefined, socket.localAddress === undefined); });
    socket.resume();
  });
  server.listen(0, host, function () {
    port(server.address().port);
    var client = net.connect(server.address().port, host);
    wire.log('client', host, 'connecting', client.localAddress, client.localPort);
    client.on('connect', function () {
      wire.log('client', host, client.remoteAddress, client.localAddress, port(client.remotePort), typeof client.localPort, client.address().address, client.address().family, client.address().port === client.localPort);
    });
    client.resume();
    client.on('close', function () {
      wire.log('client', host, 'closed', all(client));
      server.close(done);
    });
  });
}
pair('127.0.0.1', function () {
  pair('::1', function () {
    var file = path.join(os.tmpdir(), 'eras-address-' + process.pid);
    var server = net.createServer(function (socket) {
      wire.log('server', 'unix', all(socket));
      socket.end();
    }).listen(file, function () {
      wire.log('server', 'unix', server.address() === file);
      var client = net.connect(file, function () { wire.log('client', 'unix', all(client)); });
      client.resume();
      client.on('close', function () { wire.log('client', 'unix closed', all(client)); server.close(); });
    });
  });
});
