// The order of listening, connect, connection, data, end, finish, close, ticks and immediates on each side.
var net = require('net');
var wire = require('./lib/wire');

function trace(side, emitter, names) {
  names.forEach(function (name) {
    emitter.on(name, function () {
      wire.log(side, name);
      process.nextTick(function () { wire.log(side, name, 'tick'); });
    });
  });
}
var server = net.createServer(function (socket) {
  wire.log('server', 'listener of createServer');
  trace('server socket', socket, ['data', 'end', 'finish', 'close']);
  socket.on('data', function () {
    socket.write('answer', function () { wire.log('server socket', 'written'); });
    socket.end('and more', function () { wire.log('server socket', 'ended'); });
    wire.log('server socket', 'end called', socket.writable, socket.readable);
  });
});
trace('server', server, ['listening', 'connection', 'close']);
server.listen(0, '127.0.0.1', function () {
  wire.log('server', 'listen callback');
  var client = net.connect(server.address().port, '127.0.0.1', function () { wire.log('client', 'connect callback'); });
  trace('client', client, ['connect', 'data', 'end', 'finish', 'close', 'drain', 'readable']);
  process.nextTick(function () { wire.log('client', 'tick after connect()'); });
  client.on('connect', function () {
    client.write('question', function () { wire.log('client', 'written'); });
    wire.log('client', 'write called');
  });
  client.on('close', function () { server.close(function () { wire.log('server', 'close callback'); }); wire.log('server', 'close called'); });
});
