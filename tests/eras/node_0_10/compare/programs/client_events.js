// The order of everything a request, its response and its socket emit.
var http = require('http');
var wire = require('./lib/wire');

function trace(name, emitter, events) {
  events.forEach(function (event) {
    emitter.on(event, function () { wire.log('client', name, event, arguments.length); });
  });
}
var server = http.createServer(function (req, res) {
  req.resume();
  req.on('end', function () {
    res.writeHead(200, {'Content-Length': 5});
    res.end('hello');
  });
});
function ask(agent, done) {
  var req = http.request({port: server.address().port, host: '127.0.0.1', method: 'POST', agent: agent});
  trace('req', req, ['socket', 'response', 'continue', 'drain', 'finish', 'close', 'end', 'error', 'abort']);
  req.on('socket', function (socket) {
    trace('socket', socket, ['lookup', 'connect', 'end', 'finish', 'close', 'free', 'agentRemove', 'timeout', 'error']);
    socket.on('close', done);
    wire.log('client', 'same', socket === req.socket, socket === req.connection);
  });
  req.on('response', function (res) {
    trace('res', res, ['data', 'end', 'close', 'aborted', 'error', 'readable']);
    wire.log('client', 'status', res.statusCode, res.httpVersion, res.headers['content-length'], res.method == null,
      JSON.stringify(res.url), res.socket === req.socket, String(res.statusMessage));
  });
  process.nextTick(function () { wire.log('client', 'tick after request'); });
  setImmediate(function () { wire.log('immediate', 'socket is there', !!req.socket); });
  wire.log('client', 'write', req.write('a'));
  wire.log('client', 'end', req.end('b'));
  wire.log('client', 'no socket yet', !req.socket, !req.connection);
}
server.listen(0, '127.0.0.1', function () {
  wire.log('client', '-- agent: false');
  ask(false, function () {
    wire.log('client', '-- global agent');
    ask(undefined, function () { server.close(); });
  });
});
