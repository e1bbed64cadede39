// A thousand connections at once, each answered, some cut off; nothing is lost and all is closed.
var net = require('net');
var wire = require('./lib/wire');

var COUNT = 1000, open = 0, served = 0, closed = 0, bytes = 0, ends = 0, failed = 0, cut = 0;
var server = net.createServer(function (socket) {
  open++;
  socket.on('data', function (data) {
    served++;
    if (String(data) === 'cut') { socket.destroy(); return; }
    socket.end('answer to ' + data);
  });
  socket.on('error', function () {});
  socket.on('close', function () { open--; });
});
server.listen(0, '127.0.0.1', 1024, function () {
  var port = server.address().port, connected = 0, clients = [];
  for (var i = 0; i < COUNT; i++) (function (i) {
    var client = net.connect(port, '127.0.0.1');
    clients.push(client);
    client.on('connect', function () {
      if (++connected === COUNT) clients.forEach(function (c, n) { c.write(n % 10 ? 'client ' + n : 'cut'); });
    });
    client.on('data', function (data) { bytes += data.length; });
    client.on('end', function () { ends++; });
    client.on('error', function () { failed++; });
    client.on('close', function () {
      if (++closed === COUNT) server.close(function () { wire.log('all', 'server closed'); });
    });
  })(i);
});
process.on('exit', function () { wire.log('all', closed, served, bytes, ends + failed, open); });
