// Sockets that leave an agent: agentRemove, Connection: close, localAddress in the name, errors that start the next.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', req.url, req.headers.connection);
  if (req.url === '/cut') return req.socket.destroy();
  if (req.url === '/close') res.setHeader('Connection', 'close');
  res.end(req.url);
});
server.on('connection', function () { wire.log('server', 'connection'); });
server.listen(0, '127.0.0.1', function () {
  var port = server.address().port;
  var agent = new http.Agent();
  agent.maxSockets = 1;
  function get(path, done, extra) {
    var options = {port: port, host: '127.0.0.1', path: path, agent: agent};
    for (var key in extra) options[key] = extra[key];
    var req = http.get(options, function (res) {
      var body = '';
      res.on('data', function (data) { body += data; });
      res.on('end', function () { wire.log('client', path, body); if (done) done(); });
    });
    req.on('error', function (error) { wire.log('client', path, error.message, error.code); });
    return req;
  }
  function removed() {
    var req = get('/removed', function () { req.socket.end(); server.close(); });
    req.on('socket', function (socket) {
      socket.emit('agentRemove');
      wire.log('client', 'after agentRemove', Object.keys(agent.sockets).map(wire.mask));
    });
  }
  get('/1');
  get('/close');
  get('/2');
  get('/cut');
  get('/3');
  get('/own-close', null, {headers: {Connection: 'close'}});
  get('/4', function () {
    wire.log('client', 'names', Object.keys(agent.sockets).map(wire.mask), Object.keys(agent.requests).map(wire.mask));
    get('/local', removed, {localAddress: '127.0.0.1'});
    wire.log('client', 'names', Object.keys(agent.sockets).map(wire.mask), Object.keys(agent.requests).map(wire.mask));
  });
});
