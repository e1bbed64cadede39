// The socket destroyed under a request or a response, at several moments; what both sides hear.
var http = require('http');
var wire = require('./lib/wire');

function trace(name, emitter, events) {
  events.forEach(function (event) { emitter.on(event, function (value) { wire.log(name, event, value instanceof Error ? value.message : ''); }); });
}
var acts = {
  '/at once': function (req, res) { req.connection.destroy(); wire.log('/at once', res.write('x'), res.socket && res.socket.destroyed, String(res.end('y'))); },
  '/after head': function (req, res) { res.writeHead(200, {'Content-Length': 10}); res.write('12345'); setTimeout(function () { res.socket.destroy(); }, 10); },
  '/after end': function (req, res) { var socket = res.socket; res.end('done'); wire.log('/after end', res.socket); socket.destroy(); },
  '/res.destroy': function (req, res) { res.write('x'); setTimeout(function () { wire.log('/res.destroy', String(res.destroy())); }, 10); },
  '/req.destroy': function (req, res) { req.destroy(); setTimeout(function () { wire.log('/req.destroy', String(res.end('late')), res.finished); }, 10); },
  '/with error': function (req, res) { req.socket.destroy(new Error('on purpose')); },
  '/in data': function (req, res) { req.on('data', function () { req.socket.destroy(); }); },
  '/socket.end': function (req, res) { res.write('part'); setTimeout(function () { req.socket.end(); }, 10); },
  '/end with': function (req, res) { req.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'); }
};
var server = http.createServer(function (req, res) {
  var name = decodeURI(req.url);
  trace(name, req, ['end', 'close', 'aborted', 'error']);
  trace(name, res, ['finish', 'close', 'error']);
  if (name !== '/in data') req.resume();
  acts[name](req, res);
});
server.on('clientError', function (error) { wire.log('server', 'clientError', error.message); });
server.listen(0, '127.0.0.1', function next() {
  var name = Object.keys(acts)[0];
  if (!name) return server.close();
  var moved = false;
  function go() { if (!moved) { moved = true; delete acts[name]; setTimeout(next, 15); } }
  var req = http.request({port: server.address().port, host: '127.0.0.1', path: encodeURI(name), method: 'POST', agent: false}, function (res) {
    trace(name + ' client res', res, ['end', 'close', 'aborted']);
    var got = '';
    res.on('data', function (data) { got += data; });
    res.on('end', function () { wire.log(name + ' client res', got); });
  });
  trace(name + ' client req', req, ['error', 'close']);
  req.on('close', go);
  req.end('body');
});
