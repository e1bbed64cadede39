// The ondata and onend of a socket of an HTTP server read its requests; a program may put its own around them.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var server = http.createServer(function (request, response) {
  request.on('data', function (chunk) { wire.log('server', 'body', String(chunk)); });
  request.on('end', function () { response.end('answer to ' + request.url); });
});
server.on('connection', function (socket) {
  var read = socket.ondata;
  var over = socket.onend;
  wire.log('server', typeof read, typeof over);
  socket.onend = function () {
    wire.log('server', 'sees the end');
    return over();
  };
  socket.ondata = function (buffer, start, end) {
    wire.log('server', 'sees', buffer.toString('utf8', start, end).split('\r\n')[0]);
    return read(buffer, start, end);
  };
  socket.on('data', function () { wire.log('server', 'data'); });
});
server.on('upgrade', function (request, socket, head) {
  wire.log('server', 'upgrade', String(head), !socket.ondata, !socket.onend);
  socket.on('data', function (chunk) { wire.log('server', 'upgraded data', String(chunk)); });
  socket.on('end', function () { socket.end('bye'); });
  socket.write('HTTP/1.1 101 Over\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
});

server.listen(0, '127.0.0.1', function () {
  var port = server.address().port;
  var request = http.request({port: port, path: '/posted', method: 'POST', agent: false}, function (response) {
    response.on('data', function (chunk) { wire.log('client', String(chunk)); });
    response.on('end', upgrade);
  });
  request.end('the body');

  function upgrade() {
    var socket = net.connect(port, '127.0.0.1');
    socket.write('GET /up HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
    socket.once('data', function () { socket.end('more'); });
    socket.on('close', half);
  }

  function half() {
    var socket = net.connect(port, '127.0.0.1');
    socket.write('GET /half HTTP/1.1\r\n\r\n');
    socket.once('data', function () { socket.end(); });
    socket.on('close', function () { server.close(); });
  }
});
