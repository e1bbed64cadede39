// What a server hears of peers that do not speak TLS, or not to the end; and one that does, next to them.
var net = require('net');
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

var junk = new Buffer(100);
junk.fill(255);
var tests = {
  'garbage': function (socket) { socket.write(junk); },
  'a few bytes and the end': function (socket) { socket.end(new Buffer([22, 3, 1])); },
  'the end at once': function (socket) { socket.end(); },
  'a reset at once': function (socket) { socket.destroy(); },
  'half a hello and the end': function (socket) { socket.end(new Buffer('1603010100010000fc0303', 'hex')); }
};

var server = pems.serve(pems.options('server'), function (stream) {
  wire.log('server', 'secureConnection');
  stream.end('hello');
}, function (port) {
  (function next(names) {
    var name = names.shift();
    if (!name) return good();
    wire.log('server', name);
    var got = 0, over = 2;
    var socket = net.connect(port, '127.0.0.1', function () { tests[name](socket); });
    socket.on('data', function (data) { got += data.length; wire.log(name, 'alert', data[0] === 21); });
    socket.on('error', function (error) { wire.log(name, error.code); });
    socket.on('end', function () { wire.log(name, 'end'); });
    socket.on('close', done);
    server.once('over', done);
    function done() { if (!--over) next(names); }
  })(Object.keys(tests));

  function good() {
    var client = tls.connect(port, {rejectUnauthorized: false}, function () { wire.log('server', 'good'); });
    client.resume();
    client.on('close', function () {
      server.getConnections(function (error, count) {
        wire.log('server', 'connections', count);
        server.close();
      });
    });
  }
});
server.on('clientError', function (error, pair) {
  wire.log('server', 'clientError', arguments.length, pems.error(error), pair && typeof pair.cleartext, pair && typeof pair.encrypted);
});
server.on('connection', function (socket) {
  wire.log('server', 'connection');
  socket.on('close', function (hadError) { wire.log('server', 'socket close', hadError); server.emit('over'); });
});
