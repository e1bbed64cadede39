// Upgrades and tunnels over TLS: both sides get the encrypted stream and what came behind the head.
var https = require('https');
var http = require('http');
var net = require('net');
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

var server = https.createServer(pems.options('server'), function (req, res) {
  wire.log('server', 'request', req.url);
  res.end('through the tunnel');
});
server.on('upgrade', function (req, socket, head) {
  wire.log('server', 'upgrade', req.headers.upgrade, head.length, socket.authorized, !!socket.encrypted);
  socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\nfirst ');
  socket.on('data', function (data) { socket.write(data); });
});
server.listen(0, '127.0.0.1', function () {
  var port = server.address().port;
  var req = https.request({port: port, ca: [pems.ca], headers: {Connection: 'Upgrade', Upgrade: 'echo'}});
  req.end();
  req.on('upgrade', function (res, socket, head) {
    var got = String(head);
    wire.log('client', 'upgrade', res.statusCode, res.headers.upgrade);
    socket.on('data', function (data) {
      got += data;
      if (/second$/.test(got)) socket.end();
    });
    socket.on('close', function () { wire.log('client', 'got', got); tunnel(port); });
    socket.write('second');
  });
});

// A proxy of plain HTTP whose CONNECT leads to the server; TLS and a request go through it.
function tunnel(port) {
  var proxy = http.createServer();
  proxy.on('connect', function (req, socket, head) {
    var to = net.connect(port, '127.0.0.1', function () {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      to.write(head);
      to.pipe(socket).pipe(to);
    });
  });
  proxy.listen(0, '127.0.0.1', function () {
    var req = http.request({port: proxy.address().port, method: 'CONNECT', path: 'localhost:' + port, agent: false});
    req.end();
    req.on('connect', function (res, socket) {
      wire.log('tunnel', 'connect', res.statusCode);
      var inside = tls.connect({socket: socket, servername: 'localhost', ca: [pems.ca]}, function () {
        wire.log('tunnel', 'secureConnect', inside.authorized);
        inside.write('GET /inside HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
      });
      var got = '';
      inside.on('data', function (data) { got += data; });
      inside.on('end', function () {
        wire.log('tunnel', JSON.stringify(wire.mask(got)));
        proxy.close();
        server.close();
        socket.destroy();
      });
    });
  });
}
