// TLS over a socket that is there already: connected or not, and after plain words; what the socket hears of it.
var net = require('net');
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

function run(name, begin, next) {
  var server = pems.serve(pems.options('server'), function (stream) { stream.end('hello'); }, function (port) {
    var socket = net.connect(port, '127.0.0.1');
    var left = 2;
    ['connect', 'end', 'error'].forEach(function (event) {
      socket.on(event, function () { wire.log(name + ' socket', event); });
    });
    socket.on('close', function (hadError) { wire.log(name + ' socket', 'close', hadError); done(); });
    begin(socket, function () {
      var client = tls.connect({socket: socket, rejectUnauthorized: false, servername: 'a.b'}, function () {
        wire.log(name, 'secureConnect', client.socket === socket, client.remotePort === port, client.encrypted !== client);
      });
      ['end', 'error', 'close'].forEach(function (event) { client.on(event, function () { wire.log(name, event); }); });
      client.on('data', function (data) { wire.log(name, String(data)); });
      client.on('close', done);
    });
    function done() { if (!--left) server.close(next); }
  });
}
run('connecting', function (socket, go) { go(); }, function () {
  run('connected', function (socket, go) { socket.on('connect', go); }, function () {
    run('later', function (socket, go) { socket.on('connect', function () { setTimeout(go, 10); }); }, inside);
  });
});

// TLS inside TLS.
function inside() {
  var inner = tls.createServer(pems.options('cn'), function (stream) { stream.end('deep'); });
  inner.listen(0, '127.0.0.1', function () {
    var outer = pems.serve(pems.options('server'), function (stream) {
      var socket = net.connect(inner.address().port, '127.0.0.1');
      stream.pipe(socket).pipe(stream);
    }, function (port) {
      var tunnel = tls.connect(port, {rejectUnauthorized: false}, function () {
        var client = tls.connect({socket: tunnel, rejectUnauthorized: false}, function () {
          wire.log('inside', client.getPeerCertificate().subject.CN, client.getPeerCertificate().subjectaltname === undefined);
        });
        client.on('data', function (data) { wire.log('inside', String(data)); });
        client.on('end', function () { inner.close(); outer.close(); });
      });
    });
  });
}
