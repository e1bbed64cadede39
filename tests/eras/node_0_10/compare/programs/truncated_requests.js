// A client that ends its side in the middle of a request.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', 'request', req.url, req.headers);
  ['end', 'close', 'aborted'].forEach(function (name) {
    req.on(name, function () { wire.log('server', 'req', name); });
  });
  res.on('finish', function () { wire.log('server', 'res finish'); });
  res.on('close', function () { wire.log('server', 'res close'); });
  req.on('data', function (data) { wire.log('server', 'data', String(data)); });
  if (req.url !== '/wait') res.end('early');
});
server.on('clientError', function (error) { wire.log('server', 'clientError', error.message, error.code); });
server.on('connection', function (socket) {
  socket.on('end', function () { wire.log('server', 'socket end'); });
  socket.on('close', function () { wire.log('server', 'socket close'); });
});
wire.askAll(server, [
  '',
  'GET / HT',
  'GET / HTTP/1.1\r\nContent-Le',
  'POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab',
  'POST /wait HTTP/1.1\r\nContent-Length: 5\r\n\r\nab',
  'POST /wait HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n5\r\nc'
], true);
