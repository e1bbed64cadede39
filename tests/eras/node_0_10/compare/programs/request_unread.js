// A body that nobody reads: the response goes out, and the next request on the connection is still found.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', 'request', req.url);
  req.on('end', function () { wire.log('server', 'end', req.url); });
  res.on('finish', function () { wire.log('server', 'finish', req.url); });
  if (req.url === '/read') req.resume();
  res.end(req.url);
});
wire.askAll(server, [
  'POST /unread HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello' +
  'POST /read HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello' +
  'GET /last HTTP/1.1\r\nConnection: close\r\n\r\n'
]);
