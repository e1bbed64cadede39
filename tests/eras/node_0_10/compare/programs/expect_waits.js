// A client that sends its body only after 100 Continue sees it at once; a 1.0 client may get one too.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  var got = '';
  wire.log('server', 'request', req.httpVersion);
  req.on('data', function (data) { got += data; });
  req.on('end', function () { res.end('got ' + got); });
});
server.listen(0, '127.0.0.1', function () {
  var got = '';
  var sent = false;
  var socket = net.connect(server.address().port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\nConnection: close\r\n\r\n');
  socket.on('data', function (data) {
    got += data;
    if (!sent && /\r\n\r\n/.test(got)) {
      sent = true;
      wire.log('wire', 'before the body:', got);
      socket.write('hello');
    }
  });
  socket.on('close', function () {
    wire.show(got).forEach(function (line) { wire.log('wire', '<', line); });
    server.close();
  });
});
