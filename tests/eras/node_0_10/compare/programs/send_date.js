// sendDate, a Date of the program's own, and the form of the date.
var http = require('http');
var wire = require('./lib/wire');

var server = http.createServer(function (req, res) {
  wire.log('server', 'sendDate', res.sendDate);
  if (req.url === '/off') res.sendDate = false;
  if (req.url === '/own') res.setHeader('date', 'mine');
  res.end('x');
});
server.listen(0, '127.0.0.1', function () {
  var port = server.address().port;
  var paths = ['/off', '/own', '/'];
  (function next() {
    var path = paths.shift();
    if (!path) return server.close();
    wire.ask(port, 'GET ' + path + ' HTTP/1.1\r\nConnection: close\r\n\r\n', function (got) {
      wire.log('wire', path, got.replace(/Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/, 'Date: GOOD'));
      next();
    });
  })();
});
