// Answers that leave HTTP, with and without a listener on the client.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer();
function answer(bytes) {
  return function (req, socket) {
    socket.on('error', function () {});
    socket.on('end', function () { socket.end(); });
    socket.write(bytes);
  };
}
server.on('upgrade', answer('HTTP/1.1 101 Switching\r\nUpgrade: chat\r\nConnection: Upgrade\r\nX-A: b\r\n\r\nfirst'));
server.on('connect', answer('HTTP/1.1 200 Tunnel\r\nX-A: b\r\n\r\n'));
var cases = [['upgrade', true], ['upgrade', false], ['connect', true], ['connect', false]];
server.listen(0, '127.0.0.1', function next() {
  var it = cases.shift();
  if (!it) return server.close();
  var options = {port: server.address().port, host: '127.0.0.1', agent: it[1] ? undefined : false};
  if (it[0] === 'upgrade') options.headers = {Connection: 'Upgrade', Upgrade: 'chat'};
  else { options.method = 'CONNECT'; options.path = 'there:80'; }
  var side = 'client ' + it.join(' ');
  var req = http.request(options, function (res) { wire.log(side, 'response', res.statusCode); });
  if (it[1]) {
    req.on(it[0], function (res, socket, head) {
      wire.log(side, it[0], arguments.length, res.statusCode, res.headers, socket === req.socket);
      wire.log(side, Buffer.isBuffer(head), String(head), socket.listeners('data').length, socket.writable);
      socket.end();
      socket.resume();
      socket.on('close', next);
    });
  }
  ['error', 'close'].forEach(function (name) {
    req.on(name, function (error) { wire.log(side, 'req', name, error ? [error.message, error.code] : ''); });
  });
  if (!it[1]) req.on('close', next);
  req.end();
});
