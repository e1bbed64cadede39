// destroy() at each stage: before connect, while connecting, after a write, inside data, twice, with an error.
var net = require('net');
var wire = require('./lib/wire');

function trace(name, socket) {
  ['connect', 'end', 'finish', 'close', 'error', 'drain'].forEach(function (event) {
    socket.on(event, function (value) { wire.log(name, event, value instanceof Error ? value.message : value === undefined ? '' : value); });
  });
  return socket;
}
function state(socket) { return [socket.destroyed, socket.readable, socket.writable, socket._connecting, socket.bytesRead, socket.bytesWritten]; }
var steps = {
  'before connect': function (port, done) {
    var socket = trace('before connect', new net.Socket());
    wire.log('before connect', socket.destroy(), state(socket));
    setTimeout(done, 10);
  },
  'then connect': function (port, done) {
    var socket = trace('then connect', new net.Socket());
    socket.destroy();
    socket.connect(port, '127.0.0.1', function () { wire.log('then connect', 'callback', state(socket)); socket.end(); });
    socket.on('close', done);
  },
  'connecting': function (port, done) {
    var socket = trace('connecting', net.connect(port, '127.0.0.1'));
    socket.write('never sent', function (error) { wire.log('connecting', 'written', error && error.message); });
    socket.destroy();
    wire.log('connecting', state(socket));
    setTimeout(done, 20);
  },
  'looking up': function (port, done) {
    var socket = trace('looking up', net.connect(port, 'localhost'));
    socket.destroy();
    setTimeout(done, 30);
  },
  'in connect': function (port, done) {
    var socket = trace('in connect', net.connect(port, '127.0.0.1'));
    socket.on('connect', function () { socket.destroy(); wire.log('in connect', state(socket)); });
    socket.on('close', done);
  },
  'after write': function (port, done) {
    var socket = trace('after write', net.connect(port, '127.0.0.1'));
    socket.on('connect', function () {
      socket.write('hello', function (error) { wire.log('after write', 'written', error && error.message); });
      socket.destroy();
      wire.log('after write', state(socket));
    });
    socket.on('close', done);
  },
  'while full': function (port, done) {
    var socket = trace('while full', net.connect(port, '127.0.0.1'));
    socket.on('connect', function () {
      var big = new Buffer(8 * 1024 * 1024);
      wire.log('while full', socket.write(big, function (error) { wire.log('while full', 'written', error && error.code); }));
      setTimeout(function () { socket.destroy(); wire.log('while full', socket.bufferSize); }, 10);
    });
    socket.on('close', done);
  },
  'in data': function (port, done) {
    var socket = trace('in data', net.connect(port, '127.0.0.1')), count = 0;
    socket.on('connect', function () { socket.write('echo'); });
    socket.on('data', function (data) { wire.log('in data', 'data', ++count); socket.destroy(); socket.destroy(); wire.log('in data', state(socket)); });
    socket.on('close', done);
  },
  'with an error': function (port, done) {
    var socket = trace('with an error', net.connect(port, '127.0.0.1'));
    socket.on('connect', function () { socket.destroy(new Error('enough')); wire.log('with an error', 'destroyed'); });
    socket.on('close', done);
  },
  'then write': function (port, done) {
    var socket = trace('then write', net.connect(port, '127.0.0.1'));
    socket.on('connect', function () {
      socket.destroy();
      wire.log('then write', String(socket.write('x', function (error) { wire.log('then write', 'callback', error && error.message); })));
      try { wire.log('then write', String(socket.end('y'))); } catch (e) { wire.log('then write', e.message); }
    });
    setTimeout(done, 30);
  },
  'soon': function (port, done) {
    var socket = trace('soon', net.connect(port, '127.0.0.1'));
    socket.on('connect', function () {
      socket.write('last words', function () { wire.log('soon', 'written'); });
      socket.destroySoon();
      wire.log('soon', state(socket));
    });
    socket.on('close', done);
  },
  'end then destroy': function (port, done) {
    var socket = trace('end then destroy', net.connect(port, '127.0.0.1'));
    socket.on('connect', function () { socket.end('bye'); socket.destroy(); wire.log('end then destroy', state(socket)); });
    socket.on('close', done);
  }
};
var server = net.createServer(function (socket) {
  socket.on('data', function (data) { if (String(data) === 'echo') { socket.write('one'); socket.write('two'); } else if (data.length > 100) socket.pause(); });
  socket.on('error', function () {});
});
server.listen(0, '127.0.0.1', function next() {
  var name = Object.keys(steps).shift();
  if (!name) { server.close(); return setTimeout(process.exit, 20); }
  var step = steps[name], called = false;
  delete steps[name];
  step(server.address().port, function () { if (!called) { called = true; setTimeout(next, 5); } });
});
