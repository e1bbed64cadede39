var check = require('../../checks').check, note = require('../../checks').note;
var http = require('http'), net = require('net');
var wire = require('./lib/wire');

/** Make `count` requests at once through `agent`; `now(port, requests)`; after the last response `done()` is called. */
function requests(agent, count, now, done) {
  var left = count, made = [];
  var server = http.createServer(function (request, response) { response.end(); });
  wire.listen(server, function (port) {
    for (var i = 0; i < count; i++) made.push(http.get({host: '127.0.0.1', port: port, agent: agent, path: '/' + i}, answered));
    now('127.0.0.1:' + port, made);
  });
  function answered(response) {
    response.resume();
    response.on('end', function () {
      if (--left === 0) server.close(done);
    });
  }
}

check('http.Agent maxSockets default', function (done) { done(new http.Agent().maxSockets, http.Agent.defaultMaxSockets); });
check('http.Agent maxSockets', function (done) {
  var agent = new http.Agent(), seen;
  agent.maxSockets = 2;
  requests(agent, 3, function (name) { seen = [agent.sockets[name].length, agent.requests[name].length]; }, function () { done(seen); });
});
check('http.Agent option maxSockets', function (done) {
  var agent = new http.Agent({maxSockets: 1}), seen;
  requests(agent, 3, function (name) { seen = [agent.sockets[name].length, agent.requests[name].length]; }, function () { done(seen); });
});
check('http.Agent sockets', function (done) {
  var agent = new http.Agent(), seen = [agent.sockets];
  requests(agent, 2, function (name, made) {
    seen.push(agent.sockets[name].length, agent.sockets[name][0] instanceof net.Socket);
  }, function () {
    setTimeout(function () { done(seen, agent.sockets); }, 10);
  });
});
check('http.Agent requests', function (done) {
  var agent = new http.Agent({maxSockets: 1}), seen = [agent.requests];
  requests(agent, 3, function (name, made) {
    seen.push(agent.requests[name].length, agent.requests[name][0] === made[1]);
  }, function () { done(seen, agent.requests); });
});
check('http.Agent sockets are kept while requests wait', function (done) {
  var agent = new http.Agent({maxSockets: 1}), sockets = [];
  requests(agent, 3, function (name, made) {
    made.forEach(function (request) {
      request.on('socket', function (socket) { if (sockets.indexOf(socket) < 0) sockets.push(socket); });
    });
  }, function () { done(sockets.length); });
});
check('http.Agent event free(socket, host, port)', function (done) {
  var agent = new http.Agent(), seen = [];
  agent.on('free', function (socket, host, port) { seen.push(socket instanceof net.Socket, host, typeof port); });
  requests(agent, 1, function () {}, function () { done(seen); });
});
check('http.Agent event agentRemove', function (done) {
  var agent = new http.Agent({maxSockets: 1}), seen = [];
  requests(agent, 1, function (name, made) {
    made[0].on('socket', function (socket) {
      seen.push(agent.sockets[name].length);
      socket.emit('agentRemove');
      seen.push(agent.sockets[name]);
      made[0].on('response', function (response) { response.on('end', function () { socket.destroy(); }); });
    });
  }, function () { done(seen); });
});
