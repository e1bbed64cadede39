// What a server makes of requests that two parsers may read in two ways: which it hears, which error.
var http = require('http');
var net = require('net');

var SECOND = 'GET /second HTTP/1.1\r\nConnection: close\r\n\r\n';
var CASES = [
  ['both lengths', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n' + SECOND],
  ['two lengths', 'Content-Length: 0\r\nContent-Length: 44\r\n\r\n' + SECOND],
  ['a signed length', 'Content-Length: +0\r\n\r\n' + SECOND],
  ['a list of lengths', 'Content-Length: 0, 44\r\n\r\n' + SECOND],
  ['an unknown transfer coding', 'Transfer-Encoding: xchunked\r\n\r\n' + SECOND],
  ['chunked is not the last coding', 'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n' + SECOND],
  ['a space before the colon', 'Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n' + SECOND],
  ['a folded header', 'Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n' + SECOND],
  ['a folded value', 'X: a\r\n b\r\nContent-Length: 0\r\n\r\n' + SECOND],
  ['a header without a colon', 'X\r\nContent-Length: 0\r\n\r\n' + SECOND],
  ['a NUL in a value', 'X: a\u0000b\r\nContent-Length: 0\r\n\r\n' + SECOND],
  ['a chunk longer than its size', 'Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n' + SECOND],
  ['a chunk size with 0x', 'Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n' + SECOND],
  ['a chunk size that overflows', 'Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nx'],
  ['requests behind a last one', 'Connection: close\r\nContent-Length: 0\r\n\r\n' + SECOND],
  ['close among other words', 'Connection: close, x\r\nContent-Length: 0\r\n\r\n' + SECOND],
  ['a space behind a chunk size', 'Transfer-Encoding: chunked\r\n\r\n1 \r\na\r\n0\r\n\r\n' + SECOND],
  ['a length as a trailer', 'Transfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 5\r\n\r\n' + SECOND],
  ['an upgrade that Connection does not name', 'Upgrade: x\r\nContent-Length: 0\r\n\r\n' + SECOND],
  ['trailers of a request that was given up', 'Transfer-Encoding: chunked\r\n\r\n0\r\nX: trailer\r\n\r\n' + SECOND],
  ['line feeds alone', 'X: y\nContent-Length: 0\n\n' + SECOND],
  ['a version of no HTTP', 'Content-Length: 0\r\n\r\n', 'POST /first HTTP/1.2'],
  ['the version 0.9', 'Content-Length: 0\r\n\r\n', 'POST /first HTTP/0.9'],
  ['a method that begins as another', '\r\n', 'GEX /first HTTP/1.1']
];

var heard, current;
var server = http.createServer(function (request, response) {
  heard.push(request.url);
  if (request.headers.x === 'trailer') heard.push('with its trailers');
  if (current === 'trailers of a request that was given up') return response.end();
  request.resume();
  request.on('end', function () { response.end(); });
});
server.on('clientError', function (error) { heard.push(error.code || error.message); });
server.listen(0, '127.0.0.1', function next() {
  var test = CASES.shift();
  if (!test) return server.close();
  heard = [];
  current = test[0];
  var socket = net.connect(server.address().port, '127.0.0.1');
  socket.on('error', function () {});
  socket.on('close', function () {
    console.log(test[0] + ': ' + heard.join(' '));
    next();
  });
  socket.resume();
  socket.end((test[2] || 'POST /first HTTP/1.1') + '\r\n' + test[1], 'binary');
});
