// A server of HTTPS and clients that speak raw TLS: keep-alive, pipelines, what is no HTTP, timeouts, closing.
var https = require('https');
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

var server = https.createServer(pems.options('server'), function (req, res) {
  wire.log('server', req.method, req.url);
  if (req.url === '/slow') return;
  res.sendDate = false;
  res.end(req.url);
});
server.on('clientError', function (error, pair) {
  wire.log('server', 'clientError', pems.error(error), typeof pair);
});
server.on('close', function () { wire.log('server', 'close'); });
wire.log('server', String(server.timeout), server instanceof tls.Server, server instanceof https.Server,
  server instanceof require('http').Server, typeof server.setTimeout);

function ask(name, bytes, next) {
  var client = tls.connect(server.address().port, {rejectUnauthorized: false}, function () { client.write(bytes); });
  var got = '';
  client.setEncoding('utf8');
  client.on('data', function (text) { got += text; });
  client.on('error', function (error) { wire.log(name, pems.error(error)); });
  client.on('close', function () {
    wire.show(got).forEach(function (line) { wire.log(name, line); });
    next();
  });
}
server.listen(0, '127.0.0.1', function () {
  ask('two', 'GET /a HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', function () {
    ask('old', 'GET /c HTTP/1.0\r\n\r\n', function () {
      ask('body', 'POST /d HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc', function () {
        server.close(function () { wire.log('server', 'closed'); });
      });
    });
  });
});
