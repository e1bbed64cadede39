// What a socket keeps when it connects, and connects again: its encoding, its listeners, that it told the end.
var net = require('net');
var wire = require('./lib/wire');

var server = net.createServer(function (socket) {
  socket.write('\u00e9');
  socket.on('data', function (data) {
    wire.log('server', 'data', String(data));
    socket.end('!');
  });
});
server.listen(0, function () {
  var port = server.address().port;
  var socket = new net.Socket();
  var times = 0;
  socket.setEncoding('hex');
  ['data', 'end', 'finish'].forEach(function (event) {
    socket.on(event, function (value) { wire.log('client', event, typeof value, String(value)); });
  });
  socket.on('connect', function () {
    wire.log('client', 'connect', socket.bytesRead, socket.bytesWritten);
    socket.write('time ' + times);
  });
  socket.on('close', function (hadError) {
    wire.log('client', 'close', hadError, socket.bytesRead, socket.bytesWritten, !!socket._readableState.decoder);
    if (++times === 3) return server.close();
    socket.connect(port);
    if (times === 1) socket.setEncoding('utf8');
  });
  socket.connect(port);
});
