// An exception in a request listener that nobody catches ends the program.
var http = require('http');

var server = http.createServer(function (req, res) {
  console.log('request', req.url);
  throw new TypeError('in the listener');
});
process.on('exit', function (code) { console.log('exit', typeof code); });
server.listen(0, '127.0.0.1', function () {
  http.get({port: server.address().port, host: '127.0.0.1'}).on('error', function () {});
});
