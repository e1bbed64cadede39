// What listen and connect make of ports, hosts, paths and descriptors of every kind; and what isIP makes of objects.
var net = require('net');

var values = ['', '-1', ' 12 ', '1e3', '0x10', '-', '1.5', 'Infinity', '12a', -1, 1.5, NaN, Infinity, 65536, 70000, true, false, undefined, {}, /x/];
var steps = [];

function ask(name, begin, told) {
  steps.push(function (next) {
    function over(text) {
      console.log(name, text);
      next();
    }
    try {
      var asked = begin();
    } catch (error) {
      return over('throws ' + error.name + ': ' + error.message);
    }
    asked.on('error', function (error) { over(error.message); });
    asked.on(told, function () {
      var address = asked.address();
      over(typeof address === 'string' ? 'path ' + address : address.address + ':' + (address.port < 30000 ? address.port : 'PORT'));
      if (told === 'listening') asked.close(); else asked.destroy();
    });
  });
}
// What listening on `value` would ask the system for: only 0, any port, suits a test.
function port(value) {
  return typeof value === 'string' && !(+value >= 0) ? value : +value >= 0 ? +value & 0xffff : 0;
}
values.forEach(function (value) {
  var name = typeof value + ' ' + value;
  ask('connect to ' + name, function () { return net.connect(value); }, 'connect');
  ask('connect to port ' + name, function () { return net.connect({port: value}); }, 'connect');
  if (value !== Infinity) ask('connect to path ' + name, function () { return net.connect({path: value}); }, 'connect');
  if (port(value) === 0 || typeof value === 'object') ask('listen on ' + name, function () { return net.createServer().listen(value); }, 'listening');
  if (typeof value !== 'number' || !(value >= 0)) ask('listen on fd ' + name, function () { return net.createServer().listen({fd: value}); }, 'listening');
  if (typeof value === 'number' || !value) ask('listen on host ' + name, function () { return net.createServer().listen(0, value); }, 'listening');
});
['127.0.0.9', '::1', '', 'localhost', '10.9.9.9'].forEach(function (local) {
  steps.push(function (next) {
    var server = net.createServer(function (socket) {
      console.log('from', JSON.stringify(local), socket.remoteAddress);
      socket.end();
    });
    server.listen(0, '127.0.0.1', function () {
      var client = net.connect({port: server.address().port, host: '127.0.0.1', localAddress: local});
      client.on('error', function (error) { console.log('from', JSON.stringify(local), error.message, error.syscall); });
      client.on('connect', function () { console.log('connected from', client.localAddress); });
      client.on('close', function (hadError) { server.close(next); });
      client.resume();
    });
  });
});
[99, {fd: 99}, {fd: require('fs').openSync(__filename, 'r')}].forEach(function (fd) {
  steps.push(function (next) {
    try { new net.Socket(fd); } catch (error) { console.log(error.name, error.message); }
    next();
  });
});
steps.push(function () {
  console.log(net.isIP(['1.2.3.4']), net.isIPv6({toString: function () { return '::1'; }}), net.isIP({}), net.isIP());
});
(function next() {
  var step = steps.shift();
  if (step) setImmediate(step, next);
})();
