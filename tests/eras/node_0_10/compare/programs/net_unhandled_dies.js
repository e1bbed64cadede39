// A refused connection without a listener for `error`.
var net = require('net');

var probe = net.createServer().listen(0, '127.0.0.1', function () {
  var port = probe.address().port;
  probe.close(function () {
    var socket = net.connect(port, '127.0.0.1');
    socket.on('close', function () { console.log('never'); });
  });
});
