// Pipelined requests are handed over at once and answered in their order, however late the first one is.
var http = require('http');
var wire = require('./lib/wire');

var held = [];
var server = http.createServer(function (req, res) {
  wire.log('server', 'request', req.url);
  res.on('finish', function () { wire.log('server', 'finish', req.url); });
  res.on('close', function () { wire.log('server', 'close', req.url); });
  held.push(res);
  if (req.url === '/3') {
    wire.log('server', 'write of the third', held[2].write('third '));
    wire.log('server', 'end of the third', held[2].end('done'));
    wire.log('server', 'end of the second', held[1].end('second'));
    wire.log('server', 'write of the first', held[0].write('first'));
    setImmediate(function () { wire.log('server', 'end of the first', held[0].end()); });
  }
});
wire.askAll(server, [
  'GET /1 HTTP/1.1\r\n\r\nPOST /2 HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc' +
  'GET /3 HTTP/1.1\r\nConnection: close\r\n\r\n'
]);
