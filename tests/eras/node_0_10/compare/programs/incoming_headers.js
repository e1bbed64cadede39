// How repeated headers come together, and what case and order the program sees.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', req.headers);
  res.end();
});
var repeated = ['Accept', 'Accept-Charset', 'Age', 'Allow', 'Authorization', 'Cache-Control', 'Content-Type', 'Cookie',
  'Date', 'ETag', 'Expires', 'From', 'Host', 'If-Modified-Since', 'If-Unmodified-Since', 'Last-Modified', 'Location',
  'Max-Forwards', 'Pragma', 'Proxy-Authorization', 'Referer', 'Retry-After', 'Server', 'Set-Cookie', 'User-Agent',
  'Via', 'Warning', 'WWW-Authenticate', 'X-Forwarded-For', 'X-Custom', 'Link', 'Proxy-Authenticate', 'Vary',
  'Sec-WebSocket-Protocol', 'Sec-WebSocket-Extensions', 'Accept-Encoding', 'Accept-Language', 'Connection'];
var requests = repeated.map(function (name) {
  return 'GET / HTTP/1.1\r\n' + name + ': 1\r\n' + name.toUpperCase() + ': 2\r\nConnection: close\r\n\r\n';
});
requests.push('GET / HTTP/1.1\r\nB: x\r\nA:y\r\nC:  z \t\r\nEmpty:\r\nEmpty: \r\n__proto: p\r\n' +
  'toString: t\r\nConnection: close\r\n\r\n');
wire.askAll(server, requests);
