// Requests no parser can like: the clientError event, and what the client gets to see.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', 'request', req.method, req.url, req.headers);
  req.resume();
  res.end('ok');
});
server.on('clientError', function (error, socket) {
  wire.log('server', 'clientError', error.name, error.message, error.code, Object.keys(error).sort(),
    arguments.length, error instanceof Error, socket.destroyed);
});
wire.askAll(server, [
  'rubbish\r\n\r\n',
  'GET\r\n\r\n',
  'GET / HTTP/1.1\r\nContent-Length: abc\r\n\r\n',
  'GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
  'GET / HTTP/x.1\r\n\r\n',
  'GET  HTTP/1.1\r\n\r\n',
  'get / HTTP/1.1\r\n\r\n',
  'FOO / HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\nrubbish\r\n\r\n',
  'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n',
  'GET / HTTP/1.1\r\nA@b: x\r\nConnection: close\r\n\r\n',
  'GET / HTTP/1.1\r\n: x\r\nConnection: close\r\n\r\n',
  '\u0016\u0003\u0001\u0000\u0000'
]);
