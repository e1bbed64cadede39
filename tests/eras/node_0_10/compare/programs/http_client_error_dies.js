// A response that is no HTTP, and a request that nobody hears errors of.
var http = require('http');
var net = require('net');

var server = net.createServer(function (socket) {
  socket.once('data', function () { socket.end('this is no HTTP\r\n\r\n'); });
});
server.listen(0, '127.0.0.1', function () {
  http.get({port: server.address().port, host: '127.0.0.1'}, function () { console.log('never'); });
});
process.on('exit', function (code) { console.log('exit', code); });
