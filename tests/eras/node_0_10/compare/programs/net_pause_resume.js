// pause and resume with data in flight, on either side, before anybody listens, and with an encoding.
var net = require('net');
var wire = require('./lib/wire');

var steps = [
  function inData(done) {
    serve(function (socket) { for (var i = 0; i < 5; i++) socket.write('part' + i + ';'); socket.end(); }, function (client) {
      var got = '', pauses = 0;
      client.setEncoding('utf8');
      client.on('data', function (text) {
        got += text;
        if (pauses++ < 2) { client.pause(); setTimeout(function () { client.resume(); }, 10); }
      });
      client.on('end', function () { wire.log('client', 'in data', got, client.destroyed); setTimeout(done, 10); });
    });
  },
  function beforeListening(done) {
    serve(function (socket) { socket.end('hello'); }, function (client) {
      client.pause();
      wire.log('client', 'paused', client._readableState.flowing, client.readable);
      setTimeout(function () {
        client.on('data', function (data) { wire.log('client', 'data', String(data)); });
        client.on('end', function () { wire.log('client', 'end', client.destroyed); setTimeout(done, 10); });
        client.on('close', function () { wire.log('client', 'close'); });
        setTimeout(function () { wire.log('client', 'resume'); client.resume(); }, 10);
      }, 20);
    });
  },
  function nobodyReads(done) {
    var closed = false;
    serve(function (socket) { socket.end('unread'); }, function (client) {
      client.on('end', function () { wire.log('client', 'end', client.destroyed); setTimeout(done, 10); });
      client.on('close', function () { closed = true; wire.log('client', 'close'); });
      setTimeout(function () { wire.log('client', 'unread', closed, client._readableState.length, client.bytesRead); client.resume(); }, 30);
    });
  },
  function slowServer(done) {
    var total = 3 * 1024 * 1024;
    serve(function (socket) {
      var got = 0, most = 0;
      socket.on('data', function (data) {
        got += data.length;
        if (!socket.slowed) {
          socket.slowed = true;
          socket.pause();
          setTimeout(function () { socket.resume(); }, 20);
        }
      });
      socket.on('end', function () { wire.log('server', 'got', got); socket.end(); });
    }, function (client) {
      var big = new Buffer(total);
      big.fill('y');
      wire.log('client', 'big', client.write(big));
      client.on('drain', function () { wire.log('client', 'drain', client.bufferSize); client.end(); });
      client.resume();
      client.on('end', function () { setTimeout(done, 10); });
    });
  },
  function readable(done) {
    serve(function (socket) { socket.write('abc'); setTimeout(function () { socket.end('defgh'); }, 20); }, function (client) {
      client.on('readable', function () {
        var chunk;
        while ((chunk = client.read(2)) !== null) wire.log('client', 'read', String(chunk));
      });
      client.on('end', function () { wire.log('client', 'readable end', client.read()); setTimeout(done, 10); });
    });
  },
  function encodings(done) {
    serve(function (socket) {
      var euro = new Buffer('a\u20acb');
      socket.write(euro.slice(0, 2));
      setTimeout(function () { socket.end(euro.slice(2)); }, 20);
    }, function (client) {
      client.setEncoding('utf8');
      client.on('data', function (text) { wire.log('client', 'text', JSON.stringify(text), client.bytesRead); });
      client.on('end', done);
    });
  }
];
function serve(listener, connected) {
  var server = net.createServer({allowHalfOpen: true}, function (socket) { server.close(); listener(socket); });
  server.listen(0, '127.0.0.1', function () {
    var client = net.connect(server.address().port, '127.0.0.1', function () { connected(client); });
  });
}
(function next() {
  var step = steps.shift();
  if (!step) return;
  wire.log('client', '--', step.name);
  step(next);
})();
