// An exception in a `data` listener ends the program, whoever else is connected.
var net = require('net');

var server = net.createServer(function (socket) {
  socket.on('data', function (data) {
    console.log('server got', String(data));
    throw new RangeError('cannot handle ' + data);
  });
});
server.listen(0, '127.0.0.1', function () {
  net.connect(server.address().port, '127.0.0.1').write('this');
});
process.on('exit', function (code) { console.log('exit', code); });
