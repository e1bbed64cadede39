// An agent, or a request without one, whose sockets the program connects itself, some time after they were handed over.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

function late(act) { setImmediate(function () { setImmediate(act); }); }
function ask(name, options, done) {
  var req = http.request(options, function (res) {
    wire.log(name, 'response', res.statusCode);
    res.on('data', function (data) { wire.log(name, 'data', String(data)); });
    res.on('end', function () { wire.log(name, 'end'); });
  });
  ['socket', 'finish', 'drain', 'error', 'close'].forEach(function (event) {
    req.on(event, function (value) { wire.log(name, event, value instanceof Error ? value.code : ''); });
  });
  req.on('close', function () { late(done); });
  req.on('socket', function (socket) { wire.log(name, socket === req.socket); });
  req.write('early ');
  req.end('body');
  return req;
}
function connecting(how) {
  return function () {
    var socket = new net.Socket();
    late(function () { how(socket); });
    return socket;
  };
}

var server = http.createServer(function (req, res) {
  wire.log('server', req.method, req.url);
  res.setHeader('Connection', 'close');
  req.pipe(res);
});
server.listen(0, '127.0.0.1', function () {
  var port = server.address().port;
  var agent = new http.Agent();
  agent.createConnection = connecting(function (socket) { socket.connect(port, '127.0.0.1'); });
  agent.createSocket = function () { return agent.createConnection(); };
  ask('agent', {method: 'POST', path: '/agent', agent: agent}, function () {
    ask('alone', {method: 'POST', path: '/alone', agent: false, createConnection: agent.createConnection}, function () {
      var refused = connecting(function (socket) { socket.connect(1, '127.0.0.1'); });
      ask('refused', {method: 'POST', agent: false, createConnection: refused}, function () {
        var given = connecting(function (socket) { socket.connect(port, '127.0.0.1'); });
        ask('aborted', {method: 'POST', path: '/aborted', agent: false, createConnection: given}, function () { server.close(); })
          .on('socket', function (socket) { socket.on('connect', function () { this.destroy(); }); });
      });
    });
  });
});
