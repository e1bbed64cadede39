// Half-open sockets: allowHalfOpen on either side or none, who ends first, what can still be sent.
var net = require('net');
var wire = require('./lib/wire');

function trace(side, socket) {
  ['end', 'finish', 'close', 'error'].forEach(function (name) {
    socket.on(name, function (value) {
      wire.log(side, name, value === undefined ? '' : value.code || value, socket.readable, socket.writable, socket.destroyed);
    });
  });
  socket.setEncoding('utf8');
  socket.on('data', function (text) { wire.log(side, 'data', text); });
}
var cases = [];
[false, true].forEach(function (atServer) {
  [false, true].forEach(function (atClient) {
    ['client', 'server'].forEach(function (first) { cases.push([atServer, atClient, first]); });
  });
});
(function next() {
  var c = cases.shift();
  if (!c) return;
  var title = 'server ' + c[0] + ' client ' + c[1] + ' ' + c[2] + ' first';
  wire.log('client', '--', title);
  wire.log('server', '--', title);
  var server = net.createServer({allowHalfOpen: c[0]}, function (socket) {
    server.close();
    wire.log('server', 'open', socket.allowHalfOpen, socket.readable, socket.writable);
    trace('server', socket);
    if (c[2] === 'server') socket.end('bye from server');
    socket.on('end', function () {
      if (c[0] && c[2] === 'client') {
        wire.log('server', 'answers', socket.write('still '), socket.writable);
        setTimeout(function () { socket.end('here'); }, 10);
      }
    });
  });
  server.listen(0, '127.0.0.1', function () {
    var client = net.connect({port: server.address().port, host: '127.0.0.1', allowHalfOpen: c[1]});
    wire.log('client', 'new', client.allowHalfOpen);
    trace('client', client);
    client.on('connect', function () { if (c[2] === 'client') client.end('bye from client'); });
    client.on('end', function () {
      if (c[1] && c[2] === 'server') {
        wire.log('client', 'answers', client.write('still '), client.writable);
        setTimeout(function () { client.end('here'); }, 10);
      }
    });
  });
  server.on('close', next);
})();
