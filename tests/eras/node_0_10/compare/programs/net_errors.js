// Errors of sockets: refused, reset, a broken pipe, a name that is none; every field, and what follows.
var net = require('net');
var wire = require('./lib/wire');

function trace(name, socket) {
  ['connect', 'end', 'close', 'timeout'].forEach(function (event) {
    socket.on(event, function (value) { wire.log(name, event, value === undefined ? '' : value); });
  });
  socket.on('error', function (error) {
    wire.log(name, 'error', error.name, error.message, error.code, error.errno, error.syscall, Object.keys(error).sort(), String(error), error instanceof Error);
  });
  return socket;
}
var steps = [
  function refused(port, next) { trace('refused', net.connect(port, '127.0.0.1')).on('close', next); },
  function unknown(port, next) { trace('unknown', net.connect(port, 'no.such.host.invalid')).on('close', next); },
  function notMine(port, next) { trace('not mine', net.connect({port: port, host: '127.0.0.1', localAddress: '192.0.2.1'})).on('close', next); },
  function noSocket(port, next) { trace('no socket', net.connect('/nonexistent/socket')).on('close', next); },
  function noFile(port, next) { trace('no socket there', net.connect(__filename)).on('close', next); },
  function reset(port, next) {
    var server = net.createServer(function (socket) {
      server.close();
      socket.pause();
      socket.write('something the client has not read');
      setTimeout(function () { socket.destroy(); }, 20);
    }).listen(0, '127.0.0.1', function () {
      var socket = trace('reset', net.connect(server.address().port, '127.0.0.1'));
      socket.resume();
      socket.on('connect', function () { socket.write('never read'); });
      socket.on('close', next);
    });
  },
  function pipe(port, next) {
    var server = net.createServer(function (socket) { server.close(); socket.destroy(); }).listen(0, '127.0.0.1', function () {
      var socket = net.connect({port: server.address().port, host: '127.0.0.1', allowHalfOpen: true}), told;
      socket.resume();
      socket.on('error', function (error) { told = ['EPIPE', 'ECONNRESET'].indexOf(error.code) >= 0 && [error.message === error.syscall + ' ' + error.code, error.errno === error.code, error.syscall]; });
      var timer = setInterval(function () { if (!socket.destroyed) socket.write('x'); }, 5);
      socket.on('close', function (hadError) { clearInterval(timer); wire.log('pipe', 'close', hadError, told); next(); });
    });
  }
];
var probe = net.createServer().listen(0, '127.0.0.1', function () {
  var port = probe.address().port;
  probe.close(function next() {
    var step = steps.shift();
    if (step) { wire.log('order', step.name); step(port, next); }
  });
});
