// A socket that was never connected: what can be asked of it, its timeout, its end, its destruction.
var net = require('net');
var wire = require('./lib/wire');

function state(socket) {
  return [socket.readable, socket.writable, socket.destroyed, socket.readyState, socket.bytesWritten, socket.bufferSize].join(' ');
}
var tests = {
  nothing: function () {},
  'a timeout and destroy': function (socket) { socket.setTimeout(5); socket.destroy(); },
  end: function (socket) { socket.end(); },
  'end after resume': function (socket) { socket.resume(); socket.end(); },
  'end with data': function (socket) { socket.end('x', function () { wire.log('end with data', 'ended'); }); },
  write: function (socket) { socket.write('x', function (error) { wire.log('write', 'written', error.message); }); },
  destroy: function (socket) { socket.destroy(); },
  'destroy with an error': function (socket) { socket.destroy(new Error('mine')); },
  'destroy, then with an error': function (socket) { socket.destroy(); socket.destroy(new Error('mine')); socket.destroy(new Error('again')); },
  destroySoon: function (socket) { socket.destroySoon(); }
};
Object.keys(tests).forEach(function (name) {
  var socket = new net.Socket();
  ['end', 'finish', 'timeout', 'close', 'error'].forEach(function (event) {
    socket.on(event, function (value) { wire.log(name, event, value instanceof Error ? value.message : String(value)); });
  });
  tests[name](socket);
  wire.log(name, state(socket));
  process.nextTick(function () { wire.log(name, 'tick', state(socket)); });
});
