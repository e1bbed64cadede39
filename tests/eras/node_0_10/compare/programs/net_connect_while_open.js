// `connect` on a socket that is connected already says so again, wherever it was to go; on one that connects it fails.
var net = require('net');

function watch(name, socket) {
  socket.on('data', function (data) { console.log(name, 'data', String(data)); });
  ['end', 'close'].forEach(function (event) {
    socket.on(event, function (detail) { console.log(name, event, detail); });
  });
  socket.on('error', function (error) { console.log(name, 'error', error.message, error.code); });
  return socket;
}

function serve(then) {
  var accepted = 0;
  var server = net.createServer(function (peer) {
    console.log('accepted', ++accepted);
    watch('peer', peer);
  }).listen(0, '127.0.0.1', function () { then(server, server.address().port); });
}

function connected(done) {
  serve(function (server, port) {
    var client = watch('open', net.connect(port, '127.0.0.1', function () {
      client.write('first ');
      console.log(client.connect({port: 1, host: '127.0.0.1'}, function () {
        console.log('connected again', client.remotePort === port);
        client.end('second');
      }) === client, client.readyState);
    }));
    client.on('close', function () { server.close(done); });
  });
}

function connecting() {
  serve(function (server, port) {
    var client = watch('connecting', net.connect(port, '127.0.0.1', function () { console.log('never'); }));
    client.connect(port, '127.0.0.1');
    client.on('close', function () { server.close(); });
  });
}

connected(connecting);
