// Of a path that is longer than the system has room for the rest is never missed.
var net = require('net');
var fs = require('fs');
var scratch = require('./lib/scratch');

var path = scratch.at(new Array(120).join('x'));
var server = net.createServer(function (socket) { socket.end('found'); });
server.listen(path, function () {
  scratch.log('listening', server.address() === path, fs.readdirSync(scratch.root).length, fs.existsSync(path));
  var client = net.connect(path);
  client.on('data', function (data) { scratch.log('data', String(data)); });
  client.on('close', function () {
    server.close(function () { scratch.log('closed'); });
  });
});
