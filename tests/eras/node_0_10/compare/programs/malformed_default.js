// Without a clientError listener a broken connection is closed quietly and the server lives on.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', 'request', req.url);
  res.end('ok');
});
server.on('connection', function (socket) {
  socket.on('close', function (hadError) { wire.log('server', 'socket close', hadError); });
});
wire.askAll(server, [
  'rubbish\r\n\r\n',
  'GET /1 HTTP/1.1\r\n\r\nrubbish\r\n\r\n',
  'GET /2 HTTP/1.1\r\nConnection: close\r\n\r\n'
]);
