// ondata and onend, as sockets were read before streams2: in place of data, and beside end.
var net = require('net');
var wire = require('./lib/wire');

var server = net.createServer(function (socket) {
  var got = '';
  socket.ondata = function (buffer, start, end) {
    got += buffer.toString('utf8', start, end);
    if (got === 'hello, server') socket.end('bye');
  };
  socket.onend = function () { wire.log('server', 'onend', got, this === socket); };
  ['data', 'end', 'close'].forEach(function (event) {
    socket.on(event, function () { wire.log('server', event, socket._readableState.length); });
  });
});
server.listen(0, function () {
  var client = net.connect(server.address().port);
  client.onend = function () { wire.log('client', 'onend'); };
  client.write('hello, ');
  client.write('server');
  ['data', 'end', 'close'].forEach(function (event) {
    client.on(event, function (value) { wire.log('client', event, String(value)); });
  });
  client.on('close', function () { server.close(); });
});
