// A client that resets its connection while the answer is awaited or under way.
var http = require('http');
var net = require('net');
var wire = require('./lib/wire');

var paths = ['/before', '/during'];
var server = http.createServer(function (req, res) {
  ['end', 'close', 'aborted', 'error'].forEach(function (name) {
    req.on(name, function () { wire.log('server', req.url, 'req', name, arguments.length); });
  });
  ['finish', 'close', 'error'].forEach(function (name) {
    res.on(name, function () { wire.log('server', req.url, 'res', name, arguments.length); });
  });
  req.resume();
  if (req.url === '/during') res.write('some');
  req.connection.on('close', function (failed) {
    wire.log('server', req.url, 'socket close', failed);
    setTimeout(function () {
      wire.log('server', req.url, 'write', res.write('late'), 'end', res.end('later'));
      wire.log('server', req.url, 'destroyed', req.connection.destroyed);
      setTimeout(next, 10);
    }, 10);
  });
  if (req.url === '/before') client.destroy();
});
server.on('clientError', function (error) { wire.log('server', 'clientError', error.message); });
var client;
function next() {
  var path = paths.shift();
  if (!path) return server.close();
  client = net.connect(server.address().port, '127.0.0.1');
  client.write('GET ' + path + ' HTTP/1.1\r\n\r\n');
  client.on('data', function () { client.destroy(); });
}
server.listen(0, '127.0.0.1', next);
