// What one end writes while the other waits for its turn: it reads that with what had arrived before, in the same round.
var net = require('net');
var wire = require('./lib/wire');

var clients = [], servers = [], left = 3;
var server = net.createServer(function (socket) {
  servers.push(socket);
  servers.length < 3 ? connect() : setTimeout(begin, 5);
}).listen(0, connect);
function connect() { clients.push(net.connect(server.address().port)); }

function begin() {
  servers.forEach(function (socket, i) {
    socket.on('data', function (data) {
      wire.log('server', i, String(data));
      socket.write('answer');
      servers[(i + 1) % 3].write(' and news of ' + i);
      setImmediate(function () { wire.log('immediate', i); });
    });
    clients[i].on('data', function (data) {
      wire.log('client', i, String(data));
      clients[i].end();
    });
    clients[i].on('close', function () {
      wire.log('closed', i);
      if (!--left) server.close();
    });
  });
  clients.forEach(function (socket) { socket.write('question'); });
  servers.forEach(function (socket) { socket.write('before, '); });
}
