// What the socket below a request or a response counts: bytes of heads and bodies, on both sides.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (request, response) {
  var socket = request.connection;
  wire.log('server', 'request', socket.bytesRead, socket.bytesWritten);
  response.sendDate = false;
  response.writeHead(200, {'Content-Length': 5});
  response.write('ab');
  wire.log('server', 'written', socket.bytesWritten, socket.bufferSize);
  response.end('cde');
  socket.on('close', function () { wire.log('server', 'close', socket.bytesRead, socket.bytesWritten); });
});
server.listen(0, '127.0.0.1', function () {
  var options = {port: server.address().port, host: '127.0.0.1', method: 'POST', headers: {Host: 'x', 'Content-Length': 3}};
  var request = http.request(options, function (response) {
    wire.log('client', 'response', response.socket.bytesRead, response.socket.bytesWritten);
    response.resume();
  });
  request.on('socket', function (socket) {
    wire.log('client', 'socket', socket.bytesRead, socket.bytesWritten);
    socket.on('close', function () {
      wire.log('client', 'close', socket.bytesRead, socket.bytesWritten);
      server.close();
    });
  });
  request.write('x');
  request.end('yz');
});
