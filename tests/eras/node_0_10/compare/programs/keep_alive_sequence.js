// Requests one after the other on one connection, each sent when the last was answered.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var sockets = [];
var server = http.createServer(function (req, res) {
  if (sockets.indexOf(req.socket) < 0) sockets.push(req.socket);
  wire.log('server', req.method, req.url, 'connection', sockets.length);
  var body = '';
  req.on('data', function (data) { body += data; });
  req.on('end', function () {
    if (req.url === '/length') res.setHeader('Content-Length', 4);
    res.end(req.url === '/none' ? undefined : 'done');
  });
});
var requests = ['GET /chunked HTTP/1.1\r\n\r\n', 'GET /length HTTP/1.1\r\n\r\n', 'HEAD /length HTTP/1.1\r\n\r\n',
  'POST /none HTTP/1.1\r\nContent-Length: 2\r\n\r\nab', 'GET /length HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n',
  'GET /length HTTP/1.1\r\nConnection: keep-alive, x\r\n\r\n', 'GET /last HTTP/1.1\r\nConnection: CLOSE\r\n\r\n'];
var complete = [/0\r\n\r\n$/, /done$/, /\r\n\r\n$/, /\r\n0\r\n\r\n$/, /done$/, /done$/, /never/];
server.listen(0, '127.0.0.1', function () {
  var got = '';
  var i = 0;
  var socket = net.connect(server.address().port, '127.0.0.1');
  socket.write(requests[0]);
  socket.on('data', function (data) {
    got += data;
    if (!complete[i].test(got)) return;
    wire.show(got).forEach(function (line) { wire.log('wire', '<', line); });
    got = '';
    socket.write(requests[++i]);
  });
  socket.on('close', function () {
    wire.show(got).forEach(function (line) { wire.log('wire', '<', line); });
    server.close();
  });
});
