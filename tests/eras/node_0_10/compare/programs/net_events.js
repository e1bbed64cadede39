// A plain TCP server and client: the order of events, half-open ends, counters.
var net = require('net');
var wire = require('./lib/wire');

function trace(side, emitter, names) {
  names.forEach(function (name) {
    emitter.on(name, function (value) { wire.log(side, name, arguments.length, typeof value === 'boolean' ? value : ''); });
  });
}
var server = net.createServer({allowHalfOpen: true}, function (socket) {
  server.close();
  trace('server', socket, ['end', 'finish', 'close']);
  wire.log('server', 'states', socket.readable, socket.writable, socket.bytesRead, socket.bufferSize);
  var got = '';
  socket.setEncoding('utf8');
  socket.on('data', function (text) { got += text; });
  socket.on('end', function () {
    wire.log('server', 'got', got, socket.readable, socket.writable, socket.bytesRead);
    wire.log('server', 'write', socket.write('you said '), String(socket.end(got)));
    wire.log('server', 'after end', socket.writable, socket.bytesWritten);
  });
});
trace('server', server, ['listening', 'connection', 'close']);
server.listen(0, '127.0.0.1', function () {
  var client = net.connect({port: server.address().port, host: '127.0.0.1'}, function () {
    wire.log('client', 'callback', client.remoteAddress, client.readable, client.writable);
    client.end('hello');
  });
  wire.log('client', 'before', client.readable, client.writable, client.write('early '));
  trace('client', client, ['lookup', 'connect', 'end', 'finish', 'close', 'drain']);
  client.on('data', function (data) { got.push(data); });
  var got = [];
  client.on('close', function () { wire.log('client', Buffer.concat(got).toString(), client.bytesWritten, client.bytesRead); });
});
