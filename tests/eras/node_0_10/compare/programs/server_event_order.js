// The order of what a server emits over two requests on one connection.
var http = require('http');
var wire = require('./lib/wire');

var count = 0;
var server = http.createServer();
server.on('connection', function (socket) {
  wire.log('server', 'connection');
  ['end', 'finish', 'close'].forEach(function (name) {
    socket.on(name, function () { wire.log('server', 'socket', name); });
  });
});
server.on('request', function (req, res) {
  wire.log('server', 'request', req.url);
  req.on('readable', function () { req.read(); wire.log('server', req.url, 'readable'); });
  req.on('end', function () {
    wire.log('server', req.url, 'req end');
    process.nextTick(function () { wire.log('server', req.url, 'tick in end'); });
    wire.log('server', req.url, 'end() returns', res.end('x'));
    wire.log('server', req.url, 'after end()');
  });
  res.on('finish', function () {
    wire.log('server', req.url, 'finish', res.connection === null);
    process.nextTick(function () { wire.log('server', req.url, 'tick in finish'); });
  });
  ['close', 'prefinish', 'drain', 'pipe'].forEach(function (name) {
    res.on(name, function () { wire.log('server', req.url, 'res', name); });
  });
  process.nextTick(function () { wire.log('server', req.url, 'tick in request'); });
});
server.on('close', function () { wire.log('server', 'close'); });
wire.askAll(server, [
  'POST /1 HTTP/1.1\r\nContent-Length: 1\r\n\r\na' + 'GET /2 HTTP/1.1\r\nConnection: close\r\n\r\n'
]);
