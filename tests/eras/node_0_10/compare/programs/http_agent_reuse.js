// Keep-alive in an agent: which request gets which connection, in what order, and when a connection is not used again.
var http = require('http');
var wire = require('./lib/wire');

var connections = 0;
var server = http.createServer(function (req, res) {
  wire.log('server', req.url, 'on', req.socket.number, req.headers.connection);
  if (/close/.test(req.url)) res.setHeader('Connection', 'close');
  if (/length/.test(req.url)) { res.setHeader('Content-Length', 3); }
  setTimeout(function () { res.end('abc'); }, /slow/.test(req.url) ? 30 : 1);
});
server.on('connection', function (socket) { socket.number = ++connections; socket.on('close', function () { wire.log('closed', socket.number); }); });
function counts(agent) {
  return ['sockets', 'requests'].map(function (what) {
    return Object.keys(agent[what]).map(function (key) { return agent[what][key].length; }).join();
  });
}
server.listen(0, '127.0.0.1', function () {
  var agent = new http.Agent({maxSockets: 1});
  var paths = ['/a', '/b-close', '/c-length', '/d-slow', '/e', '/f-header', '/g', '/h-unread', '/i'];
  var left = paths.length;
  paths.forEach(function (path) {
    var options = {port: server.address().port, host: '127.0.0.1', path: path, agent: agent};
    if (/header/.test(path)) options.headers = {Connection: 'close'};
    var req = http.request(options, function (res) {
      wire.log('client', path, res.statusCode, res.headers.connection, res.headers['transfer-encoding'], counts(agent));
      res.on('end', function () {
        wire.log('client', path, 'end', counts(agent), res.socket === req.socket);
        process.nextTick(function () { wire.log('client', path, 'then', counts(agent)); });
        if (--left === 0) setTimeout(function () { wire.log('client', 'at last', counts(agent), connections); server.close(); }, 30);
      });
      if (/unread/.test(path)) setTimeout(function () { res.resume(); }, 20); else res.resume();
    });
    req.shouldSee = true;
    req.on('socket', function (socket) { wire.log('client', path, 'socket', socket._connecting === false); });
    req.end();
  });
});
