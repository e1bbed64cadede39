// A request's error without a listener is thrown.
var http = require('http');
var net = require('net');

var probe = net.createServer().listen(0, '127.0.0.1', function () {
  var port = probe.address().port;
  probe.close(function () {
    http.get({port: port, host: '127.0.0.1'});
  });
});
