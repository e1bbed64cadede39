// What a listener gets: the classes of request and response, and whose `this` it is.
var http = require('http');
var net = require('net');
var stream = require('stream');
var events = require('events');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', this === server, arguments.length);
  wire.log('server', req instanceof http.IncomingMessage, res instanceof http.ServerResponse,
    req instanceof stream.Readable, req instanceof events.EventEmitter, res instanceof stream,
    req.socket instanceof net.Socket, req.constructor === http.IncomingMessage);
  wire.log('server', req.socket.remoteAddress, typeof req.socket.remotePort, req.socket.address().address);
  res.on('finish', function () { wire.log('server', 'finish', this === res); });
  req.on('end', function () { wire.log('server', 'end', this === req); });
  req.resume();
  req.mine = 'yes';
  res.locals = {req: req};
  wire.log('server', res.locals.req.mine, Object.prototype.toString.call(req.headers), typeof req.httpVersion);
  res.end();
});
server.on('connection', function (socket) {
  wire.log('server', 'connection', this === server, socket instanceof net.Socket, socket.server === server);
});
server.listen(0, '127.0.0.1', function () {
  wire.log('server', 'listening', this === server, typeof server.address().port, server.address().family);
  var req = http.get({port: server.address().port, host: '127.0.0.1'}, function (res) {
    wire.log('client', this === req, res instanceof http.IncomingMessage, req instanceof http.ClientRequest);
    res.on('data', function () {});
    res.on('end', function () { wire.log('client', 'end', this === res); server.close(); });
  });
});
