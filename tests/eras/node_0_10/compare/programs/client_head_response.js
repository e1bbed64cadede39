// A HEAD request ends at the head of its response, whatever length that promises, and the next one follows.
var http = require('http');
var wire = require('./lib/wire');

var answers = [
  'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
  'HTTP/1.1 200 OK\r\n\r\n'
];
var server = wire.answering(function (got, socket) {
  if (!/\r\n\r\n$/.test(got)) return;
  socket.end(answers.shift());
}, function next() {
  if (!answers.length) return server.close();
  http.request({port: server.address().port, host: '127.0.0.1', method: 'HEAD'}, function (res) {
    wire.log('client', res.statusCode, res.headers);
    res.on('data', function () { wire.log('client', 'data'); });
    res.on('end', function () { wire.log('client', 'end'); });
  }).on('socket', function (socket) { socket.on('close', next); }).end();
});
