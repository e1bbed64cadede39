// Upgrades: bytes right behind the head, on both sides; nobody listening; a refusal; and HTTP again on the next connection.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) { wire.log('server', 'request', req.url, req.headers.upgrade); res.end('plain'); });
function onUpgrade(req, socket, head) {
  wire.log('server', 'upgrade', req.url, Buffer.isBuffer(head), String(head), socket instanceof net.Socket, req.socket === socket, req.headers.upgrade,
    socket.listeners('data').length, socket.readable, socket.writable, req.upgrade);
  if (req.url === '/refuse') return socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno');
  socket.write('HTTP/1.1 101 Switching\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\nfrom the server;');
  socket.setEncoding('utf8');
  socket.on('data', function (text) { wire.log('server', 'data', text); socket.write(text.toUpperCase()); });
  socket.on('end', function () { wire.log('server', 'end'); socket.end(); });
  socket.on('close', function (hadError) { wire.log('server', 'close', hadError); });
}
var requests = [
  'GET /one HTTP/1.1\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\nearly bytes',
  'POST /post HTTP/1.1\r\nUpgrade: echo\r\nConnection: Upgrade\r\nContent-Length: 4\r\n\r\nbodyrest',
  'GET /refuse HTTP/1.1\r\nUpgrade: echo\r\nConnection: keep-alive, Upgrade\r\n\r\n'
];
function raw(bytes, done) {
  var got = '';
  var socket = net.connect({port: server.address().port, host: '127.0.0.1', allowHalfOpen: true}, function () { socket.write(bytes); });
  socket.on('data', function (data) {
    got += data;
    if (/from the server;(?!more)/.test(got) && !socket.asked) { socket.asked = true; setTimeout(function () { socket.end('more'); }, 10); }
  });
  socket.on('end', function () { socket.end(); });
  socket.on('error', function (error) { got += error.code; });
  socket.on('close', function () { wire.log('wire', JSON.stringify(wire.mask(got))); done(); });
}
server.listen(0, '127.0.0.1', function () {
  raw(requests[0].replace('one', 'nobody'), function () {
    server.on('upgrade', onUpgrade);
    (function next() {
      var bytes = requests.shift();
      if (bytes) return raw(bytes, next);
      client();
    })();
  });
});
function client() {
  var left = 2;
  [true, false].forEach(function (listens) {
    var name = listens ? 'client' : 'deaf client';
    var req = http.request({port: server.address().port, host: '127.0.0.1', path: '/' + name.charAt(0), headers: {Connection: 'Upgrade', Upgrade: 'echo'}});
    req.on('response', function (res) { wire.log(name, 'response', res.statusCode); });
    req.on('error', function (error) { wire.log(name, 'error', error.code, error.message); });
    req.on('close', function () { wire.log(name, 'close'); if (--left === 0) server.close(); });
    if (listens) req.on('upgrade', function (res, socket, head) {
      wire.log(name, 'upgrade', res.statusCode, res.headers, String(head), socket === req.socket, Object.keys(http.globalAgent.sockets).length >= 0);
      var text = '';
      socket.on('data', function (data) { text += data; if (text === 'HELLO') socket.end(); });
      socket.on('close', function () { wire.log(name, 'socket close', text); });
      socket.write('hello');
    });
    req.end();
  });
}
