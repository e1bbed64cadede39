// An HTTP server listens on what its parent opened.
var cp = require('child_process');
var http = require('http');
var net = require('net');
if (process.argv[2]) {
  process.on('message', function (message, handle) {
    var server = http.createServer(function (request, response) {
      response.end('the fork answers ' + request.url);
      server.close();
      process.disconnect();
    });
    server.listen(handle, function () {
      console.log('fork listens');
      process.send('listening');
    });
  });
} else {
  var fork = cp.fork(__filename, ['child']);
  var server = net.createServer();
  server.listen(0, '127.0.0.1', function () { fork.send('here', server); });
  fork.on('message', function () {
    var port = server.address().port;
    server.close();
    http.get({ port: port, path: '/path', agent: false }, function (response) {
      response.on('data', function (data) { console.log(String(data)); });
      response.on('end', function () { console.log('end'); });
    });
  });
  fork.on('exit', function (code, signal) { console.log('exit', code, signal); });
}
