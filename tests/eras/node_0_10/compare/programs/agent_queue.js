// An agent's sockets and queue: names, order, reuse, and the end of an idle socket.
var http = require('http');
var wire = require('./lib/wire');

var connections = 0;
var server = http.createServer(function (req, res) {
  wire.log('server', req.url, req.headers.connection);
  res.end('x');
});
server.on('connection', function () { connections++; });
function counts(agent, what) {
  var keys = {};
  Object.keys(agent[what]).forEach(function (key) { keys[wire.mask(key)] = agent[what][key].length; });
  return keys;
}
server.listen(0, '127.0.0.1', function () {
  var agent = new http.Agent({maxSockets: 1});
  wire.log('client', 'defaults', http.globalAgent.maxSockets, http.Agent.defaultMaxSockets, http.globalAgent.defaultPort,
    http.globalAgent instanceof http.Agent);
  var left = 5;
  for (var i = 1; i <= 5; i++) (function (i) {
    var req = http.get({port: server.address().port, host: '127.0.0.1', path: '/' + i, agent: agent}, function (res) {
      wire.log('client', 'response', i);
      res.on('end', function () {
        if (--left === 0) setTimeout(function () {
          wire.log('client', 'at last', counts(agent, 'sockets'), counts(agent, 'requests'), connections);
          server.close();
        }, 20);
      });
      res.resume();
    });
    req.on('socket', function () { wire.log('client', 'socket', i); });
    wire.log('client', 'asked', i, counts(agent, 'sockets'), counts(agent, 'requests'));
  })(i);
});
