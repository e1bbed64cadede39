// Only 100 announces another response; 102 and its kind are answers like any other, so what follows is one too many.
var http = require('http');
var net = require('net');

var FINAL = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
var ANSWERS = [
  'HTTP/1.1 100 Continue\r\n\r\n' + FINAL,
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\nX: y\r\n\r\n' + FINAL,
  'HTTP/1.1 102 Processing\r\n\r\n' + FINAL,
  'HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n' + FINAL,
  'HTTP/1.1 199 Odd\r\nContent-Length: 2\r\n\r\nhi',
  'HTTP/1.1 205 Reset\r\n\r\n',
  'HTTP/1.1 200\r\n\r\nx'
];

(function next() {
  var answer = ANSWERS.shift();
  if (!answer) return;
  var server = net.createServer(function (socket) {
    socket.on('error', function () {});
    socket.once('data', function () { socket.end(answer); });
  });
  server.listen(0, '127.0.0.1', function () {
    var request = http.request({port: server.address().port, agent: false}, function (response) {
      console.log('response', response.statusCode, response.headers);
      response.on('data', function (chunk) { console.log('data', String(chunk)); });
      response.on('end', function () { console.log('end'); });
    });
    request.on('continue', function () { console.log('continue'); });
    request.on('error', function (error) { console.log('error', error.code, error.message); });
    request.on('close', function () { console.log('close'); server.close(next); });
    request.end();
  });
})();
