// What a client makes of responses that two readers may take to end in different places.
var http = require('http');
var net = require('net');

var CASES = [
  ['304 with a length', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n'],
  ['304 with a body', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nhello'],
  ['304 in chunks', 'HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n'],
  ['204 with a length', 'HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n'],
  ['an offer to upgrade', 'HTTP/1.1 200 OK\r\nConnection: Upgrade\r\nUpgrade: other\r\nContent-Length: 2\r\n\r\nhi'],
  ['an answer behind 101', 'HTTP/1.1 101 Switching\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'],
  ['both lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n'],
  ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nhi!'],
  ['a folded header', 'HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 2\r\n\r\nhi'],
  ['a space before the colon', 'HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\nhi']
];

(function next() {
  var test = CASES.shift();
  if (!test) return;
  var heard = [];
  var hear = function (word) { return function () { heard.push(word); }; };
  var server = net.createServer(function (socket) {
    socket.on('error', function () {});
    socket.once('data', function () { socket.end(test[1]); });
  });
  server.listen(0, '127.0.0.1', function () {
    var request = http.request({port: server.address().port, agent: false}, function (response) {
      heard.push(response.statusCode);
      response.on('data', function (chunk) { heard.push(JSON.stringify(String(chunk))); });
      response.on('end', hear('end'));
    });
    request.on('error', function (error) { heard.push(error.code); });
    request.on('close', function () {
      console.log(test[0] + ': ' + heard.join(' '));
      server.close(next);
    });
    request.end();
  });
})();
