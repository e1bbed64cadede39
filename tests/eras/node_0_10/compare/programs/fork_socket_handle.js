// A connection goes to a fork: what each side sees of it then, and how the server counts it and waits for it.
var cp = require('child_process');
var net = require('net');
if (process.argv[2]) {
  process.on('message', function (message, socket) {
    if (!socket) return process.disconnect();
    console.log('fork', message, socket instanceof net.Socket, socket.readable, socket.writable, socket.remoteAddress, socket.bytesRead);
    socket.on('data', function (data) {
      console.log('fork got', String(data));
      socket.end('fork says ' + data);
    });
    socket.on('close', function (failed) { console.log('fork: close', failed); });
    process.send('got it');
  });
} else {
  var fork = cp.fork(__filename, ['child'], { silent: true });
  var client, output = '', over = [];
  var server = net.createServer(function (socket) {
    ['data', 'end', 'close'].forEach(function (event) { socket.on(event, function () { console.log('parent', event); }); });
    console.log(fork.send({ a: 'socket' }, socket));
    console.log(socket.destroyed, socket.readable, socket.writable, socket.remoteAddress, socket.remotePort);
  });
  var finished = function (what) {
    over.push(what);
    if (over.length === 2) fork.send('bye');
  };
  server.listen(0, '127.0.0.1', function () { client = net.connect(server.address().port, '127.0.0.1'); });
  fork.on('message', function (message) {
    console.log('parent:', message);
    server.getConnections(function (error, count) {
      console.log('count', error, count);
      client.on('data', function (data) { console.log('client got', String(data)); });
      client.on('close', function () { finished('client closed'); });
      server.close(function () { finished('server closed'); });
      client.end('hello');
    });
  });
  fork.stdout.on('data', function (data) { output += data; });
  fork.on('close', function (code, signal) { console.log(over.sort(), output, code, signal); });
}
