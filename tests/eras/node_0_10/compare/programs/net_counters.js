// bytesRead, bytesWritten, bufferSize along the way: before the connection, while full, after the end.
var net = require('net');
var wire = require('./lib/wire');

function counters(socket) { return ['read', socket.bytesRead, 'written', socket.bytesWritten, 'buffer', socket.bufferSize]; }
var fresh = new net.Socket();
wire.log('client', 'new', counters(fresh));
var server = net.createServer({allowHalfOpen: true}, function (socket) {
  server.close();
  wire.log('server', 'open', counters(socket));
  socket.pause();
  setTimeout(function () { wire.log('server', 'paused', socket.bytesRead <= 131072); socket.resume(); }, 30);
  var got = 0;
  socket.on('data', function (data) { got += data.length; });
  socket.on('end', function () {
    wire.log('server', 'end', got, socket.bytesRead, socket.bytesWritten);
    socket.end('thanks \u20ac');
    wire.log('server', 'ended', socket.bytesWritten);
  });
  socket.on('close', function () { wire.log('server', 'close', counters(socket)); });
});
server.listen(0, '127.0.0.1', function () {
  var client = net.connect(server.address().port);
  wire.log('client', 'connecting', counters(client));
  wire.log('client', 'write', client.write('abc'), client.write('\u20ac'), client.write('6162', 'hex'), client.write(new Buffer(5)), counters(client));
  client.on('connect', function () {
    wire.log('client', 'connect', client.bytesWritten);
    var big = new Buffer(24 * 1024 * 1024);
    big.fill('x');
    wire.log('client', 'big', client.write(big), client.bytesWritten, client.bufferSize > 0);
    wire.log('client', 'more', client.write('more', function () { wire.log('client', 'more written', client.bytesWritten, client.bufferSize); }), client.bytesWritten);
    client.end('last');
    wire.log('client', 'end', client.bytesWritten, client.bufferSize > 0);
  });
  client.on('drain', function () { wire.log('client', 'drain', counters(client)); });
  client.on('finish', function () { wire.log('client', 'finish', client.bytesWritten, client.bufferSize); });
  client.on('data', function (data) { wire.log('client', 'data', String(data)); });
  client.on('close', function () { wire.log('client', 'close', counters(client)); });
});
