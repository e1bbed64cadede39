// Every method the parser knows, and the shapes a URL may take.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', req.method, req.url, req.httpVersion, req.httpVersionMajor, req.httpVersionMinor,
    req.statusCode == null, req.complete, req.readable, req.upgrade);
  res.end();
});
var lines = ['DELETE', 'GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'COPY', 'LOCK', 'MKCOL', 'MOVE', 'PROPFIND',
  'PROPPATCH', 'SEARCH', 'UNLOCK', 'REPORT', 'MKACTIVITY', 'CHECKOUT', 'MERGE', 'M-SEARCH', 'NOTIFY', 'SUBSCRIBE',
  'UNSUBSCRIBE', 'PATCH', 'PURGE'].map(function (method) { return method + ' / HTTP/1.1'; });
lines = lines.concat(['GET /a%20b?c=d&e#f HTTP/1.1', 'GET http://host/path HTTP/1.1', 'OPTIONS * HTTP/1.1',
  'GET //double/../slash HTTP/1.1', 'GET /?q HTTP/1.0', 'GET http://u:p@host:81/?x HTTP/1.1']);
wire.askAll(server, lines.map(function (line) { return line + '\r\nConnection: close\r\n\r\n'; }));
