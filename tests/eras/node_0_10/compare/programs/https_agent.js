// Agents: the names of their queues, five sockets for each host, requests that wait, and options of their own.
var https = require('https');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function keys(object, port) {
  return Object.keys(object).map(function (key) { return key.split(port).join('PORT') + '=' + object[key].length; }).join(' ');
}
var waiting = [];
var server = https.createServer(pems.options('server'), function (req, res) {
  waiting.push(res);
  server.emit('waiting', waiting.length);
});
var connections = 0;
server.on('secureConnection', function () { connections++; });
wire.log('global', https.globalAgent.maxSockets, https.globalAgent.defaultPort, https.globalAgent instanceof https.Agent,
  https.globalAgent instanceof require('http').Agent);

function queue(name, agent, more, done) {
  var port = server.address().port;
  var left = 8;
  function get(i) {
    var options = {host: '127.0.0.1', port: port, path: '/' + i, agent: agent};
    for (var key in more) options[key] = more[key];
    https.get(options, function (res) {
      res.resume();
      res.on('end', function () {
        if (--left) return;
        setTimeout(function () {
          wire.log(name, 'at the end', keys(agent.sockets, port), keys(agent.requests, port), connections);
          connections = 0;
          done();
        }, 20);
      });
    }).on('error', function (error) { wire.log(name, pems.error(error)); });
  }
  for (var i = 0; i < 8; i++) get(i);
  wire.log(name, 'before', keys(agent.sockets, port), keys(agent.requests, port));
  var before = agent.maxSockets;
  server.on('waiting', function full(count) {
    if (count < before) return;
    server.removeListener('waiting', full);
    wire.log(name, 'full', keys(agent.sockets, port), keys(agent.requests, port), connections);
    server.on('waiting', function () { waiting.splice(0).forEach(function (res) { res.end('x'); }); });
    waiting.splice(0).forEach(function (res) { res.end('x'); });
  });
}
server.listen(0, '127.0.0.1', function () {
  queue('ca', new https.Agent({ca: [pems.ca]}), {}, function () {
    server.removeAllListeners('waiting');
    var two = new https.Agent({rejectUnauthorized: false, maxSockets: 2});
    queue('two', two, {}, function () {
      server.removeAllListeners('waiting');
      https.globalAgent.options.ca = [pems.ca];
      queue('global', https.globalAgent, {agent: undefined}, function () { server.close(); });
    });
  });
});
