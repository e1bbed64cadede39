// Listening: every form, and every way to fail.
var net = require('net');
var path = require('path');
var os = require('os');
var fs = require('fs');
var wire = require('./lib/wire');

function what(error) { return [error.name, error.message, error.code, error.errno, error.syscall, Object.keys(error).sort()]; }
function address(server) {
  var a = server.address();
  if (a && a.port) a.port = a.port > 0 ? 'PORT' : a.port;
  return typeof a === 'string' ? path.basename(a, '.' + process.pid) : a;
}
var file = path.join(os.tmpdir(), 'eras-listen.' + process.pid);
var steps = [
  ['port', function (s, port) { return s.listen(0); }],
  ['port host', function (s) { return s.listen(0, '127.0.0.1'); }],
  ['port backlog', function (s) { return s.listen(0, 10); }],
  ['port host backlog', function (s) { return s.listen(0, '127.0.0.1', 10); }],
  ['name', function (s) { return s.listen(0, 'localhost'); }],
  ['text port', function (s) { return s.listen('0'); }],
  ['nothing', function (s) { return s.listen(); }],
  ['null', function (s) { return s.listen(null); }],
  ['ipv6', function (s) { return s.listen(0, '::1'); }],
  ['path', function (s) { return s.listen(file); }],
  ['path in use', function (s) { return s.listen(__filename); }],
  ['no folder', function (s) { return s.listen('/nonexistent/folder/x.sock'); }],
  ['in use', function (s, port) { return s.listen(port, '127.0.0.1'); }],
  ['in use, any host', function (s, port) { return s.listen(port); }],
  ['address of others', function (s) { return s.listen(0, '192.0.2.1'); }],
  ['no fd', function (s) { return s.listen({fd: 999}); }],
  ['a handle', function (s, port, taken) { return s.listen(taken); }]
];
var taken = net.createServer();
taken.listen(0, '127.0.0.1', function next() {
  var step = steps.shift();
  if (!step) return taken._handle ? taken.close() : undefined;
  var server = net.createServer(), over = false;
  function done() { if (!over) { over = true; setImmediate(next); } }
  server.on('listening', function () {
    wire.log('server', step[0], 'listening', arguments.length, address(server));
    server.on('close', function () { wire.log('server', step[0], 'close', arguments.length, address(server)); done(); });
    server.close();
  });
  server.on('error', function (error) {
    wire.log('server', step[0], 'error', what(error), address(server));
    try { server.close(); } catch (e) { wire.log('server', step[0], 'close', e.name, e.message); }
    done();
  });
  try {
    wire.log('server', step[0], step[1](server, taken.address().port, taken) === server);
    if (!/host|ipv6/.test(step[0])) wire.log('server', step[0], 'at once', !!server.address());
  } catch (e) { wire.log('server', step[0], 'thrown', e.name); done(); }
});
