// CONNECT: a tunnel with bytes behind both heads, a refusal with a body, a proxy that cannot reach its origin.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var origin = http.createServer(function (req, res) { res.end('origin says ' + req.url); });
var proxy = http.createServer(function (req, res) { wire.log('proxy', 'request', req.url); res.end('not a tunnel'); });
proxy.on('connect', function (req, near, head) {
  wire.log('proxy', 'connect', wire.mask(req.url), req.method, String(head), req.headers.host && wire.mask(req.headers.host), near === req.socket, req.httpVersion);
  if (/refused/.test(req.url)) return near.end('HTTP/1.1 407 Authenticate\r\nProxy-Authenticate: Basic\r\n\r\n');
  var parts = req.url.split(':');
  var far = net.connect(parts[1], parts[0], function () {
    near.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    far.write(head);
    far.pipe(near);
    near.pipe(far);
  });
  far.on('error', function (error) { wire.log('proxy', error.code); near.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'); });
});
function ask(path, then) {
  var req = http.request({port: proxy.address().port, host: '127.0.0.1', method: 'CONNECT', path: path, agent: /agent/.test(path) ? undefined : false});
  req.on('response', function (res) { wire.log('client', 'response', res.statusCode); });
  req.on('error', function (error) { wire.log('client', 'error', error.message, error.code); then(); });
  req.on('connect', function (res, socket, head) {
    wire.log('client', 'connect', res.statusCode, res.headers, String(head), socket.listeners('data').length);
    var got = '';
    socket.on('data', function (data) { got += data; });
    socket.on('end', function () { wire.log('client', 'end', wire.show(got)); then(); });
    if (res.statusCode === 200) socket.write('GET /through HTTP/1.1\r\nConnection: close\r\n\r\n');
  });
  req.end();
}
var probe = net.createServer();
origin.listen(0, '127.0.0.1', function () {
  proxy.listen(0, '127.0.0.1', function () {
    probe.listen(0, '127.0.0.1', function () {
      var closed = probe.address().port;
      probe.close(function () {
        ask('127.0.0.1:' + origin.address().port, function () {
          ask('refused:1', function () {
            ask('127.0.0.1:' + closed, function () {
              wire.ask(proxy.address().port, 'CONNECT 127.0.0.1:' + origin.address().port + ' HTTP/1.1\r\nHost: h\r\n\r\nGET /early HTTP/1.0\r\n\r\n', function (got) {
                wire.log('client', 'early', wire.show(got));
                proxy.removeAllListeners('connect');
                ask('127.0.0.1:1', function () { proxy.close(); origin.close(); });
              });
            });
          });
        });
      });
    });
  });
});
