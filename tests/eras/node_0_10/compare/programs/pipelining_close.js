// A response that closes the connection while more requests wait behind it.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', 'request', req.url);
  res.on('finish', function () { wire.log('server', 'finish', req.url); });
  res.on('close', function () { wire.log('server', 'close', req.url); });
  if (req.url === '/last') res.setHeader('Connection', 'close');
  res.end(req.url);
});
wire.askAll(server, [
  'GET /1 HTTP/1.1\r\n\r\nGET /last HTTP/1.1\r\n\r\nGET /3 HTTP/1.1\r\n\r\n',
  '\r\n\r\nGET /blank HTTP/1.1\r\n\r\n\r\n\r\nGET /1 HTTP/1.1\r\nConnection: close\r\n\r\n'
]);
