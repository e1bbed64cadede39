// The program itself cuts the connection: req.destroy, res.destroy, socket.destroy, socket.end.
var http = require('http');
var wire = require('./lib/wire');

var cases = {
  '/req': function (req) { req.destroy(); },
  '/res': function (req, res) { res.destroy(); },
  '/socket': function (req) { req.connection.destroy(); },
  '/socket-end': function (req) { req.connection.end(); },
  '/after-write': function (req, res) { res.write('part'); setImmediate(function () { req.connection.destroy(); }); },
  '/with-error': function (req) { req.connection.destroy(new Error('mine')); }
};
var server = http.createServer(function (req, res) {
  ['end', 'close', 'aborted', 'error'].forEach(function (name) {
    req.on(name, function (error) { wire.log('server', req.url, 'req', name, error ? error.message : ''); });
  });
  ['finish', 'close', 'error'].forEach(function (name) {
    res.on(name, function (error) { wire.log('server', req.url, 'res', name, error ? error.message : ''); });
  });
  req.connection.on('close', function (failed) { wire.log('server', req.url, 'socket close', failed); });
  wire.log('server', req.url, 'same', req.connection === req.socket, req.socket === res.connection,
    res.connection === res.socket);
  cases[req.url](req, res);
  wire.log('server', req.url, 'destroyed', req.connection.destroyed);
});
server.on('clientError', function (error) { wire.log('server', 'clientError', error.message); });
wire.askAll(server, Object.keys(cases).map(function (path) { return 'GET ' + path + ' HTTP/1.1\r\n\r\n'; }));
