// Headers set after they were sent, in a callback that comes too late.
var http = require('http');

var late;
var server = http.createServer(function (req, res) {
  res.writeHead(200, {'Content-Type': 'text/plain'});
  res.write('first');
  late = function () {
    res.setHeader('X-Late', 'yes');
  };
});
server.listen(0, '127.0.0.1', function () {
  http.get({port: server.address().port, host: '127.0.0.1'}, function (res) {
    res.on('data', function (data) {
      console.log(String(data));
      setTimeout(late, 1);
    });
  });
});
