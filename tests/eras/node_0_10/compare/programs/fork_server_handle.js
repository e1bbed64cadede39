// A listening server goes to a fork: the fork answers when the parent has stopped listening.
var cp = require('child_process');
var net = require('net');
if (process.argv[2]) {
  process.on('message', function (message, server) {
    if (message.bye) return process.disconnect();
    if (!server) return console.log('fork', message);
    console.log('fork', message, server instanceof net.Server, typeof server.address().port);
    server.on('connection', function (socket) {
      socket.end('from the fork');
      server.close(function () { console.log('fork: closed'); });
    });
    process.send({ port: server.address().port });
  });
} else {
  var fork = cp.fork(__filename, ['child'], { silent: true });
  var output = '';
  fork.stdout.on('data', function (data) { output += data; });
  var server = net.createServer(function () { console.log('not here'); });
  server.listen(0, '127.0.0.1', function () {
    console.log(fork.send({ take: 'this', list: [1, 'é'] }, server), fork.send('later'), typeof server.address().port);
  });
  fork.once('message', function (message) {
    console.log('same port', message.port === server.address().port);
    server.close(function () { console.log('parent: closed'); });
    var client = net.connect(message.port, '127.0.0.1');
    client.on('data', function (data) { console.log('client', String(data)); });
    client.on('close', function () { fork.send({ bye: true }); });
  });
  fork.on('close', function (code, signal) { console.log('close', code, signal, output); });
}
