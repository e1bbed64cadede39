// Unix sockets: listening, connecting, ends, the file that is there and then is not, one that was left behind.
var net = require('net');
var fs = require('fs');
var os = require('os');
var path = require('path');
var wire = require('./lib/wire');

var file = path.join(os.tmpdir(), 'eras-unix-' + process.pid);
var server = net.createServer(function (socket) {
  wire.log('server', 'connection', socket.remoteAddress === undefined, socket.readable, socket.writable);
  socket.setEncoding('utf8');
  socket.on('data', function (text) { wire.log('server', 'data', text); socket.write(text.toUpperCase()); });
  socket.on('end', function () { wire.log('server', 'end'); });
  socket.on('close', function (hadError) { wire.log('server', 'close', hadError); });
});
server.listen(file, function () {
  wire.log('server', 'listening', fs.statSync(file).isSocket(), server.address() === file, (fs.statSync(file).mode & 511).toString(8));
  var second = net.createServer();
  second.on('error', function (error) { wire.log('second', error.message, error.code); });
  second.listen(file);
  var client = net.connect({path: file, allowHalfOpen: true}, function () {
    wire.log('client', 'connect', client.write('hello'), client.bytesWritten);
    client.setTimeout(5000);
    client.setNoDelay(); client.setKeepAlive(true);
  });
  client.on('data', function (data) { wire.log('client', 'data', String(data)); client.end(); });
  client.on('end', function () { wire.log('client', 'end'); });
  client.on('close', function (hadError) {
    wire.log('client', 'close', hadError);
    server.close(function () {
      wire.log('server', 'closed', fs.existsSync(file));
      leftBehind();
    });
  });
});
function leftBehind() {
  fs.writeFileSync(file, '');
  net.connect(file).on('error', function (error) {
    wire.log('left', error.message, error.code, error.syscall);
    var taken = net.createServer().listen(file);
    taken.on('error', function (error) {
      wire.log('left', error.message, error.code, error.syscall);
      fs.unlinkSync(file);
      taken.listen(file, function () { wire.log('left', 'listens after all'); taken.close(function () { wire.log('left', 'closed', fs.existsSync(file)); }); });
    });
  });
}
