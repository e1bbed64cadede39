// Every form of connect and createConnection, and what is wrong with some.
var net = require('net');
var path = require('path');
var os = require('os');
var fs = require('fs');
var wire = require('./lib/wire');

var file = path.join(os.tmpdir(), 'eras-connect-' + process.pid + '.sock');
function attempt(label, make) {
  try {
    var socket = make();
    wire.log('forms', label, socket instanceof net.Socket);
  } catch (error) { wire.log('forms', label, 'thrown', error.name, error.message); }
}
function forms(port) {
  return [
    ['port', function () { return net.connect(port); }],
    ['port host', function () { return net.connect(port, '127.0.0.1'); }],
    ['port callback', function (done) { return net.connect(port, done); }, true],
    ['port host callback', function (done) { return net.createConnection(port, 'localhost', done); }, true],
    ['text port', function () { return net.connect(String(port)); }],
    ['text port host', function () { return net.connect(String(port), '127.0.0.1'); }],
    ['options', function () { return net.connect({port: port}); }],
    ['options host', function () { return net.connect({port: String(port), host: '127.0.0.1', localAddress: '127.0.0.1'}); }],
    ['options callback', function (done) { return net.connect({port: port, host: null}, done); }, true],
    ['path', function () { return net.connect(file); }],
    ['path callback', function (done) { return net.createConnection(file, done); }, true],
    ['options path', function () { return net.connect({path: file}); }],
    ['new Socket', function () { return new net.Socket().connect(port); }],
    ['net.Socket()', function () { return net.Socket().connect(port, '127.0.0.1'); }],
    ['Socket path', function (done) { return new net.Socket().connect({path: file}, done); }, true],
    ['net.Stream', function () { return new net.Stream().connect(port); }]
  ];
}
var server = net.createServer(function (socket) { socket.resume(); socket.end('hi'); });
var unix = net.Server(function (socket) { socket.end('unix'); });
server.listen(0, '127.0.0.1', function () {
  unix.listen(file, function () {
    var list = forms(server.address().port);
    (function next() {
      var form = list.shift();
      if (!form) { server.close(); unix.close(); return wrong(); }
      var called = 0, got = '';
      var socket = form[1](function () { called += 1; wire.log('client', form[0], 'callback', arguments.length, this === socket); });
      wire.log('client', form[0], socket instanceof net.Socket, socket._connecting, socket.readable, socket.writable);
      socket.setEncoding('utf8');
      socket.on('connect', function () { wire.log('client', form[0], 'connect', socket.readable, socket.writable, socket._connecting); });
      socket.on('data', function (text) { got += text; });
      socket.on('close', function (hadError) { wire.log('client', form[0], 'close', hadError, got, called); next(); });
    })();
  });
});
function wrong() {
  attempt('isIP', function () { wire.log('forms', net.isIP('127.0.0.1'), net.isIP('::1'), net.isIP('localhost'), net.isIP(''), net.isIP('1.2.3'), net.isIP('1.2.3.4.5'),
    net.isIPv4('127.0.0.1'), net.isIPv6('::1'), net.isIPv6('1::2::3'), net.isIP('::ffff:1.2.3.4'), net.isIP(undefined), net.isIP('01.2.3.4'), net.isIP('256.1.1.1'), net.isIP(' 1.2.3.4')); return {}; });
  wire.log('forms', net.createConnection === net.connect, net.Stream === net.Socket, net.connect.length, net.Socket.length);
  var gone = net.connect({path: file});
  gone.on('error', function (error) { wire.log('forms', 'gone', error.code, error.errno, error.syscall, error.message, Object.keys(error).sort()); });
  gone.on('close', function (hadError) { wire.log('forms', 'gone close', hadError, fs.existsSync(file)); });
}
