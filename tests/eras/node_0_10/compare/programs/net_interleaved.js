// Both ends of connections in one process, printed as it happens: a connection is told to the server before the client.
var net = require('net');

function trace(name, emitter, events) {
  events.forEach(function (event) {
    emitter.on(event, function (value) { console.log(name, event, Buffer.isBuffer(value) ? String(value) : ''); });
  });
}
var count = 0;
var server = net.createServer(function (socket) {
  var name = 'server ' + (++count);
  trace(name, socket, ['data', 'end', 'close']);
  process.nextTick(function () { console.log(name, 'tick'); });
  socket.write('welcome ' + count);
  socket.on('end', function () { console.log(name, 'writable', socket.writable); });
});
trace('server', server, ['listening', 'connection', 'close']);
server.listen(0, function () {
  var left = 3;
  for (var i = 1; i <= 3; i++) connect('client ' + i);
  function connect(name) {
    var client = net.connect(server.address().port);
    trace(name, client, ['connect', 'end', 'close']);
    client.once('data', function (data) {
      console.log(name, 'data', String(data));
      client.end('thanks');
    });
    client.on('close', function () { if (!--left) server.close(); });
  }
});
