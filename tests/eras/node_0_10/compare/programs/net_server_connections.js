// A server's connections: maxConnections, connections, getConnections, close while some are open, and after.
var net = require('net');
var wire = require('./lib/wire');

var server = net.createServer(), sockets = [], accepted = [];
wire.log('server', server.maxConnections, server._connections, server.allowHalfOpen, server instanceof net.Server, server.address());
server.maxConnections = 2;
server.on('connection', function (socket) {
  accepted.push(socket);
  wire.log('server', 'connection', arguments.length, socket instanceof net.Socket, socket.server === server, this === server);
  socket.on('close', function () { wire.log('server', 'socket close'); });
  socket.resume();
  if (accepted.length === 2) count(third);
});
server.on('close', function () { wire.log('server', 'close', arguments.length, server.address()); });
function count(then) {
  var sync = true;
  server.getConnections(function (error, n) { wire.log('server', 'getConnections', error, n, sync); if (then) then(); });
  sync = false;
}
function client(name) {
  var socket = net.connect(server.address().port, '127.0.0.1');
  sockets.push(socket);
  ['connect', 'end', 'close', 'error'].forEach(function (event) { socket.on(event, function (value) { wire.log(name, event, value && value.code || value); }); });
  socket.resume();
  return socket;
}
wire.log('server', 'listen', server.listen(0, '127.0.0.1') === server);
server.once('listening', function () { client('first'); client('second'); });
function third() {
  client('third').on('close', function () {
    server.maxConnections = undefined;
    client('fourth').on('connect', function () { setTimeout(closing, 10); });
  });
}
function closing() {
  wire.log('server', 'close returns', server.close(function () { wire.log('server', 'close callback', arguments.length); }) === server);
  try { server.close(); } catch (error) { wire.log('server', 'again', error.message); }
  wire.log('server', 'address', server.address());
  var late = net.connect(sockets[0].remotePort, '127.0.0.1');
  late.on('error', function (error) { wire.log('late', error.code); });
  late.on('close', function () {
    accepted[0].write('still served');
    sockets[0].once('data', function (data) {
      wire.log('first', String(data));
      count(function () { accepted.forEach(function (socket) { socket.end(); }); });
    });
  });
}
server.on('close', function () {
  var again = false;
  wire.log('server', 'listen again', server.listen(0, '127.0.0.1', function () {
    wire.log('server', 'listening again', !again);
    again = true;
    server.removeAllListeners('close');
    server.removeAllListeners('connection');
    var other = net.createServer();
    try { other.close(); } catch (error) { wire.log('server', 'never listened', error.message); }
    try { other.close(function () { wire.log('server', 'never'); }); } catch (error) { wire.log('server', 'never listened', error.message); }
    server.close(function () { wire.log('server', 'closed again'); });
  }) === server);
  server.removeAllListeners('close');
});
