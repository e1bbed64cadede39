// What a request tells when its answer, or the end of its connection, comes at an odd moment; heads fixed from the start.
var http = require('http');
var wire = require('./lib/wire');

var agent = new http.Agent({maxSockets: 1});
function late(act) { setImmediate(function () { setImmediate(act); }); }
function counts(lists) { return Object.keys(lists).map(function (name) { return lists[name].length; }).join(); }
function watch(name, emitter, events) {
  events.forEach(function (event) {
    emitter.on(event, function (value) { wire.log(name, event, value instanceof Error ? value.code || value.message : ''); });
  });
}
var OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

var cases = [
  ['a head as pairs', {headers: [['X', '1']], method: 'POST', agent: false}, OK],
  ['a head with Expect', {headers: {Expect: 'x'}, method: 'POST', agent: false}, OK],
  ['junk for HEAD', {method: 'HEAD', agent: false}, 'junk'],
  ['complete but never read', {agent: agent}, OK, function (req, res) { res.pause(); late(function () { req.abort(); }); }],
  ['the pool when the request closes', {agent: agent}, '', null, function (req) {
    req.on('close', function () { wire.log('the pool when the request closes', 'sockets', counts(agent.sockets)); });
  }],
  ['ended behind the connection', {method: 'POST', agent: false}, 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok', function (req, res) {
    res.resume();
    req.on('close', function () { late(function () { wire.log('ended behind the connection', String(req.end('late'))); }); });
  }],
  ['destroyed before it has a socket', {agent: false}, OK, null, function (req) { req.destroy(); }],
  ['a socket that left the pool', {agent: agent}, OK, function (req, res) {
    req.socket.emit('agentRemove');
    res.resume();
    res.on('end', function () { late(function () { req.socket.destroy(); }); });
  }, function (req) { req.on('socket', function (socket) { watch('a socket that left the pool', socket, ['free', 'close']); }); }]
];

(function next() {
  var one = cases.shift();
  if (!one) return reused();
  var server = wire.answering(function (got, socket) {
    if (/\r\n\r\n/.test(got)) { if (one[2]) socket.write(one[2]); else socket.destroy(); return false; }
  }, function (port) {
    one[1].port = port;
    one[1].host = '127.0.0.1';
    var req = http.request(one[1], function (res) {
      watch(one[0] + ', response', res, ['aborted', 'end', 'close']);
      if (one[3]) one[3](req, res); else res.on('end', function () { req.socket.destroy(); }).resume();
    });
    watch(one[0], req, ['finish', 'error', 'close']);
    if (one[4]) one[4](req);
    if (one[0] === 'ended behind the connection') req.write('early'); else req.end();
    req.on('socket', function (socket) {
      socket.on('close', function () { late(function () { late(function () { server.close(next); }); }); });
    });
  });
})();

// Bytes that came before who they answer.
function reused() {
  var requests = 0;
  var server = wire.answering(function (got, socket) {
    if (++requests === 1) socket.write(OK + 'HTTP/1.1 302 Found\r\nLoc');
    else socket.write('ation: /\r\nContent-Length: 0\r\n\r\n');
    return true;
  }, function (port) {
    http.get({host: '127.0.0.1', port: port, agent: agent, path: '/first'}, function (res) { res.resume(); });
    var second = http.get({host: '127.0.0.1', port: port, agent: agent, path: '/second'}, function (res) { wire.log('second', res.statusCode); });
    watch('second', second, ['error', 'close']);
    second.on('close', function () { server.close(); });
  });
}
