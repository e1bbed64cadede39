// ref and unref: what keeps a program alive, and what does not any more.
var net = require('net');
var wire = require('./lib/wire');

var server = net.createServer(function (socket) {
  wire.log('server', 'connection');
  socket.unref();
  socket.on('data', function (data) { wire.log('server', String(data)); });
});
server.listen(0, '127.0.0.1', function () {
  wire.log('server', 'listening', String(server.unref()), String(server.ref()), String(server.unref()));
  var client = net.connect(server.address().port, '127.0.0.1', function () {
    wire.log('client', 'connect');
    client.write('hello', function () {
      wire.log('client', 'written');
      setTimeout(function () {
        wire.log('client', 'unref', String(client.unref()), client.destroyed);
        var fresh = new net.Socket();
        wire.log('client', 'fresh', String(fresh.unref()), String(fresh.ref()));
        var idle = net.createServer().listen(0, function () {
          idle.unref();
          setTimeout(function () { wire.log('client', 'the last timer'); }, 10);
        });
      }, 10);
    });
  });
  client.on('close', function () { wire.log('client', 'never closes'); });
});
process.on('exit', function (code) { wire.log('end', 'exit', code); });
