// uncaughtException keeps the program alive, and the request can still be answered.
var http = require('http');
var wire = require('./lib/wire');

var open = [];
process.on('uncaughtException', function (error) {
  wire.log('server', 'uncaught', error.message);
  open.shift().end('sorry');
});
var server = http.createServer(function (req, res) {
  open.push(res);
  if (req.url === '/tick') return process.nextTick(function () { throw new Error('in a tick'); });
  if (req.url === '/timer') return setTimeout(function () { throw new Error('in a timer'); }, 1);
  if (req.url === '/end') return req.on('end', function () { throw new Error('in end'); }).resume();
  throw new Error('in request');
});
wire.askAll(server, ['/', '/tick', '/timer', '/end'].map(function (path) {
  return 'GET ' + path + ' HTTP/1.1\r\nConnection: close\r\n\r\n';
}));
