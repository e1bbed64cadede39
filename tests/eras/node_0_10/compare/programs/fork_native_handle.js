// What stands below a server goes to a fork, as balancers of the time had it: both accept from then on.
var cp = require('child_process');
var net = require('net');
if (process.argv[2]) {
  process.on('message', function (message, handle) {
    var server = net.createServer(function (socket) {
      socket.end('from the fork');
      server.close();
      process.disconnect();
    });
    server.listen(handle, function () { process.send(message + ', listening ' + (typeof server.address().port)); });
  });
} else {
  var fork = cp.fork(__filename, ['child']);
  var server = net.createServer();
  server.listen(0, '127.0.0.1', function () { console.log(fork.send('here', server._handle)); });
  fork.on('message', function (message) {
    console.log(message);
    var port = server.address().port;
    server.close();
    net.connect(port, '127.0.0.1').on('data', function (data) { console.log(String(data)); });
  });
  fork.on('exit', function (code, signal) { console.log('exit', code, signal); });
}
