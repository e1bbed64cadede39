// Upgrade requests with and without a listener, and what is left of the packet in `head`.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', 'request', req.url, req.headers);
  res.end('plain');
});
server.on('connection', function (socket) {
  socket.on('close', function (failed) { wire.log('server', 'socket close', failed); });
});
var head = ' HTTP/1.1\r\nHost: a\r\nUpgrade: chat\r\nConnection: Upgrade\r\n\r\n';
server.listen(0, '127.0.0.1', function () {
  var port = server.address().port;
  wire.ask(port, 'GET /nobody' + head + 'left', function (got) {
    wire.log('wire', 'without listener', got);
    server.on('upgrade', function (req, socket, head) {
      wire.log('server', 'upgrade', req.method, req.url, req.headers, req.upgrade, Buffer.isBuffer(head), String(head));
      wire.log('server', 'listeners', socket.listeners('data').length, socket === req.connection);
      socket.write('HTTP/1.1 101 Go\r\nUpgrade: chat\r\nConnection: Upgrade\r\n\r\n');
      socket.end('bye ' + head);
    });
    wire.ask(port, 'GET /chat' + head + 'left', function (got) {
      wire.log('wire', 'with listener', got);
      wire.ask(port, 'GET /empty' + head, function (got) {
        wire.log('wire', 'empty head', got);
        wire.ask(port, 'GET /only HTTP/1.1\r\nConnection: upgrade\r\n\r\n' +
            'GET /end HTTP/1.1\r\nConnection: close\r\n\r\n', function (got) {
          wire.log('wire', 'connection header only', wire.mask(got));
          server.close();
        });
      });
    });
  });
});
