// Listening on what listens already: a server, its handle, a descriptor; sockets made of descriptors.
var net = require('net');
var child = require('child_process');
var wire = require('./lib/wire');

function ask(port, done) {
  var got = '';
  var socket = net.connect(port, '127.0.0.1');
  socket.on('data', function (data) { got += data; });
  socket.on('error', function (error) { got += error.code; });
  socket.on('close', function () { done(got); });
}
var first = net.createServer(function (socket) { socket.end('first'); });
first.listen(0, '127.0.0.1', function () {
  var port = first.address().port;
  wire.log('order', typeof first._handle, typeof first._handle.fd, first._handle.fd > 2);
  var second = net.createServer(function (socket) { socket.end('second'); });
  second.listen(first, function () {
    wire.log('order', 'second', second.address().port === port);
    ask(port, function (got) {
      wire.log('order', 'answered by', got === 'first' || got === 'second');
      first.close();
      byChild();
    });
  });
  second.unref();
});
function byChild() {
  var server = net.createServer().listen(0, '127.0.0.1', function () {
    var made = child.spawn(process.execPath, ['-e', 'var s = require("net").createServer(function (c) { c.end("child"); s.close(); }); s.listen({fd: 3}, function () { console.log("ready"); });'],
      {stdio: ['ignore', 'pipe', 'ignore', server._handle.fd]});
    made.stdout.on('data', function (data) {
      wire.log('order', 'child', String(data).trim());
      var port = server.address().port;
      server.close();
      ask(port, function (got) { wire.log('order', 'got', got); });
    });
    made.on('exit', function (code) { wire.log('order', 'exit', code); });
  });
}
