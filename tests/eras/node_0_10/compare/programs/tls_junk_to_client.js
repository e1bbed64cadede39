// What a client hears of servers that do not speak TLS, or not to the end.
var net = require('net');
var tls = require('tls');
var pems = require('./lib/pems');
var wire = require('./lib/wire');

var tests = {
  'plain HTTP': function (socket) { socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'); },
  'garbage': function (socket) { socket.write(new Buffer('00000000000000000000000000', 'hex')); },
  'the end at once': function (socket) { socket.end(); },
  'the end after the hello': function (socket) { socket.once('data', function () { socket.end(); }); },
  'closed after the hello': function (socket) { socket.once('data', function () { socket.destroy(); }); },
  'an alert': function (socket) { socket.once('data', function () { socket.end(new Buffer([21, 3, 1, 0, 2, 2, 40])); }); },
  'part of a record': function (socket) { socket.once('data', function () { socket.end(new Buffer('16030300', 'hex')); }); }
};
var act;
var server = net.createServer(function (socket) {
  socket.on('error', function () {});
  act(socket);
  socket.resume();
});
server.listen(0, '127.0.0.1', function () {
  (function next(names) {
    var name = names.shift();
    if (!name) return server.close();
    act = tests[name];
    var client = tls.connect(server.address().port, '127.0.0.1', function () { wire.log(name, 'secureConnect'); });
    client.on('error', function (error) { wire.log(name, pems.error(error), client.authorized); });
    client.on('end', function () { wire.log(name, 'end'); });
    client.on('finish', function () { wire.log(name, 'finish'); });
    client.on('close', function (hadError) { wire.log(name, 'close', String(hadError)); next(names); });
    client.write('never seen');
    client.resume();
  })(Object.keys(tests));
});
