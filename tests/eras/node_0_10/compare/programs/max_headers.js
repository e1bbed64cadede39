// maxHeadersCount: how many lines of a head the program, and what looks for Expect, gets to see.
var http = require('http');
var wire = require('./lib/wire');

var limits = [undefined, 5, 0, 1];
var server = http.createServer(function (req, res) {
  wire.log('server', Object.keys(req.headers).length, req.headers.connection);
  res.end();
});
server.on('connection', function () { wire.log('server', 'limit', String(server.maxHeadersCount === undefined ? 1000 : server.maxHeadersCount)); });
function request(count) {
  var head = 'GET / HTTP/1.0\r\nConnection: close\r\n';
  for (var i = 0; i < count; i++) head += 'X' + i + ': y\r\n';
  return head + '\r\n';
}
server.listen(0, '127.0.0.1', function next() {
  if (!limits.length) return server.close();
  var limit = limits.shift();
  if (limit !== undefined) server.maxHeadersCount = limit;
  wire.ask(server.address().port, request(40), function () {
    wire.ask(server.address().port, request(1500), function () {
      wire.ask(server.address().port, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\n\r\n', function (got) {
        wire.log('wire', /100 Continue/.test(got));
        next();
      });
    });
  });
});
