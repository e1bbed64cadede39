// Writes before the connection is there, after the peer's FIN, after our own, and what becomes of their callbacks.
var net = require('net');
var wire = require('./lib/wire');

function done(side, label) { return function (error) { wire.log(side, label, 'called back', error ? [error.message, error.code] : ''); }; }
var steps = [
  function early(next) {
    var server = net.createServer(function (socket) {
      server.close();
      socket.setEncoding('utf8');
      var all = '';
      socket.on('data', function (text) { all += text; });
      socket.on('end', function () { wire.log('server', 'early got', all); });
    }).listen(0, '127.0.0.1', function () {
      var socket = net.connect(server.address().port, '127.0.0.1');
      wire.log('client', 'early', socket.write('one ', done('client', 'one')), socket.write('two ', 'utf8', done('client', 'two')), socket.write(new Buffer('three ')));
      wire.log('client', 'early', socket.bufferSize, socket.bytesWritten, socket.writable);
      socket.end('four');
      wire.log('client', 'early', socket.bufferSize, socket.bytesWritten, socket.writable);
      ['connect', 'drain', 'finish', 'end', 'close'].forEach(function (name) { socket.on(name, function () { wire.log('client', 'early', name); }); });
      socket.on('close', next);
      socket.resume();
    });
  },
  function afterFin(next) {
    var server = net.createServer(function (socket) { server.close(); socket.end('bye'); socket.on('error', function () {}); socket.resume(); });
    server.listen(0, '127.0.0.1', function () {
      var socket = net.connect(server.address().port, '127.0.0.1');
      socket.resume();
      socket.on('error', function (error) { wire.log('client', 'after fin error', error.message, error.code, Object.keys(error).sort(), error.name); });
      socket.on('end', function () {
        wire.log('client', 'after fin', socket.writable, String(socket.write('late', done('client', 'late'))), socket.destroyed);
      });
      socket.on('close', function (hadError) { wire.log('client', 'after fin close', hadError); setImmediate(next); });
    });
  },
  function afterEnd(next) {
    var server = net.createServer(function (socket) { server.close(); socket.resume(); });
    server.listen(0, '127.0.0.1', function () {
      var socket = net.connect(server.address().port, '127.0.0.1');
      socket.on('error', function (error) { wire.log('client', 'after end error', error.message, error.code, Object.keys(error).sort()); });
      socket.on('connect', function () {
        socket.end('x');
        wire.log('client', 'after end', String(socket.write('y', done('client', 'y'))), String(socket.end('z')));
      });
      socket.on('close', function (hadError) { wire.log('client', 'after end close', hadError); setImmediate(next); });
      socket.resume();
    });
  },
  function neverConnected(next) {
    var socket = new net.Socket();
    socket.on('error', function (error) { wire.log('client', 'unconnected error', error.message, error.code, Object.keys(error)); });
    socket.on('close', function (hadError) { wire.log('client', 'unconnected close', hadError); });
    try { wire.log('client', 'unconnected', String(socket.write('x', done('client', 'unconnected')))); } catch (e) { wire.log('client', 'thrown', e.name, e.message); }
    setTimeout(next, 10);
  },
  function badChunks(next) {
    var server = net.createServer(function (socket) { server.close(); socket.resume(); });
    server.listen(0, '127.0.0.1', function () {
      var socket = net.connect(server.address().port, '127.0.0.1', function () {
        [5, null, {}, true].forEach(function (chunk) {
          try { wire.log('client', 'bad', chunk, String(socket.write(chunk))); } catch (e) { wire.log('client', 'bad', chunk, e.name, e.message); }
        });
        wire.log('client', 'empty', socket.write(''), socket.write(new Buffer(0)), socket.bytesWritten);
        socket.end();
      });
      socket.on('close', next);
      socket.resume();
    });
  },
  function refusedWithWrites(next) {
    var probe = net.createServer().listen(0, '127.0.0.1', function () {
      var port = probe.address().port;
      probe.close(function () {
        var socket = net.connect(port, '127.0.0.1');
        socket.write('never', done('client', 'never'));
        socket.end('never either');
        ['connect', 'finish', 'end', 'close'].forEach(function (name) { socket.on(name, function (v) { wire.log('client', 'refused', name, v === undefined ? '' : v); }); });
        socket.on('error', function (error) { wire.log('client', 'refused', error.message, error.code, error.errno, error.syscall); });
        socket.on('close', next);
      });
    });
  }
];
(function next() {
  var step = steps.shift();
  if (step) { wire.log('client', '--', step.name); step(next); }
})();
