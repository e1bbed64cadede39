// abort() while a request is queued, connecting, half sent; and what becomes of the agent and of others in its queue.
var http = require('http');
var wire = require('./lib/wire');

function trace(name, emitter, events) {
  events.forEach(function (event) {
    emitter.on(event, function (value) { wire.log(name, event, value instanceof Error ? [value.message, value.code] : ''); });
  });
}
function counts(agent) {
  return ['sockets', 'requests'].map(function (what) {
    return Object.keys(agent[what]).map(function (key) { return agent[what][key].length; }).join();
  });
}
var server = http.createServer(function (req, res) {
  wire.log('server', req.method, req.url);
  req.on('close', function () { wire.log('server', req.url, 'req close'); });
  res.on('close', function () { wire.log('server', req.url, 'res close'); });
  req.resume();
  req.on('end', function () { if (req.url !== '/never') setTimeout(function () { res.end('x'); }, 5); });
});
var steps = [
  function queued(port, next) {
    var agent = new http.Agent({maxSockets: 1});
    var first = http.get({port: port, host: '127.0.0.1', path: '/1', agent: agent});
    var second = http.get({port: port, host: '127.0.0.1', path: '/2', agent: agent});
    var third = http.get({port: port, host: '127.0.0.1', path: '/3', agent: agent});
    [first, second, third].forEach(function (req, i) { trace('queued ' + (i + 1), req, ['socket', 'response', 'error', 'close', 'finish']); });
    wire.log('client', 'queued', counts(agent));
    second.abort();
    wire.log('client', 'aborted', counts(agent));
    first.on('response', function (res) { res.resume(); res.on('end', function () { wire.log('client', 'first ended', counts(agent)); }); });
    third.on('response', function (res) { res.resume(); res.on('end', function () { setTimeout(function () { wire.log('client', 'at last', counts(agent)); next(); }, 20); }); });
  },
  function connecting(port, next) {
    var req = http.get({port: port, host: '127.0.0.1', path: '/connecting', agent: false});
    trace('connecting', req, ['socket', 'response', 'error', 'close', 'finish']);
    req.on('socket', function (socket) { wire.log('connecting', socket._connecting, socket.writable); setImmediate(function () { req.abort(); }); });
    setTimeout(next, 30);
  },
  function halfSent(port, next) {
    var req = http.request({port: port, host: '127.0.0.1', path: '/half', method: 'POST', agent: false, headers: {'Content-Length': 100}});
    trace('half sent', req, ['socket', 'response', 'error', 'close', 'finish']);
    req.write('some of it');
    setTimeout(function () {
      req.abort();
      wire.log('half sent', 'write after abort', String(req.write('more')), String(req.end()));
    }, 20);
    setTimeout(next, 50);
  },
  function waiting(port, next) {
    var req = http.get({port: port, host: '127.0.0.1', path: '/never', agent: false});
    trace('waiting', req, ['socket', 'response', 'error', 'close', 'finish']);
    setTimeout(function () { req.abort(); wire.log('waiting', 'aborted'); }, 20);
    setTimeout(next, 50);
  },
  function inAgent(port, next) {
    var agent = new http.Agent({maxSockets: 1});
    var first = http.get({port: port, host: '127.0.0.1', path: '/never', agent: agent});
    var second = http.get({port: port, host: '127.0.0.1', path: '/after', agent: agent});
    trace('in agent 1', first, ['socket', 'response', 'error', 'close']);
    trace('in agent 2', second, ['socket', 'response', 'error', 'close']);
    second.on('response', function (res) { res.on('end', function () { setTimeout(next, 20); }); res.resume(); });
    setTimeout(function () { first.abort(); }, 20);
  },
  function afterEnd(port, next) {
    var req = http.get({port: port, host: '127.0.0.1', path: '/ended', agent: false}, function (res) {
      trace('ended res', res, ['end', 'close', 'aborted', 'error']);
      res.on('end', function () { req.abort(); req.abort(); });
      res.resume();
    });
    trace('ended req', req, ['error', 'close']);
    setTimeout(next, 40);
  }
];
server.listen(0, '127.0.0.1', function next() {
  var step = steps.shift();
  if (!step) return server.close();
  wire.log('client', '--', step.name);
  step(server.address().port, next);
});
