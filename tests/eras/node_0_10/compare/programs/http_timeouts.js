// Timeouts of a server, a request, a response and their socket, in combination: who hears, and who closes.
var http = require('http');
var wire = require('./lib/wire');

function run(name, prepare, next) {
  var server = http.createServer(function (req, res) {
    req.resume();
    prepare.request(req, res, server);
    ['close', 'aborted'].forEach(function (event) { req.on(event, function () { wire.log(name, 'req', event); }); });
    res.on('close', function () { wire.log(name, 'res close'); });
  });
  if (prepare.server) prepare.server(server);
  server.on('connection', function (socket) { socket.on('close', function () { wire.log(name, 'socket close'); server.close(next); }); });
  server.listen(0, '127.0.0.1', function () {
    var req = http.get({port: server.address().port, host: '127.0.0.1', agent: false}, function (res) { res.resume(); res.on('end', function () { wire.log(name + ' client', 'end'); }); });
    req.on('error', function (error) { wire.log(name + ' client', error.code); });
  });
}
function says(name, what) { return function (socket) { wire.log(name, what, 'timeout', arguments.length, !!(socket && socket.destroy), this.constructor.name); if (socket && socket.destroy) socket.destroy(); }; }
var cases = {
  'server only': {server: function (s) { wire.log('server only', s.timeout, String(s.setTimeout(20)), s.timeout); }, request: function () {}},
  'server callback': {server: function (s) { s.setTimeout(20, says('server callback', 'server')); }, request: function () {}},
  'server event': {server: function (s) { s.timeout = 20; s.on('timeout', says('server event', 'server')); }, request: function () {}},
  'response': {request: function (req, res) { wire.log('response', String(res.setTimeout(20, says('response', 'res')))); }},
  'response without callback': {request: function (req, res) { res.setTimeout(20); }},
  'request': {request: function (req, res) { wire.log('request', String(req.setTimeout(20, says('request', 'req')))); }},
  'all three': {
    server: function (s) { s.setTimeout(1000, says('all three', 'server')); },
    request: function (req, res) {
      res.on('timeout', function () { wire.log('all three', 'res'); });
      req.on('timeout', function () { wire.log('all three', 'req'); });
      req.setTimeout(20);
    }
  },
  'request event, default': {server: function (s) { s.timeout = 20; }, request: function (req, res) { req.on('timeout', function () { wire.log('request event, default', 'req', arguments.length); setTimeout(function () { res.end('late'); }, 10); }); }},
  'socket': {request: function (req, res) { req.socket.setTimeout(20, function () { wire.log('socket', 'timeout', arguments.length); req.socket.destroy(); }); }},
  'socket, then response ends': {request: function (req, res) { req.socket.setTimeout(20, function () { wire.log('socket, then response ends', 'timeout'); res.end('ok'); }); }},
  'zero': {server: function (s) { s.setTimeout(0); }, request: function (req, res) { setTimeout(function () { res.end('ok'); }, 30); }},
  'zero on response': {server: function (s) { s.timeout = 20; }, request: function (req, res) { res.setTimeout(0); setTimeout(function () { res.end('ok'); }, 40); }}
};
(function next() {
  var name = Object.keys(cases)[0];
  if (!name) return;
  var prepare = cases[name];
  delete cases[name];
  run(name, prepare, next);
})();
