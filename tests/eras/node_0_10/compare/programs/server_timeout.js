// Timeouts of a server: by default the socket is destroyed, a listener takes that over.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', req.url);
  req.on('close', function () { wire.log('server', req.url, 'req close'); });
  res.on('close', function () { wire.log('server', req.url, 'res close'); });
  if (req.url === '/res') wire.log('server', 'returns', String(res.setTimeout(20, function (socket) {
    wire.log('server', 'res timeout', arguments.length, socket === req.socket);
    res.end('late');
  })));
  if (req.url === '/req') req.setTimeout(20, function (socket) {
    wire.log('server', 'req timeout', arguments.length);
    res.end('late');
  });
  if (req.url === '/silent') res.setTimeout(20);
  if (req.url === '/server') {
    req.socket.setTimeout(20);
    server.once('timeout', function (socket) {
      wire.log('server', 'server timeout', arguments.length, socket === req.socket);
      res.end('late');
    });
  }
});
wire.log('server', 'default', server.timeout, typeof server.setTimeout);
wire.askAll(server, ['/res', '/req', '/silent', '/server'].map(function (path) {
  return 'GET ' + path + ' HTTP/1.1\r\nConnection: close\r\n\r\n';
}));
