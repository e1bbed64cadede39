// listen, listening, address, close and their callbacks, also when there is nothing to close.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var server = http.createServer();
wire.log('server', 'address before', String(server.address()));
try {
  server.close(function (error) { wire.log('server', 'close callback before', String(error)); });
} catch (error) {
  wire.log('server', 'close before listen threw', error.message);
}
server.on('listening', function () { wire.log('server', 'listening', arguments.length); });
server.on('close', function () { wire.log('server', 'close', arguments.length); });
server.on('error', function (error) { wire.log('server', 'error', error.message, error.code, error.errno, error.syscall); });
var returned = server.listen(0, '127.0.0.1', 511, function () {
  wire.log('server', 'callback', Object.keys(server.address()).sort(), server.address().address);
  var second = http.createServer().listen(server.address().port, '127.0.0.1');
  second.on('error', function (error) {
    wire.log('second', error.message, error.code, error.errno, error.syscall, Object.keys(error).sort());
    var client = net.connect(server.address().port, '127.0.0.1');
    server.on('connection', function () {
      wire.log('server', 'close returns', server.close(function () { wire.log('server', 'closed'); }) === server);
      wire.log('server', 'address after close', String(server.address()));
      try {
        server.close();
      } catch (error) {
        wire.log('server', 'closing again threw', error.message);
      }
      setTimeout(function () { wire.log('server', 'last client leaves'); client.end(); }, 10);
    });
  });
});
wire.log('server', 'listen returns the server', returned === server);
