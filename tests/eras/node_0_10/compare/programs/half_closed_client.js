// A client that ends its side after whole requests still gets every answer, then the end.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', 'request', req.url);
  req.on('end', function () { wire.log('server', 'req end', req.url); });
  req.on('close', function () { wire.log('server', 'req close', req.url); });
  res.on('finish', function () { wire.log('server', 'finish', req.url); });
  res.on('close', function () { wire.log('server', 'res close', req.url); });
  req.resume();
  if (req.url === '/now') res.end('now');
  else req.connection.on('end', function () {
    setTimeout(function () { res.end('after the end'); }, 20);
  });
});
wire.askAll(server, [
  'GET /now HTTP/1.1\r\n\r\n',
  'GET /now HTTP/1.1\r\n\r\nGET /now HTTP/1.1\r\n\r\n',
  'GET /later HTTP/1.1\r\n\r\n'
], true);
