// Headers that come twice, three times, or empty: which are joined, which kept once, which a list; request and response.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var names = ['Accept', 'Accept-Charset', 'Accept-Encoding', 'Accept-Language', 'Age', 'Allow', 'Authorization', 'Cache-Control',
  'Content-Encoding', 'Content-Language', 'Content-Location', 'Content-MD5', 'Content-Range', 'Content-Type', 'Cookie', 'Date', 'ETag', 'Expires', 'From',
  'If-Match', 'If-Modified-Since', 'If-None-Match', 'If-Range', 'If-Unmodified-Since', 'Last-Modified', 'Link', 'Location', 'Max-Forwards', 'Pragma', 'Proxy-Authenticate',
  'Proxy-Authorization', 'Range', 'Referer', 'Retry-After', 'Server', 'Set-Cookie', 'TE', 'User-Agent', 'Vary', 'Via', 'Warning', 'WWW-Authenticate',
  'X-Forwarded-For', 'X-Custom', 'x-lower', 'Sec-WebSocket-Extensions', 'Sec-WebSocket-Protocol', 'DNT', 'Origin'];
var lines = names.map(function (name) { return name + ': one\r\n' + name.toUpperCase() + ': two\r\n' + name.toLowerCase() + ':\r\n'; }).join('');
function show(side, headers) {
  names.forEach(function (name) {
    var key = name.toLowerCase();
    if (key === '__proto__') return;
    var value = headers[key];
    wire.log(side, key, typeof value === 'function' ? 'a function' : value);
  });
  wire.log(side, Object.keys(headers).length, Object.keys(headers).slice(0, 5));
}
var server = http.createServer(function (req, res) {
  show('request', req.headers);
  res.end();
});
server.listen(0, '127.0.0.1', function () {
  wire.ask(server.address().port, 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n' + lines + '\r\n', function () {
    server.close();
    var raw = net.createServer(function (socket) {
      socket.once('data', function () { socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\n' + lines + '\r\n'); });
    }).listen(0, '127.0.0.1', function () {
      http.get({port: raw.address().port, host: '127.0.0.1', agent: false}, function (res) {
        show('response', res.headers);
        res.resume();
        res.on('end', function () { raw.close(); });
      });
    });
  });
});
