// Nobody listens: the error of a refused connection, with and without an agent.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

function describe(error) {
  return [error.name, error.message, error.code, error.errno, error.syscall, Object.keys(error).sort()];
}
var probe = net.createServer().listen(0, '127.0.0.1', function () {
  var port = probe.address().port;
  probe.close(function () {
    [undefined, false].forEach(function (agent, i) {
      var side = 'client ' + i;
      var req = http.get({port: port, host: '127.0.0.1', agent: agent}, function () { wire.log(side, 'response'); });
      ['socket', 'close', 'finish'].forEach(function (name) {
        req.on(name, function () { wire.log(side, 'req', name); });
      });
      req.on('error', function (error) { wire.log(side, 'error', describe(error)); });
      req.on('socket', function (socket) {
        socket.on('error', function (error) { wire.log(side, 'socket error', error.code); });
        socket.on('close', function (failed) { wire.log(side, 'socket close', failed); });
      });
    });
    var socket = net.connect(port, '127.0.0.1');
    socket.on('error', function (error) { wire.log('net', 'error', describe(error)); });
    socket.on('close', function (failed) { wire.log('net', 'close', failed); });
    http.get({socketPath: '/nowhere/at/all.sock'}).on('error', function (error) { wire.log('unix', describe(error)); });
  });
});
