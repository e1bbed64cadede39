// What runs before what: code, ticks, immediates and timers, also from within a request.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  setTimeout(function () { wire.log('order', 'timeout'); res.end('x'); }, 1);
  setImmediate(function () {
    wire.log('order', 'immediate');
    process.nextTick(function () { wire.log('order', 'tick in immediate'); });
  });
  setImmediate(function () { wire.log('order', 'immediate 2'); });
  process.nextTick(function () {
    wire.log('order', 'tick');
    process.nextTick(function () { wire.log('order', 'tick in tick'); });
  });
  process.nextTick(function () { wire.log('order', 'tick 2'); });
  wire.log('order', 'code');
  // The timer is due when the first immediate has run, and each round runs one of these.
  for (var until = Date.now() + 5; Date.now() < until;) { /* on */ }
});
wire.askAll(server, ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n']);
