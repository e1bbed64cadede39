// server.close() while connections are idle, busy, or half way through a request; requests that come after it.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', req.url);
  if (req.url === '/slow') return void setTimeout(function () { res.end('slow'); }, 150);
  res.end('quick');
});
server.on('close', function () { wire.log('server', 'close'); });
function raw(name, bytes) {
  var got = '';
  var socket = net.connect(server.address().port, '127.0.0.1', function () { socket.write(bytes); });
  socket.on('data', function (data) { got += data; });
  socket.on('end', function () { wire.log(name, 'end'); });
  socket.on('error', function (error) { wire.log(name, error.code); });
  socket.on('close', function () { wire.log(name, 'close', (got.match(/HTTP\/1.1 200/g) || []).length, /keep-alive/.test(got)); });
  return socket;
}
server.listen(0, '127.0.0.1', function () {
  var port = server.address().port;
  var idle = raw('idle', 'GET /idle HTTP/1.1\r\n\r\n'), busy = raw('busy', 'GET /slow HTTP/1.1\r\n\r\n'), half = raw('half', 'GET /half HT');
  setTimeout(function () {
    wire.log('server', 'close()', server.close(function () { wire.log('server', 'closed'); }) === server, server.address());
    net.connect(port, '127.0.0.1').on('error', function (error) { wire.log('late', error.code); });
    idle.write('GET /again HTTP/1.1\r\n\r\n');
    half.write('TP/1.1\r\n\r\n');
    setTimeout(function () {
      server.getConnections(function (error, count) { wire.log('server', 'open', count); });
      [idle, busy, half].forEach(function (socket) { socket.end(); });
    }, 150);
  }, 80);
});
