// An exception in a response's listener, with nobody to catch it.
var http = require('http');

var server = http.createServer(function (req, res) { res.end('x'); });
server.listen(0, '127.0.0.1', function () {
  http.get({port: server.address().port, host: '127.0.0.1'}, function (res) {
    res.on('data', function (data) {
      console.log('data', String(data));
      undefinedFunction(data);
    });
  });
});
process.on('exit', function (code) { console.log('exit', code); });
