// A client that waits for 100 Continue before its body, from our own server.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  var body = '';
  wire.log('server', 'request', req.headers.expect);
  req.on('data', function (data) { body += data; });
  req.on('end', function () { res.end('got ' + body); });
});
server.listen(0, '127.0.0.1', function () {
  var req = http.request({port: server.address().port, host: '127.0.0.1', method: 'POST',
    headers: {Expect: '100-continue', 'Content-Length': 4}});
  wire.log('client', 'headersSent', req.headersSent);
  req.on('continue', function () {
    wire.log('client', 'continue', arguments.length);
    req.end('body');
  });
  req.on('response', function (res) {
    wire.log('client', 'response', res.statusCode);
    res.on('data', function (data) { wire.log('client', 'data', String(data)); });
    res.on('end', function () { wire.log('client', 'end'); server.close(); });
  });
});
