// Responses of every framing, as a client sees them.
var http = require('http');
var wire = require('./lib/wire');

var answers = [
  'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
  'HTTP/1.1 200 OK\r\n\r\nuntil the end',
  'HTTP/1.0 200 OK\r\n\r\nuntil the end',
  'HTTP/1.0 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nhi',
  'HTTP/1.1 200 Fine With Me\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: T\r\n\r\n1\r\na\r\n0\r\nT: v\r\nT: w\r\n\r\n',
  'HTTP/1.1 204 No Content\r\n\r\n',
  'HTTP/1.1 304 Not Modified\r\nETag: e\r\n\r\n',
  'HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n',
  'HTTP/1.1 999 Odd\r\nContent-Length: 1\r\n\r\nx',
  'HTTP/1.1 200 OK\r\nSet-Cookie: a\r\nContent-Length: 0\r\n\r\n',
  'HTTP/1.1 200 OK\r\nSet-Cookie: a\r\nset-cookie: b\r\nVary: a\r\nVary: b\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 0\r\n\r\n',
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 3\r\n\r\nyes'
];
var answer;
var server = wire.answering(function (got, socket) {
  if (/\r\n\r\n/.test(got)) socket.end(answer);
}, function next() {
  answer = answers.shift();
  if (!answer) return server.close();
  wire.log('client', JSON.stringify(answer));
  var body = '';
  var req = http.get({port: server.address().port, host: '127.0.0.1', agent: false}, function (res) {
    wire.log('client', '  ', res.statusCode, res.httpVersion, res.headers);
    res.on('data', function (data) { body += data; });
    res.on('end', function () { wire.log('client', '   end', body, res.trailers); });
    ['close', 'aborted'].forEach(function (name) { res.on(name, function () { wire.log('client', '   res', name); }); });
  });
  ['continue', 'error', 'upgrade'].forEach(function (name) {
    req.on(name, function (error) { wire.log('client', '   req', name, error ? error.message : ''); });
  });
  req.on('close', next);
});
