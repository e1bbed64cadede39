// setHeader, getHeader and removeHeader of a request, before and after its head is sent.
var http = require('http');
var wire = require('./lib/wire');

function attempt(name, call) {
  try {
    wire.log('client', name, 'returned', String(call()));
  } catch (error) {
    wire.log('client', name, 'threw', error.name, error.message);
  }
}
var server = wire.answering(function (got, socket) {
  if (/\r\n0\r\nX-Trail: t\r\n\r\n$/.test(got)) socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n');
}, function (port) {
  var req = http.request({port: port, host: '127.0.0.1', method: 'POST', headers: {'X-Given': 'g', 'X-Gone': 'x'}});
  attempt('get given', function () { return req.getHeader('x-given'); });
  attempt('get host', function () { return wire.mask(req.getHeader('Host')); });
  attempt('get connection', function () { return req.getHeader('connection'); });
  attempt('set', function () { return req.setHeader('X-Set', ['a', 'b']); });
  attempt('replace', function () { return req.setHeader('x-given', 'new'); });
  attempt('remove', function () { return req.removeHeader('x-gone'); });
  attempt('headersSent', function () { return req.headersSent; });
  attempt('path', function () { return [req.path, req.method]; });
  attempt('write', function () { return req.write('one'); });
  attempt('headersSent', function () { return req.headersSent; });
  attempt('set late', function () { return req.setHeader('X-Late', '1'); });
  attempt('remove late', function () { return req.removeHeader('X-Set'); });
  attempt('get late', function () { return req.getHeader('X-Set'); });
  attempt('write number', function () { return req.write(1); });
  attempt('trailers', function () { return req.addTrailers({'X-Trail': 't'}); });
  attempt('end', function () { return req.end('two'); });
  attempt('end again', function () { return req.end(); });
  attempt('not writable', function () { return req.writable; });
  req.on('response', function (res) {
    attempt('set after response', function () { return req.setHeader('a', 'b'); });
    res.resume();
    res.on('end', function () { server.close(); });
  });
});
