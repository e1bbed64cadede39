// An agent whose connections are refused or cut: every request in the queue hears of it, in order, and the queue goes on.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

function counts(agent) {
  return ['sockets', 'requests'].map(function (what) {
    return Object.keys(agent[what]).map(function (key) { return agent[what][key].length; }).join();
  });
}
function refused(next) {
  var probe = net.createServer().listen(0, '127.0.0.1', function () {
    var port = probe.address().port;
    probe.close(function () {
      var agent = new http.Agent({maxSockets: 2}), left = 5;
      for (var i = 1; i <= 5; i++) (function (i) {
        var req = http.get({port: port, host: '127.0.0.1', path: '/' + i, agent: agent});
        req.on('socket', function () { wire.log('refused', i, 'socket'); });
        req.on('error', function (error) { wire.log('refused', i, error.message, error.code, error.syscall); });
        req.on('close', function () { wire.log('refused', i, 'close'); });
        req.on('response', function () { wire.log('refused', 'never'); });
        req.on(i % 2 ? 'close' : 'error', function () { if (--left === 0) setTimeout(function () { wire.log('refused', 'left', counts(agent)); next(); }, 20); });
      })(i);
      wire.log('refused', counts(agent));
    });
  });
}
function cut(next) {
  var seen = 0;
  var server = net.createServer(function (socket) {
    socket.on('error', function () {});
    socket.on('data', function () {
      if (++seen % 2) socket.destroy();
      else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    });
  }).listen(0, '127.0.0.1', function () {
    var agent = new http.Agent({maxSockets: 1}), left = 4;
    for (var i = 1; i <= 4; i++) (function (i) {
      var req = http.get({port: server.address().port, host: '127.0.0.1', path: '/' + i, agent: agent});
      function over() { if (--left === 0) setTimeout(function () { wire.log('cut', counts(agent)); server.close(); next(); }, 20); }
      req.on('error', function (error) { wire.log('cut', i, error.message, error.code); over(); });
      req.on('response', function (res) { res.on('end', function () { wire.log('cut', i, 'ok'); over(); }); res.resume(); });
    })(i);
  });
}
refused(function () { cut(function () {}); });
