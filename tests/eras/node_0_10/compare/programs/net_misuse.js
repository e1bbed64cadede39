// Sockets that are used too late or wrongly, and what isIP says.
var net = require('net');
var wire = require('./lib/wire');

function attempt(name, call) {
  try {
    wire.log('calls', name, 'returned', String(call()));
  } catch (error) {
    wire.log('calls', name, 'threw', error.name, error.message);
  }
}
['127.0.0.1', '::1', 'localhost', '', '256.1.1.1', '::ffff:1.2.3.4'].forEach(function (text) {
  wire.log('calls', 'isIP', text, net.isIP(text), net.isIPv4(text), net.isIPv6(text));
});
attempt('write number', function () { return new net.Socket().write(5); });
var server = net.createServer(function (socket) { socket.end('bye'); });
server.listen(0, '127.0.0.1', function () {
  var client = net.connect(server.address().port, '127.0.0.1');
  client.on('error', function (error) { wire.log('client', 'error', error.message, String(error.code)); });
  client.on('close', function (failed) {
    wire.log('client', 'close', failed, client.destroyed);
    attempt('write after close', function () { return client.write('x'); });
    attempt('destroy again', function () { return client.destroy(); });
    attempt('end again', function () { return client.end(); });
    server.close();
  });
  client.on('end', function () {
    wire.log('client', 'end');
    attempt('write after end', function () { return client.write('late'); });
  });
  client.resume();
});
