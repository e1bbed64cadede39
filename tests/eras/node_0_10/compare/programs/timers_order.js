// What runs before what: code, ticks, immediates and timers, also from within a request.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  setTimeout(function () { wire.log('order', 'timeout'); res.end('x'); }, 50);
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
});
wire.askAll(server, ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n']);
