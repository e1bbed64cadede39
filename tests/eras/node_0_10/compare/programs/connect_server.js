// CONNECT requests with and without a listener; a tunnel that echoes.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', 'request', req.method, req.url);
  res.end('plain');
});
server.on('connection', function (socket) {
  socket.on('close', function (failed) { wire.log('server', 'socket close', failed); });
});
server.listen(0, '127.0.0.1', function () {
  var port = server.address().port;
  wire.ask(port, 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\nleft', function (got) {
    wire.log('wire', 'without listener', got);
    server.on('connect', function (req, socket, head) {
      wire.log('server', 'connect', req.method, req.url, req.headers, Buffer.isBuffer(head), String(head));
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.write(head);
      socket.pipe(socket);
    });
    wire.ask(port, 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\nleft', function (got) {
      wire.log('wire', 'with listener', got);
      server.close();
    }, true);
  });
});
