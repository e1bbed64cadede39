// A server on a path, and a client with socketPath.
var http = require('http');
var wire = require('./lib/wire');

var path = '/tmp/eras-compare-' + process.pid + '.sock';
var server = http.createServer(function (req, res) {
  wire.log('server', req.url, JSON.stringify(req.headers), String(req.connection.remoteAddress));
  res.end('by path');
});
server.listen(path, function () {
  wire.log('server', 'address', String(server.address()) === path);
  http.get({socketPath: path, path: '/there'}, function (res) {
    res.on('data', function (data) { wire.log('client', String(data)); });
    res.on('end', function () { server.close(); });
  });
});
server.on('close', function () { wire.log('server', 'close'); });
